import { useId } from 'react'
import type { PlanProblem } from '../../domain/parties'
import { isStandardParty, USUAL_TIERS } from '../../domain/parties'
import { HOSPITAL } from '../../domain/responsibility'
import type { PartiesMessages } from '../messages/parties.ja'

/** A party as it is typed: its tiers are one text. */
export interface PartyDraft {
  /** Stays the same while the name is typed and the order changed */
  readonly key: number
  readonly name: string
  readonly who: string
  readonly tiers: string
}

interface Props {
  readonly words: PartiesMessages
  readonly draft: PartyDraft
  readonly at: number
  readonly last: boolean
  readonly disabled: boolean
  readonly problem: PlanProblem | undefined
  readonly change: (draft: PartyDraft) => void
  readonly move: (step: 1 | -1) => void
  readonly remove: () => void
}

/** One party of the list: its name, who it is, what it unfolds into, and its place. */
export function PartyForm({ words, draft, at, last, disabled, problem, change, move, remove }: Props) {
  const said = useId()
  const standard = isStandardParty(draft.name) && problem?.what !== 'name'
  const called = draft.name.trim() || words.unnamed
  const field = (label: string, member: 'name' | 'who' | 'tiers', hint?: string) => (
    <label className="jn-party-field">
      {label}
      <input
        type="text"
        value={draft[member]}
        placeholder={hint}
        disabled={disabled}
        data-member={member}
        aria-invalid={problem?.what === member || undefined}
        aria-describedby={problem?.what === member ? said : undefined}
        onChange={(event) => change({ ...draft, [member]: event.target.value })}
      />
    </label>
  )
  return (
    <li className="jn-party" data-party={draft.key}>
      <div className="jn-party-place">
        <span>{words.place(at + 1)}</span>
        <button type="button" className="jn-button" data-move="-1" aria-label={words.up(called)} disabled={disabled || at === 0} onClick={() => move(-1)}>
          ↑
        </button>
        <button type="button" className="jn-button" data-move="1" aria-label={words.down(called)} disabled={disabled || last} onClick={() => move(1)}>
          ↓
        </button>
      </div>
      <div className="jn-party-fields">
        {standard ? (
          <p className="jn-party-field">
            {words.name}
            <strong>{draft.name}</strong>
            <span className="jn-quiet">{words.standard}</span>
          </p>
        ) : (
          field(words.name, 'name')
        )}
        {field(words.who, 'who', words.whoHint)}
        {field(draft.name === HOSPITAL ? words.departments : words.tiers, 'tiers')}
        {problem && (
          <p id={said} className="jn-party-problem" role="alert">
            {words.problem[problem.problem]}
          </p>
        )}
      </div>
      <div className="jn-party-more">
        {draft.name !== HOSPITAL && draft.tiers.trim() === '' && (
          <button type="button" className="jn-button" disabled={disabled} onClick={() => change({ ...draft, tiers: USUAL_TIERS.join('、') })}>
            {words.useTiers}
          </button>
        )}
        {!standard && (
          <button type="button" className="jn-button" aria-label={words.remove(called)} disabled={disabled} onClick={remove}>
            {words.removeWord}
          </button>
        )}
      </div>
    </li>
  )
}
