import { useState } from 'react'
import type { Names } from '../../domain/answer-sheet'
import type { Assessment, AssessedItem, AssessedItemDetail } from '../../domain/assessment'
import { inSourceOrder } from '../../domain/coverage'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import { useScreen, useTableFiles } from '../shared/context'
import { editionsSheet, legendSheet } from './accompanying-sheets'
import type { Exported, Format } from './ExportDialog'
import { ExportDialog, FORMATS } from './ExportDialog'
import { InspectionPrint } from './InspectionPrint'

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
  const tableFiles = useTableFiles()
  const words = messages.papers
  const [open, setOpen] = useState<'nothing' | 'export' | { readonly print: readonly AssessedItem[] | null }>('nothing')
  // What is shown comes first, where it is not all.
  const wanted = shown.length < items.length ? [shown, null] : [null]

  const make = async (some: readonly AssessedItem[] | null, format: Format): Promise<Exported> => {
    const [{ items: read, unreadable }, names] = await Promise.all([source.details(assessment), format === 'xlsx' ? namesToOffer(directory) : null])
    const ids = some && new Set(some.map(({ recordId }) => recordId))
    const details: readonly AssessedItemDetail[] = inSourceOrder(ids ? read.filter(({ recordId }) => ids.has(recordId)) : read)
    const leftOut = some ? 0 : unreadable.length
    const { oscalDocuments, answerSheet, namesSheet } = tableFiles()
    if (format === 'oscal') return { documents: oscalDocuments(details, { assessment, day: today }), leftOut }
    const table = answerSheet(details, assessment, { people: format === 'xlsx' ? 'named' : 'codes', hints: words.hint, names })
    const editions = editionsSheet({ assessment, day: today, count: details.length, condition: some ? condition : '' }, messages)
    return { table, others: [legendSheet(messages), editions, ...(names ? [namesSheet(names)] : [])], leftOut }
  }

  return (
    <>
      <button type="button" className="jn-button jn-small" onClick={() => setOpen('export')}>
        {words.open}
      </button>
      {open === 'export' && (
        <ExportDialog
          choices={wanted.map((some) => ({ label: some ? words.shown(some.length) : words.all(items.length), make: (format) => make(some, format) }))}
          formats={FORMATS}
          file={[words.checklistFile, assessment.round, assessment.facility]}
          close={() => setOpen('nothing')}
          more={(choice) => (
            <button type="button" className="jn-button" onClick={() => setOpen({ print: wanted[choice] ?? null })}>
              {messages.printing.open}
            </button>
          )}
        />
      )}
      {typeof open === 'object' && <InspectionPrint assessment={assessment} items={open.print} condition={condition} source={source} close={() => setOpen('nothing')} />}
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
