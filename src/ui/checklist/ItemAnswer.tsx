import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { handOverProblem } from '../../domain/answer-check'
import type { AssessedItemDetail } from '../../domain/assessment'
import { isOverdue } from '../../domain/assessment'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { EvidenceFiles } from '../../ports/evidence-files'
import type { Questions } from '../../ports/questions'
import type { WorkSteps } from '../../ports/work-steps'
import { useScreen } from '../shared/context'
import type { Loaded } from '../shared/load'
import { Loading, RightsUnknown } from '../shared/states'
import type { UnsentQuestions } from '../shared/unsent-questions'
import type { EditingHandle } from './AnswerFrame'
import { AnswerForm } from './AnswerForm'
import { EvidenceList } from './EvidenceList'
import { Pair } from './Pair'
import type { Drafts } from './use-answer'
import { useAnswer } from './use-answer'
import type { OfferedNames } from './use-directory'
import { WorkStepsBar } from './WorkStepsBar'

export interface AnswerPorts {
  readonly source: AssessedItems
  readonly answers: Answers
  readonly files: EvidenceFiles
  readonly questions: Questions
  readonly unsent: UnsentQuestions
  readonly work: WorkSteps
  readonly names: OfferedNames
  readonly drafts: Drafts
  readonly handle: RefObject<EditingHandle | null>
  /** Called with the item as it has been read or saved. */
  readonly onNewer: (item: AssessedItemDetail) => void
}

interface Props {
  readonly item: AssessedItemDetail
  /** As the list knows it: higher than the item's own once somebody else has saved */
  readonly revision: string
  readonly right: readonly [Loaded<ReadonlySet<string>>, () => void]
  /** Reads the whole item again. */
  readonly reread: () => void
  readonly ports: AnswerPorts
}

/** The hospital's answer: a form for whoever may edit this record, for all others as it is read. kintone itself is asked which. */
export function ItemAnswer({ item, revision, right: [right, again], reread, ports }: Props) {
  const { messages } = useScreen()
  return (
    <>
      <h3>{messages.checklist.answer}</h3>
      {right.state === 'loading' && <Loading />}
      {right.state === 'failed' && <RightsUnknown failure={right.failure} again={again} />}
      {right.state === 'loaded' && right.value.has(item.recordId) ? (
        <EditedAnswer item={item} revision={revision} ports={ports} />
      ) : (
        right.state !== 'loading' && (
          <>
            <WorkStepsBar recordId={item.recordId} revision={revision} work={ports.work} mayEdit={false} refusal={() => handOverProblem(item)} before={async () => item.revision} after={async () => reread()} />
            <ReadAnswer item={item} />
            <EvidenceList item={item} ports={ports} onAttached={null} />
          </>
        )
      )}
    </>
  )
}

function EditedAnswer({ item, revision, ports }: { readonly item: AssessedItemDetail; readonly revision: string; readonly ports: AnswerPorts }) {
  const { messages } = useScreen()
  const { source, handle } = ports
  const editing = useAnswer(item, ports, ports.drafts, ports.onNewer)
  const { recordId } = item
  const isBehind = Number(revision) > Number(editing.draft.base.revision)
  const isUntouched = editing.changed.length === 0 && editing.save.state !== 'saving'
  const refresh = async () => {
    const now = await source.detail(recordId)
    if (!('found' in now)) editing.refreshed(now)
  }
  const latestRefresh = useRef(refresh)
  useEffect(() => {
    latestRefresh.current = refresh
  })
  useEffect(() => {
    // Where the item cannot be read now, saving will meet what has happened.
    if (isBehind && isUntouched) latestRefresh.current().catch(() => {})
  }, [isBehind, isUntouched])
  return (
    <>
      <WorkStepsBar recordId={recordId} revision={revision} work={ports.work} mayEdit comment={editing.draft.base.reviewComment} takesComment refusal={() => handOverProblem(editing.draft.mine)} before={async () => ((await (handle.current?.submit() ?? editing.submit())) ? editing.revision() : null)} after={refresh} />
      {isBehind && !isUntouched && editing.save.state !== 'conflict' && (
        <p className="jn-warning" role="status">
          {messages.answer.othersSaved}
        </p>
      )}
      <AnswerForm editing={editing} names={ports.names} handle={handle} />
      <EvidenceList item={editing.draft.base} ports={ports} onAttached={editing.attached} />
    </>
  )
}

export function ReadAnswer({ item }: { readonly item: AssessedItemDetail }) {
  const { messages, today } = useScreen()
  const words = messages.answer.field
  const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).join(messages.comma)
  const day = (text: string | null) => text?.replaceAll('-', '/') ?? null
  return (
    <dl className="jn-pairs">
      <Pair name={words.owners}>{names(item.owners)}</Pair>
      {item.takesDepartments && <Pair name={words.departments}>{names(item.departments)}</Pair>}
      <Pair name={words.targetOn}>
        {day(item.targetOn)}
        {isOverdue(item, today) && <strong className="jn-overdue"> {messages.checklist.overdue}</strong>}
      </Pair>
      {item.statusReason !== '' && <Pair name={words.statusReason}>{item.statusReason}</Pair>}
      <Pair name={words.implementation}>{item.implementation}</Pair>
      {item.regulation !== '' && <Pair name={words.regulation}>{item.regulation}</Pair>}
      {item.checkedOn !== null && <Pair name={words.checkedOn}>{day(item.checkedOn)}</Pair>}
      {item.completedOn !== null && <Pair name={words.completedOn}>{day(item.completedOn)}</Pair>}
      {item.nextReviewOn !== null && <Pair name={words.nextReviewOn}>{day(item.nextReviewOn)}</Pair>}
      {item.evidenceLinks !== '' && <Pair name={words.evidenceLinks}>{item.evidenceLinks}</Pair>}
      {item.evidenceExpiresOn !== null && <Pair name={words.evidenceExpiresOn}>{day(item.evidenceExpiresOn)}</Pair>}
      <Pair name={words.inquiry}>{messages.inquiry[item.inquiry]}</Pair>
      {item.inquiryOn !== null && <Pair name={words.inquiryOn}>{item.inquiryOn}</Pair>}
      {item.inquiryNote !== '' && <Pair name={words.inquiryNote}>{item.inquiryNote}</Pair>}
      {item.reviewers.length > 0 && <Pair name={words.reviewers}>{names(item.reviewers)}</Pair>}
      {item.reviewComment !== '' && <Pair name={words.reviewComment}>{item.reviewComment}</Pair>}
    </dl>
  )
}
