import { useRef, useState } from 'react'
import type { PartyProblem } from '../../domain/matrix'
import { partyProblem } from '../../domain/matrix'
import { useScreen } from '../shared/context'

interface Props {
  readonly parties: readonly string[]
  readonly columns: readonly string[]
  readonly editing: boolean
  readonly show: (columns: readonly string[]) => void
  readonly add: (party: string) => void
}

/** Which parties are columns, and in which order; kept in the link. While editing, a vendor or a system can be added. */
export function ColumnMenu({ parties, columns, editing, show, add }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const details = useRef<HTMLDetailsElement>(null)
  const summary = useRef<HTMLElement>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<PartyProblem | null>(null)
  const hidden = parties.filter((party) => !columns.includes(party))
  const move = (party: string, step: number) => {
    const at = columns.indexOf(party)
    const others = columns.filter((other) => other !== party)
    show([...others.slice(0, at + step), party, ...others.slice(at + step)])
  }
  const addNamed = () => {
    const wrong = partyProblem(name, parties)
    setProblem(wrong)
    if (wrong !== null) return
    add(name.trim())
    setName('')
  }
  return (
    <details
      ref={details}
      className="jn-columns"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        details.current?.removeAttribute('open')
        summary.current?.focus()
      }}
    >
      <summary ref={summary} className="jn-button">
        {hidden.length === 0 ? words.columns : words.columnsHidden(hidden.length)}
      </summary>
      <div className="jn-columns-body">
        <ul>
          {[...columns, ...hidden].map((party) => {
            const at = columns.indexOf(party)
            return (
              <li key={party}>
                <label>
                  <input
                    type="checkbox"
                    checked={at !== -1}
                    disabled={at !== -1 && columns.length === 1}
                    aria-label={words.showColumn(party)}
                    onChange={() => show(at === -1 ? [...columns, party] : columns.filter((other) => other !== party))}
                  />
                  {party}
                </label>
                <button type="button" className="jn-button" aria-label={words.moveLeft(party)} disabled={at <= 0} onClick={() => move(party, -1)}>
                  ←
                </button>
                <button type="button" className="jn-button" aria-label={words.moveRight(party)} disabled={at === -1 || at === columns.length - 1} onClick={() => move(party, 1)}>
                  →
                </button>
              </li>
            )
          })}
        </ul>
        <button type="button" className="jn-button" onClick={() => show(parties)}>
          {words.allColumns}
        </button>
        {editing && (
          <form
            className="jn-add-party"
            onSubmit={(event) => {
              event.preventDefault()
              addNamed()
            }}
          >
            <label className="jn-field">
              {words.addParty}
              <input type="text" value={name} aria-invalid={problem !== null} onChange={(event) => setName(event.target.value)} />
            </label>
            <button type="submit" className="jn-button">
              {words.addPartyDo}
            </button>
            {problem !== null && <p role="alert">{words.partyProblem[problem]}</p>}
            <p className="jn-quiet">{words.addPartyHint}</p>
          </form>
        )}
      </div>
    </details>
  )
}
