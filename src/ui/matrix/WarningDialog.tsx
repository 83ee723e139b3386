import type { ReactNode } from 'react'
import type { CellWarning } from '../../domain/half-warning'
import { HALF_WARNINGS } from '../../domain/half-warning'
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

/** Every warning with a way to its cell, the gravest kind first. */
export function WarningDialog({ title, lead, warnings, goTo, close, actions }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  return (
    <Dialog title={title} close={close} actions={actions}>
      <p>{lead}</p>
      {HALF_WARNINGS.map((kind) => {
        const own = warnings.filter(({ warning }) => warning === kind)
        if (own.length === 0) return null
        return (
          <section key={kind}>
            <h3>
              {words.warning[kind]} {own.length}
            </h3>
            <p>{words.warningHint[kind]}</p>
            <ul className="jn-warning-list">
              {own.slice(0, SHOWN).map(({ item, party }) => (
                <li key={`${item.recordId}/${party}`}>
                  <button type="button" className="jn-link" onClick={() => goTo({ recordId: item.recordId, party })}>
                    {item.no} {item.title}・{party}
                  </button>
                </li>
              ))}
            </ul>
            {own.length > SHOWN && <p>{words.more(own.length - SHOWN)}</p>}
          </section>
        )
      })}
    </Dialog>
  )
}

const SHOWN = 200
