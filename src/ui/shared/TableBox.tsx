import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { tabSeparated } from '../../domain/tab-separated'
import { useScreen } from './context'
import { copyText } from './copy-text'

interface Props {
  readonly caption: string
  /** Whether the caption heads a section of the screen */
  readonly isHeading?: boolean
  readonly className: string
  readonly children: ReactNode
}

/** A table of numbers with its name, to be copied into a spreadsheet. A wide one scrolls in its own box. */
export function TableBox({ caption, isHeading = false, className, children }: Props) {
  const { messages } = useScreen()
  const words = messages.copy
  const id = useId()
  const table = useRef<HTMLTableElement>(null)
  const [said, setSaid] = useState<'copied' | 'selected' | null>(null)
  const copy = async () => {
    if (table.current) setSaid(await copyText(tabSeparated(cellsOf(table.current)), table.current))
  }
  return (
    <div className="jn-table-box">
      <div className="jn-table-head">
        {isHeading ? <h2 id={id}>{caption}</h2> : <h3 id={id}>{caption}</h3>}
        <button type="button" className="jn-button jn-small" aria-describedby={id} onClick={() => void copy()}>
          {words.table}
        </button>
        <span role="status" className="jn-quiet">
          {said && words[said]}
        </span>
      </div>
      <div className="jn-table-scroll">
        <table ref={table} aria-labelledby={id} className={className}>
          {children}
        </table>
      </div>
    </div>
  )
}

/** What the cells say; a drawing has no text and is left out. */
function cellsOf(table: HTMLTableElement): readonly (readonly string[])[] {
  return [...table.rows].map((row) => [...row.cells].filter((cell) => !cell.classList.contains('jn-col-bar')).map((cell) => cell.textContent.trim()))
}
