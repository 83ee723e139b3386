import { useLayoutEffect, useRef, useState } from 'react'
import type { PartyPlan } from '../../domain/parties'
import { isStandardParty, planProblems, typedPlan } from '../../domain/parties'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { SettingsSave, SettingsStore } from '../../ports/settings-store'
import { DEFAULT_SETTINGS } from '../../settings/settings'
import type { ConfigMessages } from '../messages/config.ja'
import { KucButton } from '../shared/kuc'
import { Refusal } from './Outcome'
import type { PartyDraft } from './PartyForm'
import { PartyForm } from './PartyForm'

interface Props {
  readonly messages: ConfigMessages
  readonly store: SettingsStore
  /** Whether something else on this screen is writing. */
  readonly disabled: boolean
  readonly onWorking: (working: boolean) => void
}

type State =
  | { readonly state: 'asking' | 'saving' | 'unsaved' }
  | { readonly state: 'unreadable'; readonly why: 'damaged' | 'newer'; readonly text: string }
  | { readonly state: 'ended'; readonly end: SettingsSave }
  | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** 「責任分担表の列」: which parties there are, in which order, and what each unfolds into. */
export function PartiesSection({ messages, store, disabled, onWorking }: Props) {
  const words = messages.parties
  const [stored] = useState(() => store.read())
  const [state, go] = useState<State>(() => (stored.state === 'unreadable' ? stored : { state: 'asking' }))
  const [drafts, setDrafts] = useState<readonly PartyDraft[]>(() => draftsOf((stored.state === 'read' ? stored.settings : DEFAULT_SETTINGS).parties, messages.comma))
  const [shown, setShown] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const focusNext = useRef<string | null>(null)
  const plan = typedPlan(drafts.map(({ name, who, tiers }) => ({ name, who, tiers: tiers.split(/[、,，]/) })))
  const problems = planProblems(plan)
  const busy = disabled || state.state === 'saving'

  // A party that has moved, or come new, keeps the focus of whoever moved or added it.
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus()
    focusNext.current = null
  })

  const change = (next: readonly PartyDraft[]) => {
    setDrafts(next)
    go({ state: 'unsaved' })
  }
  const move = (at: number, step: 1 | -1) => {
    const draft = drafts[at]
    if (!draft) return
    const others = drafts.filter((other) => other !== draft)
    const to = at + step
    const way = to === 0 || to === drafts.length - 1 ? -step : step
    focusNext.current = `[data-party="${draft.key}"] [data-move="${way}"]`
    change([...others.slice(0, to), draft, ...others.slice(to)])
  }
  const add = (name: string) => {
    const key = Math.max(...drafts.map((draft) => draft.key)) + 1
    focusNext.current = `[data-party="${key}"] [data-member="${name === '' ? 'name' : 'who'}"]`
    change([...drafts, { key, name, who: '', tiers: '' }])
  }
  const act = async (work: () => Promise<SettingsSave>) => {
    setShown(true)
    if (problems.length > 0) {
      list.current?.querySelector<HTMLElement>(`[data-party="${drafts[problems[0]?.at ?? 0]?.key}"] [data-member="${problems[0]?.what}"]`)?.focus()
      return
    }
    go({ state: 'saving' })
    onWorking(true)
    go(await work().then((end): State => ({ state: 'ended', end }), (error: unknown): State => ({ state: 'failed', failure: failureOf(error) })))
    onWorking(false)
  }
  const publish = () => void act(() => store.publish().then((): SettingsSave => ({ outcome: 'live' })))

  if (state.state === 'unreadable') {
    return (
      <div className="jn-setup">
        <h2>{words.title}</h2>
        <div className="jn-warning" role="alert">
          <p>
            <strong>{words.unreadable[state.why]}</strong>
          </p>
          <p>{words.unreadableSafe}</p>
        </div>
        <label>
          {words.stored}
          <textarea className="jn-log-text" rows={6} readOnly value={state.text} />
        </label>
        <KucButton text={words.startAgain} type="alert" disabled={busy} onClick={() => go({ state: 'unsaved' })} />
      </div>
    )
  }
  return (
    <div className="jn-setup">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p className="jn-quiet">{words.recordsStay}</p>
      <ul ref={list}>
        {drafts.map((draft, at) => (
          <PartyForm
            key={draft.key}
            words={words}
            draft={draft}
            at={at}
            last={at === drafts.length - 1}
            disabled={busy}
            problem={shown ? problems.find((problem) => problem.at === at) : undefined}
            change={(next) => change(drafts.map((other) => (other === draft ? next : other)))}
            move={(step) => move(at, step)}
            remove={() => {
              focusNext.current = `[data-party="${(drafts[at - 1] ?? drafts[at + 1])?.key}"] input`
              change(drafts.filter((other) => other !== draft))
            }}
          />
        ))}
      </ul>
      <div className="jn-setup-buttons">
        {words.usual
          .filter((name) => !drafts.some((draft) => draft.name.trim() === name))
          .map((name) => (
            <button key={name} type="button" className="jn-button" disabled={busy} onClick={() => add(name)}>
              {words.add(name)}
            </button>
          ))}
        <button type="button" className="jn-button" disabled={busy} onClick={() => add('')}>
          {words.addOther}
        </button>
      </div>
      <div aria-live="polite">
        {state.state === 'unsaved' && <p className="jn-quiet">{words.unsaved}</p>}
        {state.state === 'saving' && <p className="jn-state">{words.saving}</p>}
        {state.state === 'failed' && <Refusal title={words.failed} failure={state.failure} messages={messages} />}
        {state.state === 'ended' && state.end.outcome === 'live' && (
          <p className="jn-good" role="status">
            {words.live}
          </p>
        )}
        {state.state === 'ended' && state.end.outcome !== 'live' && <p className="jn-warning">{words[state.end.outcome]}</p>}
      </div>
      <div className="jn-setup-buttons">
        <KucButton text={words.save} type="submit" disabled={busy} onClick={() => void act(() => store.save({ parties: plan }))} />
        {state.state === 'ended' && state.end.outcome === 'savedOnly' && <KucButton text={words.publish} type="normal" disabled={busy} onClick={publish} />}
      </div>
    </div>
  )
}

/** The standard three stay in the list even if somebody has taken them out of what is stored: every record has them. */
function draftsOf(parties: readonly PartyPlan[], comma: string): readonly PartyDraft[] {
  const missing = DEFAULT_SETTINGS.parties.filter(({ name }) => isStandardParty(name) && !parties.some((party) => party.name === name))
  return [...parties, ...missing].map(({ name, who, tiers }, key) => ({ key, name, who, tiers: tiers.join(comma) }))
}
