import { useCallback, useId, useState } from 'react'
import type { AssessedItemDetail } from '../../domain/assessment'
import type { Questions as QuestionsPort } from '../../ports/questions'
import { NEWEST } from '../../ports/questions'
import type { AskOutcome } from '../../usecases/ask'
import { ask, whoIsTold } from '../../usecases/ask'
import { useScreen } from './context'
import { useLoaded } from './load'
import type { UnsentQuestions } from './unsent-questions'

interface Props {
  readonly item: AssessedItemDetail
  readonly questions: QuestionsPort
  readonly unsent: UnsentQuestions
  /** Whether this user works on the item; who may only read is shown what has been written. */
  readonly mayAsk: boolean
}

/** What people have written about an item, and a question to those who work on it. Read when it is opened, which it is while a question waits to be sent. */
export function Questions(props: Props) {
  const { messages } = useScreen()
  const [isOpen, setOpen] = useState(() => props.unsent.read(props.item.recordId) !== '')
  return (
    <details className="jn-fold" open={isOpen} onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}>
      <summary>{messages.ask.title}</summary>
      {isOpen && <Conversation {...props} />}
    </details>
  )
}

function Conversation({ item, questions, unsent, mayAsk }: Props) {
  const { messages, userCode, dayAndTime } = useScreen()
  const words = messages.ask
  const id = useId()
  const [remarks, read] = useLoaded(useCallback(() => questions.newest(item.recordId), [questions, item.recordId]))
  const [text, setText] = useState(() => unsent.read(item.recordId))
  const told = whoIsTold(item, userCode)
  const write = (written: string) => {
    setText(written)
    unsent.keep(item.recordId, written)
  }
  const [state, setState] = useState<'idle' | 'asking' | 'empty' | AskOutcome>('idle')
  const outcome = typeof state === 'string' ? null : state
  const send = async () => {
    if (state === 'asking') return
    if (text.trim() === '') return setState('empty')
    setState('asking')
    const ended = await ask(questions, { recordId: item.recordId, text, to: told.map(({ code }) => code), me: userCode }, outcome)
    setState(ended)
    if (ended.outcome === 'asked') {
      write('')
      read()
    }
  }
  return (
    <>
      {mayAsk && (
        <form
          aria-label={words.title}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <p className="jn-quiet">{told.length === 0 ? words.nobody : words.whom(told.map(({ name }) => name).join(messages.comma))}</p>
          <label htmlFor={id}>{words.text}</label>
          <textarea id={id} className="jn-input" rows={3} value={text} onChange={(event) => write(event.target.value)} />
          <p>
            <button type="submit" className="jn-button" aria-disabled={state === 'asking' || undefined}>
              {words.send}
            </button>{' '}
            <span className="jn-save-said" role="status">
              {state === 'asking' && words.sending}
              {outcome?.outcome === 'asked' && words.sent}
              {state === 'empty' && words.empty}
            </span>
          </p>
          {outcome?.outcome === 'failed' && (
            <p className="jn-save-failed" role="alert">
              <strong>{outcome.isUncertain ? words.perhaps : words.failed}</strong> {messages.failure[outcome.failure.kind]}
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
          <p className="jn-quiet">{words.none}</p>
        ) : (
          <>
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
            {remarks.value.length === NEWEST && <p className="jn-quiet">{words.older(NEWEST)}</p>}
          </>
        ))}
    </>
  )
}
