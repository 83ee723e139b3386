import { useState } from 'react'
import type { AgreementPreview } from '../../domain/matrix-agree'
import { useScreen } from '../shared/context'
import { Dialog } from './Dialog'

interface Props {
  readonly section: string
  /** What agreeing to the section would do, for a day and for whoever agreed */
  readonly agreement: AgreementPreview
  readonly agree: (day: string, who: string) => void
  readonly cancel: () => void
}

/** Asks when, and who agreed, before a whole section is marked. */
export function AgreeDialog({ section, agreement, agree, cancel }: Props) {
  const { messages, today } = useScreen()
  const words = messages.matrixEdit
  const [day, setDay] = useState(today)
  const [who, setWho] = useState('')
  const { items, halves, open, already } = agreement
  return (
    <Dialog
      title={words.agreeTitle(section)}
      close={cancel}
      actions={
        <>
          <button type="button" className="jn-button" onClick={cancel}>
            {words.cancel}
          </button>
          <button type="button" className="jn-button jn-primary" disabled={halves === 0 || day === ''} onClick={() => agree(day, who)}>
            {words.agreeDo}
          </button>
        </>
      }
    >
      <p>{halves === 0 ? words.agreeNone : words.agreeLead(items, halves)}</p>
      {open > 0 && <p className="jn-quiet">{words.agreeLeavesOpen(open)}</p>}
      {already > 0 && <p className="jn-quiet">{words.agreeLeavesAgreed(already)}</p>}
      <label className="jn-field">
        {words.agreeDay}
        <input type="date" max="9999-12-31" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <label className="jn-field">
        {words.agreeWho}
        <input type="text" value={who} onChange={(event) => setWho(event.target.value)} />
        <span className="jn-quiet">{words.agreeWhoHint}</span>
      </label>
    </Dialog>
  )
}
