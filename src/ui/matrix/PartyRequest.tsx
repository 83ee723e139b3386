import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { partyRows, SHEET_HEADS, sheetTexts } from '../../domain/party-sheet'
import { fileName } from '../../domain/sheet'
import { tabSeparated } from '../../domain/tab-separated'
import { editionsSheet } from '../papers/accompanying-sheets'
import { saveFile, XLSX_TYPE } from '../papers/save-file'
import { useScreen, useTableFiles } from '../shared/context'

interface Props {
  readonly assessment: Assessment
  readonly party: string
  readonly items: readonly AssessedItem[]
  readonly filtered: boolean
}

/** What falls to a party, as a file or as cells on the clipboard. */
export function PartyRequest({ assessment, party, items, filtered }: Props) {
  const { messages, today } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixPapers
  const [copied, setCopied] = useState<'yes' | 'refused' | null>(null)
  const [saved, setSaved] = useState('')
  const rows = partyRows(items, party)
  const text = () => tabSeparated([SHEET_HEADS, ...rows.map((row) => sheetTexts(assessment, row))])
  const copy = () => {
    setSaved('')
    navigator.clipboard.writeText(text()).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  }
  const save = async () => {
    setCopied(null)
    const name = fileName([words.sheetFile, party, assessment.round, assessment.facility, today], 'xlsx')
    const { writeXlsx, partySheet } = tableFiles()
    saveFile(name, XLSX_TYPE, await writeXlsx([partySheet(words.sheetFile, assessment, rows), editionsSheet({ assessment, day: today, count: rows.length, condition: party }, messages)]))
    setSaved(messages.papers.written(name))
  }
  return (
    <section>
      <h3>{words.request}</h3>
      <p>{rows.length === 0 ? words.sheetNone(party) : words.sheetLead(rows.length, party)}</p>
      {filtered && <p className="jn-quiet">{words.sheetFiltered}</p>}
      {rows.length > 0 && (
        <p className="jn-choose-all">
          <button type="button" className="jn-button" onClick={save}>
            {words.excel}
          </button>
          <button type="button" className="jn-button" onClick={copy}>
            {words.copy}
          </button>
          <span role="status">{saved !== '' ? saved : copied === null ? '' : copied === 'yes' ? words.copied : words.copyRefused}</span>
        </p>
      )}
      {copied === 'refused' && (
        <label className="jn-field">
          {words.sheetText}
          <textarea rows={4} readOnly value={text()} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </section>
  )
}
