import type { Responsibility } from '../../domain/responsibility'
import { useScreen } from './context'
import { RoleMark } from './marks'

/** Every party's half of one item: role, state, duty, and whether anybody has agreed to it. */
export function ResponsibilityList({ responsibilities }: { readonly responsibilities: readonly Responsibility[] }) {
  const { messages } = useScreen()
  return (
    <ul className="jn-halves">
      {responsibilities.map((half, at) => (
        <li key={`${half.party}${at}`} className={half.agreedOn === null ? 'jn-proposal' : undefined}>
          <p>
            <strong>{half.party}</strong> <RoleMark role={half.role} /> <span className="jn-half-state">{messages.halfState[half.state]}</span>{' '}
            <span className="jn-quiet">{half.agreedOn === null ? messages.matrix.proposal : messages.matrix.agreedOn(half.agreedOn)}</span>
          </p>
          {half.duty !== '' && <p>{half.duty}</p>}
          {half.basis !== '' && (
            <p className="jn-quiet">
              {messages.matrix.basis}: {half.basis}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
