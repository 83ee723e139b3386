import { useEffect, useRef, useState } from 'react'
import { failureOf, ServiceFailure } from '../../ports/failure'
import type { WorkState, WorkStep, WorkSteps } from '../../ports/work-steps'
import { useScreen } from '../shared/context'
import { Reason } from '../shared/states'

interface Props {
  readonly recordId: string
  /** Asked for again whenever it changes: somebody may have taken a step. */
  readonly revision: string
  readonly work: WorkSteps
  readonly mayEdit: boolean
  /** What the reviewer has written: whoever gets the item back reads here why. */
  readonly comment?: string
  /** Whether the reviewer's comment can be written beside this */
  readonly takesComment?: boolean
  /** Why the item cannot leave the hands of who answers it yet; null if it can */
  readonly refusal: () => 'notAssessed' | 'reasonMissing' | null
  /** Saves what is being written; resolves to the revision on which the step is taken, or null where something could not be saved. */
  readonly before: () => Promise<string | null>
  /** Called when the record has changed. */
  readonly after: () => Promise<void>
}

type Said = { readonly state: 'nothing' | 'running' | 'unsaved' | 'conflict' } | { readonly state: 'taken'; readonly to: string } | { readonly state: 'refused'; readonly why: 'notAssessed' | 'reasonMissing' } | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** Where the item stands in the app's process, and the ways on that kintone offers to this user. */
export function WorkStepsBar({ recordId, revision, work, mayEdit, comment = '', takesComment = false, refusal, before, after }: Props) {
  const { messages, recordUrl } = useScreen()
  const words = messages.work
  const [read, setRead] = useState<WorkState | ServiceFailure | null>(null)
  const [asked, setAsked] = useState(0)
  const [said, setSaid] = useState<Said>({ state: 'nothing' })
  const [choosing, setChoosing] = useState<WorkStep | null>(null)

  // What stood there before stays until the new state is known, so that the focus is not lost.
  useEffect(() => {
    let isWanted = true
    work.of(recordId).then(
      (state) => isWanted && setRead(state),
      (error: unknown) => isWanted && setRead(failureOf(error)),
    )
    return () => {
      isWanted = false
    }
  }, [work, recordId, revision, asked])

  const take = async (step: WorkStep, next: string | null) => {
    if (said.state === 'running') return
    setChoosing(null)
    const why = step.isPassedOn ? refusal() : null
    if (why !== null) return setSaid({ state: 'refused', why })
    setSaid({ state: 'running' })
    try {
      const saved = await before()
      if (saved === null) return setSaid({ state: 'unsaved' })
      const outcome = await work.take(recordId, saved, step, next)
      // A step that was taken is taken, whether or not the item can be read now.
      await after().catch(() => {})
      // The old ways on must be gone before anybody can press them again.
      setRead(await work.of(recordId).catch(failureOf))
      setSaid(outcome === 'taken' ? { state: 'taken', to: step.to } : { state: 'conflict' })
    } catch (error) {
      setSaid({ state: 'failed', failure: failureOf(error) })
      setAsked(asked + 1)
    }
  }

  // The step that was pressed is gone with what it led away from.
  const section = useRef<HTMLElement>(null)
  const isTaken = said.state === 'taken'
  useEffect(() => {
    if (isTaken && document.activeElement === document.body) section.current?.focus()
  }, [isTaken, read])

  if (read === null) return null
  if (read instanceof ServiceFailure) {
    return (
      <p className="jn-work jn-quiet">
        {words.unknown} {messages.failure[read.kind]}{' '}
        <button type="button" className="jn-button jn-small" onClick={() => setAsked(asked + 1)}>
          {messages.retry}
        </button>
      </p>
    )
  }
  // Where nobody is named, whoever may edit may act.
  const steps = mayEdit || read.assignees.length > 0 ? read.steps : []
  return (
    <section ref={section} tabIndex={-1} className="jn-work" aria-label={words.title}>
      <p>
        <span className="jn-quiet">{words.title}</span> <strong>{read.status}</strong>{' '}
        {read.assignees.length > 0 && <span className="jn-quiet">{words.assignees(read.assignees.map(({ name }) => name).join(messages.comma))}</span>}
      </p>
      {comment !== '' && (
        <p className="jn-work-comment">
          <span className="jn-quiet">{messages.answer.field.reviewComment}</span> {comment}
        </p>
      )}
      <p className="jn-work-steps">
        {steps.map((step) =>
          step.isElsewhere ? (
            <a key={step.name} className="jn-button jn-small" href={recordUrl(recordId)}>
              {words.elsewhere(step.name)}
            </a>
          ) : (
            <button key={step.name} type="button" className="jn-button jn-small" aria-disabled={said.state === 'running' || undefined} onClick={() => (step.next.length > 0 ? setChoosing(step) : void take(step, null))}>
              {step.name} <span aria-hidden="true">→ {step.to}</span>
            </button>
          ),
        )}
      </p>
      {takesComment && steps.some(({ isPassedOn }) => isPassedOn) && steps.some(({ isPassedOn }) => !isPassedOn) && <p className="jn-quiet">{words.whyBack}</p>}
      {choosing && <NextChoice key={choosing.name} step={choosing} take={(next) => void take(choosing, next)} leave={() => setChoosing(null)} />}
      <p role="status" className="jn-save-said">
        {said.state === 'running' && words.running}
        {said.state === 'taken' && words.taken(said.to)}
      </p>
      <div role="alert">
        {said.state === 'refused' && <p className="jn-save-failed">{said.why === 'notAssessed' ? words.notAssessed : messages.answer.problem.reasonMissing}</p>}
        {said.state === 'unsaved' && <p className="jn-save-failed">{words.unsaved}</p>}
        {said.state === 'conflict' && <p className="jn-save-failed">{words.conflict}</p>}
        {said.state === 'failed' && (
          <p className="jn-save-failed">
            <strong>{words.notTaken}</strong> <Reason failure={said.failure} />
          </p>
        )}
      </div>
    </section>
  )
}

function NextChoice({ step, take, leave }: { readonly step: WorkStep; readonly take: (next: string) => void; readonly leave: () => void }) {
  const { messages } = useScreen()
  const words = messages.work
  const [next, setNext] = useState(step.next[0]?.code ?? '')
  return (
    <p className="jn-work-steps">
      <label>
        {words.next}{' '}
        <select value={next} onChange={(event) => setNext(event.target.value)}>
          {step.next.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="jn-button jn-small jn-primary" onClick={() => take(next)}>
        {step.name}
      </button>
      <button type="button" className="jn-button jn-small" onClick={leave}>
        {words.leave}
      </button>
    </p>
  )
}
