import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { filterToLink } from '../../domain/item-filter'
import type { MatrixSection } from '../../domain/matrix'
import { editionsSheet } from '../papers/accompanying-sheets'
import { ExportDialog } from '../papers/ExportDialog'
import { useScreen, useTableFiles } from '../shared/context'
import { conditionText } from '../shared/FilterChips'
import { MatrixPaper } from './MatrixPaper'
import type { MatrixView } from './use-matrix-view'

interface Props {
  readonly assessment: Assessment
  /** As read */
  readonly items: readonly AssessedItem[]
  readonly view: MatrixView
  readonly unsaved: boolean
}

/** The matrix as a file or on A3, of what is shown or of all; the columns are those on the screen. */
export function MatrixPapers({ assessment, items, view, unsaved }: Props) {
  const { messages, today } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixPapers
  const [isOpen, setOpen] = useState(false)
  const [printing, setPrinting] = useState<{ readonly sections: readonly MatrixSection[]; readonly condition: string } | null>(null)
  const [duties, setDuties] = useState(false)
  // With duties a section fills pages anyway; without, most sections would leave a page nearly empty.
  const [wantsApart, setApart] = useState<boolean | null>(null)
  const apart = wantsApart ?? duties
  const { columns, shown, whole } = view
  const filtered = filterToLink(view.filter).size > 0
  const choices = [
    ...(filtered ? [{ label: messages.papers.shown(shown), sections: view.sections, condition: conditionText(view.filter, items, messages) }] : []),
    { label: messages.papers.all(items.length), sections: whole.sections, condition: '' },
  ]
  const make = async ({ sections, condition }: (typeof choices)[number]) => {
    const rows = sections.flatMap((section) => section.rows)
    return { table: tableFiles().matrixSheet(words.paperTitle, rows, columns), others: [editionsSheet({ assessment, day: today, count: rows.length, condition }, messages)], leftOut: 0 }
  }
  const print = (choice: number) => {
    setOpen(false)
    setPrinting(choices[choice] ?? null)
  }
  return (
    <>
      <button type="button" className="jn-button" onClick={() => setOpen(true)}>
        {messages.papers.open}
      </button>
      {isOpen && (
        <ExportDialog
          choices={choices.map((choice) => ({ label: choice.label, make: () => make(choice) }))}
          file={[words.paperTitle, assessment.round, assessment.facility]}
          close={() => setOpen(false)}
          hints={words.formatHint}
          options={
            <fieldset>
              <legend>{words.printHow}</legend>
              <label>
                <input type="checkbox" checked={duties} onChange={(event) => setDuties(event.target.checked)} /> {words.printDuties}
              </label>
              <label>
                <input type="checkbox" checked={apart} onChange={(event) => setApart(event.target.checked)} /> {words.printApart}
                <span className="jn-quiet">{words.printApartHint}</span>
              </label>
            </fieldset>
          }
          more={(choice) => (
            <button type="button" className="jn-button" onClick={() => print(choice)}>
              {words.printA3}
            </button>
          )}
        />
      )}
      {printing && <MatrixPaper assessment={assessment} columns={columns} unsaved={unsaved} duties={duties} apart={apart} {...printing} done={() => setPrinting(null)} />}
    </>
  )
}
