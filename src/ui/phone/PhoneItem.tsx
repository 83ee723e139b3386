import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { handOverProblem } from '../../domain/answer-check'
import { askedOf } from '../../domain/asked'
import type { AssessedItem, AssessedItemDetail } from '../../domain/assessment'
import { daysLeft } from '../../domain/my-items'
import { EvidenceList } from '../checklist/EvidenceList'
import { ReadAnswer } from '../checklist/ItemAnswer'
import { useAnswer } from '../checklist/use-answer'
import { useDirectory } from '../checklist/use-directory'
import { WorkStepsBar } from '../checklist/WorkStepsBar'
import { useScreen } from '../shared/context'
import { Block, ProviderPoints, SurveyFacts } from '../shared/ItemTexts'
import { useLoaded } from '../shared/load'
import { EditionNotice, StatusMark, SurveyMarks } from '../shared/marks'
import { Questions } from '../shared/Questions'
import { ResponsibilityList } from '../shared/ResponsibilityList'
import { Failed, Loading, RightsUnknown } from '../shared/states'
import { Terms } from '../checklist/Terms'
import { dueText } from './ItemRows'
import type { PhonePorts } from './PhoneApp'
import { PhoneAnswer } from './PhoneAnswer'
import { useTabUrl } from './PhoneTabs'

interface Props {
  readonly item: AssessedItem
  readonly ports: PhonePorts
  readonly onNewer: (items: readonly AssessedItem[]) => void
  readonly back: () => void
}

/** One item: what to do first, then the answer, then whatever else there is to read. */
export function PhoneItem({ item, ports, onNewer, back }: Props) {
  const { messages, today, recordUrl } = useScreen()
  const words = messages.phone
  const { source } = ports
  const [detail, again] = useLoaded(useCallback(() => source.detail(item.recordId), [source, item.recordId]))
  const heading = useRef<HTMLHeadingElement>(null)
  const read = detail.state === 'loaded' && !('found' in detail.value) ? detail.value : null
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (read) onNewer([read])
  }, [read, onNewer])
  const left = daysLeft(item, today)
  return (
    <article className="jn-phone-item">
      <p>
        <button type="button" className="jn-button" onClick={back}>
          ← {words.back}
        </button>
      </p>
      <header>
        <p className="jn-quiet">
          {messages.part[item.part]}　{item.section}
        </p>
        <h2 ref={heading} tabIndex={-1}>
          <span className="jn-item-no">{item.no}</span> {item.title}
        </h2>
        <p className="jn-facts">
          <StatusMark status={item.status} />
          <span className="jn-fact">{messages.level[item.level]}</span>
          <span className={left !== null && left < 0 ? 'jn-overdue' : 'jn-quiet'}>{dueText(item.targetOn, left, messages)}</span>
        </p>
      </header>
      {detail.state === 'loading' && <Loading />}
      {detail.state === 'failed' && <Failed failure={detail.failure} again={again} />}
      {detail.state === 'loaded' && 'found' in detail.value && (
        <p role="alert" className="jn-warning">
          {messages.unreadableRecord(detail.value.label, detail.value.field, detail.value.found)}
        </p>
      )}
      {read ? (
        <ItemBody item={read} ports={ports} onNewer={onNewer} />
      ) : (
        <p>
          <a className="jn-button" href={recordUrl(item.recordId)}>
            {messages.openRecord}
          </a>
        </p>
      )}
    </article>
  )
}

function ItemBody({ item, ports, onNewer }: { readonly item: AssessedItemDetail; readonly ports: PhonePorts; readonly onNewer: Props['onNewer'] }) {
  const { messages, recordUrl } = useScreen()
  const words = messages.phone
  const urlOf = useTabUrl()
  const { source } = ports
  const [right, again] = useLoaded(useCallback(() => source.mayEdit([item.recordId]), [source, item.recordId]))
  const mayEdit = right.state === 'loaded' && right.value.has(item.recordId)
  const link = (text: string, url: string | null) => (url === null ? text : <a href={url}>{text}</a>)
  return (
    <>
      <Block title={messages.checklist.action} className="jn-action">
        {item.action}
      </Block>
      <Block title={messages.checklist.requirement} className="jn-requirement">
        {askedOf(item.requirement).ofHospital}
      </Block>
      <Terms texts={[item.requirement, item.action, item.cybozu, item.evidenceExamples]} />
      <details className="jn-fold">
        <summary>{words.about}</summary>
        <EditionNotice parts={[item.part]} />
        <p className="jn-facts">
          <SurveyMarks item={item} />
        </p>
        <Block title={messages.checklist.cybozu} className="jn-cybozu">
          {item.cybozu}
        </Block>
        <Block title={messages.checklist.evidenceExamples} className="jn-examples">
          {item.evidenceExamples}
        </Block>
        <ProviderPoints item={item} />
      </details>
      <h3>{messages.checklist.answer}</h3>
      {right.state === 'loading' && <Loading />}
      {right.state === 'failed' && <RightsUnknown failure={right.failure} again={again} />}
      {mayEdit ? (
        <EditedItem item={item} ports={ports} onNewer={onNewer} />
      ) : (
        right.state !== 'loading' && (
          <>
            {right.state === 'loaded' && <p className="jn-quiet">{messages.answer.readOnly}</p>}
            <ReadAnswer item={item} />
            <EvidenceList item={item} ports={ports} onAttached={null} />
          </>
        )
      )}
      <Questions item={item} questions={ports.questions} unsent={ports.unsent} mayAsk={mayEdit} />
      <details className="jn-fold">
        <summary>{words.survey}</summary>
        <SurveyFacts item={item} mic={(code) => link(code, urlOf('checklist', { mic: code }))} related={(id) => link(id.slice(id.indexOf(':') + 1), urlOf('checklist', { item: id }))} />
        <h3>{messages.screen.matrix}</h3>
        <ResponsibilityList responsibilities={item.responsibilities} />
      </details>
      <p>
        <a className="jn-button" href={recordUrl(item.recordId)}>
          {mayEdit ? words.record : messages.openRecord}
        </a>
      </p>
    </>
  )
}

function EditedItem({ item, ports, onNewer }: { readonly item: AssessedItemDetail; readonly ports: PhonePorts; readonly onNewer: Props['onNewer'] }) {
  const { today, timeOfDay } = useScreen()
  // The item is read once: what is saved afterwards is met by the editing itself.
  const [first] = useState(item)
  const editing = useAnswer(first, ports, ports.drafts, useCallback((now: AssessedItemDetail) => onNewer([now]), [onNewer]))
  const { source, work } = ports
  const names = useDirectory(ports.directory, useMemo(() => [first], [first]))
  const refresh = async () => {
    const now = await source.detail(item.recordId)
    if (!('found' in now)) editing.refreshed(now)
  }
  return (
    <>
      <WorkStepsBar recordId={item.recordId} revision={editing.draft.base.revision} work={work} mayEdit comment={editing.draft.base.reviewComment} refusal={() => handOverProblem(editing.draft.mine)} before={async () => ((await editing.submit()) ? editing.revision() : null)} after={refresh} />
      <PhoneAnswer editing={editing} names={names} />
      <EvidenceList item={editing.draft.base} ports={ports} onAttached={editing.attached} photoName={() => `${item.no}_${today}_${timeOfDay().replace(':', '')}`} />
    </>
  )
}
