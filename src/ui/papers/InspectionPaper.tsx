import { Fragment } from 'react'
import type { AssessedItemDetail } from '../../domain/assessment'
import type { Inspection, InspectionChapter } from '../../domain/inspection'
import { INSPECTION_ANSWERS, inspectionAnswer, statusesOf } from '../../domain/inspection'
import type { Messages } from '../messages/ja'

interface Props {
  readonly inspection: Inspection
  /** `YYYY-MM-DD` */
  readonly day: string
  /** The filter in words; empty for all items */
  readonly condition: string
  readonly messages: Messages
}

/** The checklist on A4: a first page with the rule, the counts and boxes to sign, then one chapter after the other. Every page repeats whose it is. */
export function InspectionPaper({ inspection, day, condition, messages }: Props) {
  const words = messages.printing
  const { round, facility } = inspection.assessment
  const head = [facility, messages.roundName(round), words.madeOn(day.replaceAll('-', '/'))].join('　')
  return (
    <>
      <section className="cover">
        <h1>{words.title}</h1>
        <dl>
          {[
            [words.facility, facility],
            [words.round, messages.roundName(round)],
            [words.day, day.replaceAll('-', '/')],
            [words.editions, inspection.editions.join('\n')],
            [words.condition, condition || messages.papers.editions.noFilter],
          ].map(([name, text]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ))}
        </dl>
        <p className="note">{messages.papers.editions.note}</p>
        <h2>{words.ruleTitle}</h2>
        <table className="rule">
          <thead>
            <tr>
              {[words.answer, words.statuses, words.count].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {INSPECTION_ANSWERS.map((answer) => (
              <tr key={answer}>
                <th scope="row">{words.answers[answer]}</th>
                <td>{statusesOf(answer).map((status) => messages.status[status]).join('・')}</td>
                <td className="number">{inspection.counts[answer]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{words.signTitle}</h2>
        <table className="sign">
          <thead>
            <tr>
              {words.signers.map((signer) => (
                <th key={signer} scope="col">
                  {signer}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {words.signers.map((signer) => (
                <td key={signer}>{words.signedOn}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {inspection.chapters.map((chapter) => (
        <Chapter key={`${chapter.part} ${chapter.section}`} chapter={chapter} head={head} messages={messages} />
      ))}
    </>
  )
}

const COLUMNS = ['no', 'what', 'answer', 'checkedOn', 'targetOn', 'owner', 'implementation', 'evidence'] as const

function Chapter({ chapter, head, messages }: { readonly chapter: InspectionChapter; readonly head: string; readonly messages: Messages }) {
  const words = messages.printing
  return (
    <section className="chapter">
      <table>
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} className={column} />
          ))}
        </colgroup>
        <thead>
          <tr className="running">
            <td colSpan={COLUMNS.length}>
              <p>
                <strong>{chapter.section}</strong>
                <span>{INSPECTION_ANSWERS.map((answer) => `${words.answers[answer]} ${chapter.counts[answer]}`).join('　')}</span>
              </p>
              <p>
                <span>{head}</span>
                <span>{chapter.edition}</span>
              </p>
            </td>
          </tr>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chapter.items.map((item) => (
            <Row key={item.recordId} item={item} messages={messages} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ item, messages }: { readonly item: AssessedItemDetail; readonly messages: Messages }) {
  const words = messages.printing
  const answer = inspectionAnswer(item.status)
  const day = (value: string | null) => value?.replaceAll('-', '/') ?? ''
  const names = (people: AssessedItemDetail['owners']) => people.map(({ name }) => name).join('\n')
  return (
    <tr>
      <th scope="row">
        {item.no}
        <span>{messages.level[item.level]}</span>
      </th>
      <td>
        <strong>{item.title}</strong>
        <span>{item.requirement}</span>
      </td>
      <td className={`answer ${answer}`}>
        {words.answers[answer]}
        <span>{messages.status[item.status]}</span>
      </td>
      <td>{day(item.checkedOn)}</td>
      <td>{day(item.targetOn) || (answer === 'no' ? words.noTarget : '')}</td>
      <td>
        {names(item.owners)}
        <span>{names(item.departments)}</span>
      </td>
      <td>
        {item.implementation}
        {item.statusReason !== '' && <span>{words.reason(item.statusReason)}</span>}
        {item.regulation !== '' && <span>{words.regulation(item.regulation)}</span>}
      </td>
      <td>
        {[...item.evidenceFiles.map(({ name }) => words.attached(name)), ...(item.evidenceLinks === '' ? [] : [item.evidenceLinks])].join('\n')}
        {item.evidenceExpiresOn !== null && <span>{words.expires(day(item.evidenceExpiresOn))}</span>}
      </td>
    </tr>
  )
}
