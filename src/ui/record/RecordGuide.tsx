import { useState } from 'react'
import { answerRemarks } from '../../domain/answer-check'
import type { Assessment, AssessedItemDetail } from '../../domain/assessment'
import { assessmentName } from '../../domain/assessment'
import { itemId } from '../../domain/guideline'
import type { UnreadableRecord } from '../../ports/assessed-items'
import type { ItemSurroundings } from '../../ports/item-surroundings'
import { useScreen } from '../shared/context'
import { AskedBlocks } from '../shared/ItemTexts'
import { EditionNotice, StatusMark, SurveyMarks } from '../shared/marks'
import { ResponsibilityList } from '../shared/ResponsibilityList'
import { NeighbourLinks } from './NeighbourLinks'
import { SharedItems } from './SharedItems'
import { SurveyOf } from './SurveyOf'

interface Fold {
  readonly isFolded: boolean
  readonly remember: (isFolded: boolean) => void
}

interface Props {
  readonly mode: 'show' | 'edit' | 'print'
  readonly item: AssessedItemDetail | UnreadableRecord
  /** null where the record names none: then it stands alone. */
  readonly assessment: Assessment | null
  readonly surroundings: ItemSurroundings
  /** Whether the explanation is folded, as this person left it. */
  readonly fold: Fold
}

/** The item in plain words above kintone's own form. Nothing is changed here: the form below does that. */
export function RecordGuide({ mode, item, assessment, surroundings, fold }: Props) {
  const { messages } = useScreen()
  if ('found' in item) {
    return (
      <section className="jn-guide" aria-label={messages.record.guide}>
        <p className="jn-warning" role="note">
          {messages.record.unreadable} {messages.unreadableRecord(item.label, item.field, item.found)}
        </p>
      </section>
    )
  }
  return <Guide mode={mode} item={item} assessment={assessment} surroundings={surroundings} fold={fold} />
}

function Guide({ mode, item, assessment, surroundings, fold }: Props & { readonly item: AssessedItemDetail }) {
  const { messages, screenUrl } = useScreen()
  const [isFolded, setFolded] = useState(fold.isFolded)
  const words = messages.record
  const inChecklist = (parameters: Readonly<Record<string, string>>) => assessment && screenUrl('checklist', new URLSearchParams({ assessment: assessmentName(assessment), ...parameters }))
  const checklist = inChecklist({ item: itemId(item) })
  // While the form is being filled in, a link must not take its words away.
  const target = mode === 'edit' ? '_blank' : undefined
  return (
    <section className="jn-guide" aria-label={words.guide}>
      <header>
        <p className="jn-item-place">
          {messages.part[item.part]}　{item.section}
        </p>
        <h2>
          <span className="jn-item-no">{item.no}</span> {item.title}
        </h2>
        <p className="jn-facts">
          <StatusMark status={item.status} />
          <span className="jn-fact">{messages.level[item.level]}</span>
          <SurveyMarks item={item} />
          {/* kintone offers the first step of the process to everybody who may see the record. */}
          <span className="jn-fact">{item.owners.length === 0 ? messages.checklist.withoutOwner : messages.checklist.ownerIs(item.owners.map(({ name }) => name).join(messages.comma))}</span>
          <span className="jn-guide-ways">
            {checklist !== null && (
              <a className="jn-button" href={checklist} target={target} rel="noopener">
                {words.toChecklist}
              </a>
            )}
            <button
              type="button"
              className="jn-button"
              aria-expanded={!isFolded}
              onClick={() => {
                setFolded(!isFolded)
                fold.remember(!isFolded)
              }}
            >
              {isFolded ? words.unfold : words.fold}
            </button>
          </span>
        </p>
        {mode === 'show' && assessment && <NeighbourLinks item={item} assessment={assessment} surroundings={surroundings} />}
      </header>
      {mode === 'show' && <Remarks item={item} />}
      {!isFolded && (
        <>
          <EditionNotice parts={[item.part]} />
          <div className="jn-guide-texts">
            <AskedBlocks item={item} />
          </div>
          <details className="jn-guide-more">
            <summary>{words.more}</summary>
            <p className="jn-quiet">{words.edition(item.edition)}</p>
            <SurveyOf item={item} assessment={assessment} surroundings={surroundings} target={target} inChecklist={inChecklist} />
            {assessment && item.mic.length > 0 && <SharedItems item={item} assessment={assessment} surroundings={surroundings} target={target} inChecklist={inChecklist} />}
            <h3>{messages.screen.matrix}</h3>
            <ResponsibilityList responsibilities={item.responsibilities} />
          </details>
        </>
      )}
    </section>
  )
}

/** What is missing or doubtful in the answer as it is stored. */
function Remarks({ item }: { readonly item: AssessedItemDetail }) {
  const { messages, today } = useScreen()
  const remarks = answerRemarks(item, today)
  if (remarks.length === 0) return null
  return (
    <div className="jn-guide-remarks">
      <h3>{messages.record.remarks}</h3>
      <ul>
        {remarks.map(({ field, problem }) => (
          <li key={field} className="jn-remark">
            {messages.answer.field[field]}: {messages.answer.problem[problem]}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Stands above the form of a record that somebody adds by hand. */
export function NewRecordNotice() {
  const { messages } = useScreen()
  return (
    <section className="jn-guide" aria-label={messages.record.guide}>
      <p>{messages.record.create}</p>
    </section>
  )
}
