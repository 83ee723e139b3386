import { useCallback, useId, useState } from 'react'
import type { AssessedItemDetail } from '../../domain/assessment'
import type { Questions as QuestionsPort } from '../../ports/questions'
import type { AskOutcome } from '../../usecases/ask'
import { ask } from '../../usecases/ask'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'

interface Props {
  readonly item: AssessedItemDetail
  readonly questions: QuestionsPort
  readonly userCode: string
  /** Whether this user works on the item; who may only read is shown what has been written. */
  readonly mayAsk: boolean
}

/** What people have written about an item, and a question to its reviewers. Read when it is opened. */
export function Questions(props: Props) {
  const { messages } = useScreen()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="jn-fold" onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}>
      <summary>{messages.phone.ask}</summary>
      {isOpen && <Conversation {...props} />}
    </details>
  )
}

function Conversation({ item, questions, userCode, mayAsk }: Props) {
  const { messages, dayAndTime } = useScreen()
  const words = messages.phone
  const id = useId()
  const [remarks, read] = useLoaded(useCallback(() => questions.newest(item.recordId), [questions, item.recordId]))
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'asking' | 'empty' | AskOutcome>('idle')
  const outcome = typeof state === 'string' ? null : state
  const send = async () => {
    if (state === 'asking') return
    if (text.trim() === '') return setState('empty')
    setState('asking')
    const ended = await ask(questions, item.recordId, text, item.reviewers.map(({ code }) => code), userCode, outcome)
    setState(ended)
    if (ended.outcome === 'asked') {
      setText('')
      read()
    }
  }
  return (
    <>
      {mayAsk && (
        <form
          aria-label={words.ask}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <p className="jn-quiet">{item.reviewers.length === 0 ? words.askNobody : words.askWhom(item.reviewers.map(({ name }) => name).join(messages.comma))}</p>
          <label htmlFor={id}>{words.askText}</label>
          <textarea id={id} className="jn-input" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
          <p>
            <button type="submit" className="jn-button" aria-disabled={state === 'asking' || undefined}>
              {words.askSend}
            </button>{' '}
            <span className="jn-save-said" role="status">
              {state === 'asking' && words.asking}
              {outcome?.outcome === 'asked' && words.asked}
              {state === 'empty' && words.askEmpty}
            </span>
          </p>
          {outcome?.outcome === 'failed' && (
            <p className="jn-save-failed" role="alert">
              <strong>{outcome.isUncertain ? words.askPerhaps : words.askFailed}</strong> {messages.failure[outcome.failure.kind]}
            </p>
          )}
        </form>
      )}
      {remarks.state === 'loading' && <p className="jn-quiet">{messages.loading}</p>}
      {remarks.state === 'failed' && (
        <p className="jn-quiet" role="alert">
          {messages.failure[remarks.failure.kind]}{' '}
          <button type="button" className="jn-button" onClick={read}>
            {messages.retry}
          </button>
        </p>
      )}
      {remarks.state === 'loaded' &&
        (remarks.value.length === 0 ? (
          <p className="jn-quiet">{words.noComments}</p>
        ) : (
          <ul className="jn-remarks">
            {remarks.value.map(({ id: remarkId, text: said, at, by }) => (
              <li key={remarkId}>
                <p className="jn-quiet">
                  {by.name}　{dayAndTime(at)}
                </p>
                <p className="jn-said">{said}</p>
              </li>
            ))}
          </ul>
        ))}
    </>
  )
}
