import { useCallback } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { inspectionOf } from '../../domain/inspection'
import { fileName } from '../../domain/sheet'
import type { AssessedItems } from '../../ports/assessed-items'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { Failed, Loading } from '../shared/states'
import style from './inspection-paper.css?inline'
import { InspectionPaper } from './InspectionPaper'
import { PrintDialog } from './PrintDialog'

interface Props {
  readonly assessment: Assessment
  /** Null for all */
  readonly items: readonly AssessedItem[] | null
  readonly condition: string
  readonly source: Pick<AssessedItems, 'details'>
  readonly close: () => void
}

/** The checklist for an inspection, of what is shown or of all. What could not be read is said on the paper itself. */
export function InspectionPrint({ assessment, items, condition, source, close }: Props) {
  const { messages, today } = useScreen()
  const words = messages.printing
  const [loaded, again] = useLoaded(useCallback(() => source.details(assessment), [source, assessment]))
  const ids = items && new Set(items.map(({ recordId }) => recordId))
  return (
    <PrintDialog title={words.title} name={fileName([words.title, assessment.round, assessment.facility, today], 'pdf').replace(/\.pdf$/, '')} style={style} close={close}>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={again} />}
      {loaded.state === 'loaded' && (
        <>
          {loaded.value.unreadable.length > 0 && <p className="note">{messages.papers.leftOut(loaded.value.unreadable.length)}</p>}
          <InspectionPaper inspection={inspectionOf(assessment, ids ? loaded.value.items.filter(({ recordId }) => ids.has(recordId)) : loaded.value.items)} day={today} condition={ids ? condition : ''} messages={messages} />
        </>
      )}
    </PrintDialog>
  )
}
