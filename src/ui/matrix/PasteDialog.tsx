import type { PastedCell, PastePlan } from '../../domain/matrix-paste'
import { useScreen } from '../shared/context'
import { CellTable } from './CellTable'
import { Dialog } from './Dialog'
import { halvesText } from './halves-text'

interface Props {
  readonly plan: PastePlan
  readonly apply: () => void
  readonly cancel: () => void
}

/** What pasting would do, cell by cell, the refused ones first; nothing has been changed yet. */
export function PasteDialog({ plan, apply, cancel }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const rank = (cell: PastedCell) => (cell.result.kind === 'refused' ? 0 : cell.result.kind === 'change' ? 1 : 2)
  const cells = [...plan.cells].sort((a, b) => rank(a) - rank(b))
  const shown = cells.slice(0, SHOWN)
  return (
    <Dialog
      title={words.pasteTitle}
      close={cancel}
      actions={
        <>
          <button type="button" className="jn-button" onClick={cancel}>
            {words.cancel}
          </button>
          <button type="button" className="jn-button jn-primary" disabled={plan.writes.length === 0} onClick={apply}>
            {words.pasteDo(plan.writes.length)}
          </button>
        </>
      }
    >
      <p role="status">{words.pasteLead(plan.writes.length, plan.unchanged, plan.refused)}</p>
      <CellTable
        heads={[words.pasteRow, words.pasteColumn, words.pasteText, words.before, words.pasteBecomes]}
        lines={shown.map((cell) => ({
          key: `${cell.row}/${cell.column}`,
          refused: cell.result.kind === 'refused',
          cells: [cell.item?.no ?? words.pasteOutside, cell.party ?? words.pasteOutside, cell.text, cell.item && cell.party !== null ? halvesText(cell.before, messages) : '', <Result key="result" cell={cell} />],
        }))}
        more={cells.length - shown.length}
      />
    </Dialog>
  )
}

/** More than anybody reads through; the counts above are those of all. */
const SHOWN = 500

function Result({ cell: { result } }: { readonly cell: PastedCell }) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  switch (result.kind) {
    case 'change':
      return <>{halvesText(result.halves, messages)}</>
    case 'same':
      return <>{words.pasteSame}</>
    case 'blank':
      return <>{words.pasteBlank}</>
    case 'refused':
      return (
        <strong>
          {words.pasteRefused}: {words.pasteRefusal[result.why]}
        </strong>
      )
  }
}
