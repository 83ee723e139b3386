import type { RefObject } from 'react'
import type { AssessedItemDetail } from '../../domain/assessment'
import { isOverdue } from '../../domain/assessment'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { EvidenceFiles } from '../../ports/evidence-files'
import { useScreen } from '../shared/context'
import type { Loaded } from '../shared/load'
import { Loading } from '../shared/states'
import type { EditingHandle } from './AnswerForm'
import { AnswerForm } from './AnswerForm'
import { EvidenceList } from './EvidenceList'
import { Pair } from './Pair'
import type { Drafts } from './use-answer'
import { useAnswer } from './use-answer'
import type { OfferedNames } from './use-directory'

export interface AnswerPorts {
  readonly source: AssessedItems
  readonly answers: Answers
  readonly files: EvidenceFiles
  readonly names: OfferedNames
  readonly drafts: Drafts
  readonly handle: RefObject<EditingHandle | null>
  /** Called with the item as it has been read or saved. */
  readonly onNewer: (item: AssessedItemDetail) => void
}

interface Props {
  readonly item: AssessedItemDetail
  readonly right: readonly [Loaded<ReadonlySet<string>>, () => void]
  readonly ports: AnswerPorts
}

/** The hospital's answer: a form for whoever may edit this record, for all others as it is read. kintone itself is asked which. */
export function ItemAnswer({ item, right: [right, again], ports }: Props) {
  const { messages } = useScreen()
  return (
    <>
      <h3>{messages.checklist.answer}</h3>
      {right.state === 'loading' && <Loading />}
      {right.state === 'failed' && (
        <p className="jn-warning" role="alert">
          {messages.answer.rightsUnknown} {messages.failure[right.failure.kind]}{' '}
          <button type="button" className="jn-button" onClick={again}>
            {messages.retry}
          </button>
        </p>
      )}
      {right.state === 'loaded' && right.value.has(item.recordId) ? (
        <EditedAnswer item={item} ports={ports} />
      ) : (
        right.state !== 'loading' && (
          <>
            <ReadAnswer item={item} />
            <EvidenceList item={item} ports={ports} onAttached={null} />
          </>
        )
      )}
    </>
  )
}

function EditedAnswer({ item, ports }: { readonly item: AssessedItemDetail; readonly ports: AnswerPorts }) {
  const editing = useAnswer(item, ports, ports.drafts, ports.onNewer)
  return (
    <>
      <AnswerForm editing={editing} names={ports.names} handle={ports.handle} />
      <EvidenceList item={editing.draft.base} ports={ports} onAttached={editing.attached} />
    </>
  )
}

function ReadAnswer({ item }: { readonly item: AssessedItemDetail }) {
  const { messages, today } = useScreen()
  const words = messages.answer.field
  const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).join('、')
  return (
    <dl className="jn-pairs">
      <Pair name={words.owners}>{names(item.owners)}</Pair>
      <Pair name={words.departments}>{names(item.departments)}</Pair>
      <Pair name={words.targetOn}>
        {item.targetOn}
        {isOverdue(item, today) && <strong className="jn-overdue"> {messages.checklist.overdue}</strong>}
      </Pair>
      {item.statusReason !== '' && <Pair name={words.statusReason}>{item.statusReason}</Pair>}
      <Pair name={words.implementation}>{item.implementation}</Pair>
      {item.regulation !== '' && <Pair name={words.regulation}>{item.regulation}</Pair>}
      {item.checkedOn !== null && <Pair name={words.checkedOn}>{item.checkedOn}</Pair>}
      {item.completedOn !== null && <Pair name={words.completedOn}>{item.completedOn}</Pair>}
      {item.nextReviewOn !== null && <Pair name={words.nextReviewOn}>{item.nextReviewOn}</Pair>}
      {item.evidenceLinks !== '' && <Pair name={words.evidenceLinks}>{item.evidenceLinks}</Pair>}
      {item.evidenceExpiresOn !== null && <Pair name={words.evidenceExpiresOn}>{item.evidenceExpiresOn}</Pair>}
      <Pair name={words.inquiry}>{messages.inquiry[item.inquiry]}</Pair>
      {item.reviewers.length > 0 && <Pair name={words.reviewers}>{names(item.reviewers)}</Pair>}
      {item.reviewComment !== '' && <Pair name={words.reviewComment}>{item.reviewComment}</Pair>}
    </dl>
  )
}
