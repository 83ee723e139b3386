import type { ReactNode } from 'react'
import { HALF_STATES, ROLES, ROW_VERDICTS } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { RoleMark, VerdictMark } from '../shared/marks'
import { Dialog } from './Dialog'

/** What the marks mean, what a proposal is and what a day of agreement does, and where to begin: in one place, for whoever asks. */
export function GuideDialog({ close }: { readonly close: () => void }) {
  const { messages } = useScreen()
  const words = messages.matrixGuide
  return (
    <Dialog
      title={words.title}
      close={close}
      isText
      actions={
        <button type="button" className="jn-button" onClick={close}>
          {messages.matrixEdit.close}
        </button>
      }
    >
      <p>{words.lead}</p>
      <h3>{words.begin}</h3>
      <ol className="jn-matrix-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{words.agreeing}</h3>
      {words.agreement.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Meanings head={words.roles} entries={ROLES.map((role) => [<RoleMark key={role} role={role} />, words.role[role]])} />
      <Meanings head={words.states} entries={HALF_STATES.map((state) => [messages.halfState[state], words.state[state]])} />
      <Meanings head={words.verdicts} entries={ROW_VERDICTS.map((verdict) => [<VerdictMark key={verdict} verdict={verdict} />, words.verdict[verdict]])} />
    </Dialog>
  )
}

function Meanings({ head, entries }: { readonly head: string; readonly entries: readonly (readonly [ReactNode, string])[] }) {
  return (
    <>
      <h3>{head}</h3>
      <dl className="jn-meanings">
        {entries.map(([mark, meaning]) => (
          <div key={meaning}>
            <dt>{mark}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
