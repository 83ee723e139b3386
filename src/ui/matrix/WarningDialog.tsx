import type { ReactNode } from 'react'
import type { CellWarning } from '../../domain/half-warning'
import type { Cell } from '../../domain/matrix-edit'
import { useScreen } from '../shared/context'
import { Dialog } from './Dialog'

interface Props {
  readonly title: string
  readonly lead: ReactNode
  readonly warnings: readonly CellWarning[]
  readonly goTo: (cell: Cell) => void
  readonly close: () => void
  readonly actions: ReactNode
}

/** Every warning with a way to its cell. */
export function WarningDialog({ title, lead, warnings, goTo, close, actions }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const shown = warnings.slice(0, SHOWN)
  return (
    <Dialog title={title} close={close} actions={actions}>
      <p>{lead}</p>
      <ul className="jn-warning-list">
        {shown.map(({ item, party, warning }) => (
          <li key={`${item.recordId}/${party}/${warning}`}>
            <button type="button" className="jn-link" onClick={() => goTo({ recordId: item.recordId, party })}>
              {item.no} {item.title}・{party}
            </button>{' '}
            <span>{words.warningHint[warning]}</span>
          </li>
        ))}
      </ul>
      {warnings.length > shown.length && <p>{words.more(warnings.length - shown.length)}</p>}
    </Dialog>
  )
}

const SHOWN = 200
