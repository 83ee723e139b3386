import { useState } from 'react'
import type { Names } from '../../domain/answer-sheet'
import { answerSheet, namesSheet } from '../../domain/answer-sheet'
import type { Assessment, AssessedItem, AssessedItemDetail } from '../../domain/assessment'
import { inSourceOrder } from '../../domain/coverage'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import { useScreen } from '../shared/context'
import { editionsSheet, legendSheet } from './accompanying-sheets'
import type { Exported, Format } from './ExportDialog'
import { ExportDialog } from './ExportDialog'

interface Props {
  readonly assessment: Assessment
  readonly items: readonly AssessedItem[]
  readonly shown: readonly AssessedItem[]
  /** The filter in words; empty for none */
  readonly condition: string
  readonly source: Pick<AssessedItems, 'details'>
  readonly directory: Directory
}

/** The checklist as a file, of what is shown or of all. */
export function ChecklistPapers({ assessment, items, shown, condition, source, directory }: Props) {
  const { messages, today } = useScreen()
  const words = messages.papers
  const [isOpen, setOpen] = useState(false)

  const make = async (wanted: readonly AssessedItem[] | null, format: Format): Promise<Exported> => {
    const [{ items: read, unreadable }, names] = await Promise.all([source.details(assessment), format === 'xlsx' ? namesToOffer(directory) : null])
    const ids = wanted && new Set(wanted.map(({ recordId }) => recordId))
    const details: readonly AssessedItemDetail[] = inSourceOrder(ids ? read.filter(({ recordId }) => ids.has(recordId)) : read)
    const table = answerSheet(details, assessment, { people: format === 'xlsx' ? 'named' : 'codes', hints: words.hint, names })
    const editions = editionsSheet({ assessment, day: today, count: details.length, condition: wanted ? condition : '' }, messages)
    return { table, others: [legendSheet(messages), editions, ...(names ? [namesSheet(names)] : [])], leftOut: wanted ? 0 : unreadable.length }
  }

  return (
    <>
      <button type="button" className="jn-button jn-small" onClick={() => setOpen(true)}>
        {words.open}
      </button>
      {isOpen && (
        <ExportDialog
          choices={[
            ...(shown.length < items.length ? [{ label: words.shown(shown.length), make: (format: Format) => make(shown, format) }] : []),
            { label: words.all(items.length), make: (format) => make(null, format) },
          ]}
          file={[words.checklistFile, assessment.round, assessment.facility]}
          close={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** Names to choose from; where this user may not read them, the file comes without. */
async function namesToOffer(directory: Directory): Promise<Names | null> {
  try {
    const [people, departments] = await Promise.all([directory.people(), directory.departments()])
    return { people, departments }
  } catch {
    return null
  }
}
