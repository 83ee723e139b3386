import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import type { Sheet } from '../../domain/sheet'
import { useScreen, useTableFiles } from '../shared/context'
import { editionsSheet } from './accompanying-sheets'
import { ExportDialog } from './ExportDialog'

/** 文献と照会 as a file: either of its two tables, an Excel file with both. */
export function DocumentPapers({ assessment, items }: { readonly assessment: Assessment; readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.papers
  const [isOpen, setOpen] = useState(false)
  const tables = () => {
    const { documentSheet, inquirySheet } = tableFiles()
    return [documentSheet(words.byDocument, items, today), inquirySheet(words.inquiries, items, today)] as const
  }
  const choice = (label: string, pick: (tables: readonly [Sheet, Sheet]) => readonly [Sheet, Sheet]) => ({
    label,
    make: async () => {
      const [table, other] = pick(tables())
      return { table, others: [other, editionsSheet({ assessment, day: today, count: items.length, condition: '' }, messages)], leftOut: 0 }
    },
  })
  return (
    <p className="jn-documents-papers">
      <button type="button" className="jn-button jn-small" onClick={() => setOpen(true)}>
        {words.openExport}
      </button>
      {isOpen && (
        <ExportDialog
          choices={[choice(words.byDocument, (both) => both), choice(words.inquiries, ([first, second]) => [second, first])]}
          file={[words.documentsFile, assessment.round, assessment.facility]}
          close={() => setOpen(false)}
        />
      )}
    </p>
  )
}
