import { useState } from 'react'
import type { ColumnChoice } from '../../domain/matrix-columns'
import { movedColumn } from '../../domain/matrix-columns'
import type { PartyGroup, PartyProblem } from '../../domain/parties'
import { partyProblem } from '../../domain/parties'
import { useScreen } from '../shared/context'
import { PopUp } from './PopUp'

interface Props {
  readonly groups: readonly PartyGroup[]
  readonly choice: ColumnChoice
  readonly editing: boolean
  readonly choose: (choice: ColumnChoice) => void
  readonly add: (party: string) => void
}

/** Which parties are columns, in which order, and which stay in sight; kept in the link. While editing, a vendor or a system can be added. */
export function ColumnMenu({ groups, choice, editing, choose, add }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<PartyProblem | null>(null)
  const { shown, unfolded, frozen } = choice
  const parties = groups.map((group) => group.name)
  const hidden = parties.filter((party) => !shown.includes(party))
  const show = (next: readonly string[]) => choose({ ...choice, shown: next })
  const addNamed = () => {
    const wrong = partyProblem(name, [...parties, ...groups.flatMap(({ tiers }) => tiers)])
    setProblem(wrong)
    if (wrong !== null) return
    add(name.trim())
    setName('')
  }
  return (
    <PopUp className="jn-columns" summary={hidden.length === 0 ? words.columns : words.columnsHidden(hidden.length)} summaryClass="jn-button">
      <div className="jn-columns-body">
        <ul>
          {[...shown, ...hidden].map((party) => {
            const at = shown.indexOf(party)
            const tiers = groups.find((group) => group.name === party)?.tiers ?? []
            return (
              <li key={party}>
                <label>
                  <input
                    type="checkbox"
                    checked={at !== -1}
                    disabled={at !== -1 && shown.length === 1}
                    aria-label={words.showColumn(party)}
                    onChange={() => show(at === -1 ? [...shown, party] : shown.filter((other) => other !== party))}
                  />
                  {party}
                </label>
                <button type="button" className="jn-button" aria-label={words.moveLeft(party)} disabled={at <= 0} onClick={() => choose(movedColumn(choice, party, -1))}>
                  ←
                </button>
                <button type="button" className="jn-button" aria-label={words.moveRight(party)} disabled={at === -1 || at === shown.length - 1} onClick={() => choose(movedColumn(choice, party, 1))}>
                  →
                </button>
                {tiers.length > 0 && (
                  <button
                    type="button"
                    className="jn-button"
                    aria-expanded={unfolded.has(party)}
                    aria-label={unfolded.has(party) ? words.foldColumn(party) : words.unfoldColumn(party, tiers.length)}
                    onClick={() => choose({ ...choice, unfolded: new Set(unfolded.has(party) ? [...unfolded].filter((other) => other !== party) : [...unfolded, party]) })}
                  >
                    {words.tiers} {unfolded.has(party) ? '◂' : '▸'}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
        <label className="jn-frozen-count">
          {words.frozen}{' '}
          <select value={frozen} onChange={(event) => choose({ ...choice, frozen: Number(event.target.value) })}>
            {[0, ...shown.map((_, at) => at + 1)].map((n) => (
              <option key={n} value={n}>
                {n}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="jn-button" onClick={() => show(parties)}>
          {words.allColumns}
        </button>
        <p className="jn-quiet">{words.ownView}</p>
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
    </PopUp>
  )
}
