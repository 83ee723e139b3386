import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { partyRows, SHEET_HEADS, sheetTexts } from '../../domain/party-sheet'
import { fileName } from '../../domain/sheet'
import { tabSeparated } from '../../domain/tab-separated'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import { editionsSheet } from '../papers/accompanying-sheets'
import { saveFile, XLSX_TYPE } from '../papers/save-file'
import { useScreen, useTableFiles } from '../shared/context'
import { Reason } from '../shared/states'

interface Props {
  readonly assessment: Assessment
  readonly party: string
  readonly items: readonly AssessedItem[]
  readonly filtered: boolean
}

type State = { readonly state: 'asking' | 'writing' | 'copied' | 'copyRefused' } | { readonly state: 'written'; readonly name: string } | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** What falls to a party, as a file or as cells on the clipboard. */
export function PartyRequest({ assessment, party, items, filtered }: Props) {
  const { messages, today } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixPapers
  const [state, go] = useState<State>({ state: 'asking' })
  const rows = partyRows(items, party)
  const text = () => tabSeparated([SHEET_HEADS, ...rows.map((row) => sheetTexts(assessment, row))])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      go({ state: 'copied' })
    } catch {
      go({ state: 'copyRefused' })
    }
  }
  const save = async () => {
    if (state.state === 'writing') return
    go({ state: 'writing' })
    try {
      const name = fileName([words.sheetFile, party, assessment.round, assessment.facility, today], 'xlsx')
      const { writeXlsx, partySheet } = tableFiles()
      saveFile(name, XLSX_TYPE, await writeXlsx([partySheet(words.sheetFile, assessment, rows), editionsSheet({ assessment, day: today, count: rows.length, condition: party }, messages)]))
      go({ state: 'written', name })
    } catch (error) {
      go({ state: 'failed', failure: failureOf(error) })
    }
  }
  return (
    <section>
      <h3>{words.request}</h3>
      <p>{rows.length === 0 ? words.sheetNone(party) : words.sheetLead(rows.length, party)}</p>
      {filtered && <p className="jn-quiet">{words.sheetFiltered}</p>}
      {rows.length > 0 && (
        <p className="jn-choose-all">
          <button type="button" className="jn-button" onClick={() => void save()}>
            {words.excel}
          </button>
          <button type="button" className="jn-button" onClick={() => void copy()}>
            {words.copy}
          </button>
          <span role="status">
            {state.state === 'written' && messages.papers.written(state.name)}
            {state.state === 'copied' && words.copied}
            {state.state === 'copyRefused' && words.copyRefused}
          </span>
        </p>
      )}
      {state.state === 'failed' && (
        <p className="jn-warning" role="alert">
          {messages.papers.notWritten} <Reason failure={state.failure} />
        </p>
      )}
      {state.state === 'copyRefused' && (
        <label className="jn-field">
          {words.sheetText}
          <textarea rows={4} readOnly value={text()} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </section>
  )
}
