import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import type { CellWrite } from '../../domain/matrix-edit'
import { clipboardBlock } from '../../domain/matrix-paste'
import type { AnswerPlan } from '../../domain/party-sheet'
import { ANSWER_HEADS, answerPlan, partyRows, SHEET_HEADS, sheetTexts } from '../../domain/party-sheet'
import { fileName } from '../../domain/sheet'
import { partySheet } from '../../domain/matrix-sheet'
import { tabSeparated } from '../../domain/tab-separated'
import { editionsSheet } from '../papers/accompanying-sheets'
import { saveFile, XLSX_TYPE } from '../papers/save-file'
import { useScreen, useTableFiles } from '../shared/context'
import type { CellsOnScreen } from './cell-actions'
import { Dialog } from './Dialog'

interface Props {
  readonly assessment: Assessment
  readonly party: string
  /** What the filter leaves, folded or not */
  readonly items: readonly AssessedItem[]
  readonly filtered: boolean
  readonly editing: boolean
  readonly mayEdit: boolean
  readonly stored: CellsOnScreen['stored']
  readonly write: (writes: readonly CellWrite[]) => void
  readonly close: () => void
}

/** What falls to one party, to be sent to it, and its answers back into its own cells: first what would change, then the change. */
export function PartySheetDialog({ assessment, party, items, filtered, editing, mayEdit, stored, write, close }: Props) {
  const { messages, today } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixPapers
  const [copied, setCopied] = useState<'yes' | 'refused' | null>(null)
  const [saved, setSaved] = useState('')
  const [pasted, setPasted] = useState('')
  const [plan, setPlan] = useState<AnswerPlan | 'noHeads' | null>(null)
  const rows = partyRows(items, party)
  const text = tabSeparated([SHEET_HEADS, ...rows.map(sheetTexts)])
  const copy = () => {
    setSaved('')
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  }
  const save = async () => {
    const name = fileName([words.sheetFile, party, assessment.round, assessment.facility, today], 'xlsx')
    saveFile(name, XLSX_TYPE, await tableFiles().writeXlsx([partySheet(words.sheetFile, rows), editionsSheet({ assessment, day: today, count: rows.length, condition: party }, messages)]))
    setSaved(messages.papers.written(name))
  }
  const read = () => setPlan(answerPlan(clipboardBlock(pasted), items, party, stored) ?? 'noHeads')
  const taking = plan !== null && plan !== 'noHeads' ? plan.writes.length : 0
  return (
    <Dialog
      title={words.sheetOf(party)}
      close={close}
      actions={
        <>
          <button type="button" className="jn-button" onClick={close}>
            {messages.matrixEdit.close}
          </button>
          {taking > 0 && plan !== null && plan !== 'noHeads' && (
            <button
              type="button"
              className="jn-button jn-primary"
              onClick={() => {
                write(plan.writes)
                close()
              }}
            >
              {words.take(taking)}
            </button>
          )}
        </>
      }
    >
      <p>{rows.length === 0 ? words.sheetNone(party) : words.sheetLead(rows.length, party)}</p>
      {filtered && <p className="jn-quiet">{words.sheetFiltered}</p>}
      {rows.length > 0 && (
        <p className="jn-choose-all">
          <button type="button" className="jn-button" onClick={copy}>
            {words.copy}
          </button>
          <button type="button" className="jn-button" onClick={save}>
            {words.excel}
          </button>
          <span role="status">{saved !== '' ? saved : copied === null ? '' : copied === 'yes' ? words.copied : words.copyRefused}</span>
        </p>
      )}
      {copied === 'refused' && (
        <label className="jn-field">
          {words.sheetText}
          <textarea rows={4} readOnly value={text} onFocus={(event) => event.target.select()} />
        </label>
      )}
      {!editing && mayEdit && <p className="jn-quiet">{words.answersNeedEdit}</p>}
      {editing && (
        <>
          <label className="jn-field">
            {words.answers}
            <textarea
              rows={5}
              value={pasted}
              onChange={(event) => {
                setPasted(event.target.value)
                setPlan(null)
              }}
            />
          </label>
          <p className="jn-quiet">{words.answersHint}</p>
          <button type="button" className="jn-button" disabled={pasted.trim() === ''} onClick={read}>
            {words.readAnswers}
          </button>
          {plan === 'noHeads' && (
            <p className="jn-warning" role="alert">
              {words.noHeads('番号', ANSWER_HEADS.join('・'))}
            </p>
          )}
          {plan !== null && plan !== 'noHeads' && <Answers plan={plan} />}
        </>
      )}
    </Dialog>
  )
}

/** More than anybody reads through; the counts above are those of all. */
const SHOWN = 500

function Answers({ plan }: { readonly plan: AnswerPlan }) {
  const { messages } = useScreen()
  const words = messages.matrixPapers
  const cells = [...plan.cells].sort((a, b) => Number(b.refused !== null) - Number(a.refused !== null))
  return (
    <>
      <p role="status">{words.answersFound(plan.cells.length - plan.refused, plan.unchanged, plan.refused)}</p>
      {cells.length > 0 && (
        <table className="jn-paste">
          <thead>
            <tr>
              {[words.answerRow, messages.matrixEdit.pasteRow, words.answerHead, messages.matrixEdit.before, words.answer].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, SHOWN).map(({ row, no, party, head, before, text, refused }, at) => (
              <tr key={at} className={refused === null ? undefined : 'jn-refused'}>
                <td>{row}</td>
                <td>
                  {no} {party}
                </td>
                <td>{head ?? words.wholeRow}</td>
                <td>{before}</td>
                <td>
                  {text}{' '}
                  {refused !== null && (
                    <strong>
                      {words.refused}: {words.answerRefusal[refused]}
                    </strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cells.length > SHOWN && <p>{messages.matrixEdit.more(cells.length - SHOWN)}</p>}
    </>
  )
}
