import { useState } from 'react'
import type { GuidelineItem } from '../../domain/guideline'
import { MERGED_CELLS } from '../../domain/reference-text/merged-cells'
import type { FoundText } from '../../domain/reference-text/found'
import type { ReferenceCopy } from '../../domain/reference-text/read'
import { officialText, readReference } from '../../domain/reference-text/read'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { HeldText, OfficialTexts, TextsWritten } from '../../ports/official-texts'
import type { PdfReader } from '../../ports/pdf-reader'
import { decodedText } from '../../spreadsheet/csv'
import { planOfficialText } from '../../usecases/plan-official-text'
import type { ConfigMessages } from '../messages/config.ja'
import { forgetChosen } from '../shared/forget-chosen'
import { KucButton } from '../shared/kuc'
import { Refusal } from './Outcome'

export interface OfficialTextActions {
  readonly items: readonly GuidelineItem[]
  readonly texts: OfficialTexts
  readonly readPdf: PdfReader
}

interface Props {
  readonly messages: ConfigMessages
  readonly actions: OfficialTextActions
  /** Whether something else on this screen is writing. */
  readonly disabled: boolean
  readonly onWorking: (working: boolean) => void
}

interface Preview {
  readonly found: readonly FoundText[]
  readonly missing: readonly GuidelineItem[]
  readonly held: readonly HeldText[]
}

type State =
  | { readonly state: 'asking' }
  | { readonly state: 'reading'; readonly said: string }
  | { readonly state: 'refused'; readonly said: string }
  | { readonly state: 'failed'; readonly failure: ServiceFailure }
  | { readonly state: 'preview'; readonly preview: Preview }
  | { readonly state: 'writing'; readonly done: number; readonly of: number }
  | { readonly state: 'ended'; readonly written: TextsWritten; readonly of: number }

/** The reference has 1.5 MB as a PDF. */
const FILE_MAX_BYTES = 50_000_000

/** 「原文の取り込み」: read the user's own copy, show what was found, write it. The file stays in this browser. */
export function OfficialTextSection({ messages, actions, disabled, onWorking }: Props) {
  const words = messages.officialText
  const [state, go] = useState<State>({ state: 'asking' })
  const [takesDoubtful, setTakesDoubtful] = useState(false)
  const isBusy = disabled || state.state === 'reading' || state.state === 'writing'

  const copyOf = async (file: File): Promise<ReferenceCopy | { readonly refused: string }> => {
    if (file.size > FILE_MAX_BYTES) return { refused: words.tooLarge }
    const content = await file.arrayBuffer().catch(() => null)
    if (content === null) return { refused: words.gone }
    const bytes = new Uint8Array(content)
    if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) {
      const pdf = await actions.readPdf(bytes, (page, of) => go({ state: 'reading', said: words.page(page, of) }))
      return pdf.outcome === 'read' ? pdf : { refused: words.pdfProblem[pdf.problem] }
    }
    const decoded = decodedText(bytes)
    return decoded.outcome === 'decoded' ? { text: decoded.text } : { refused: words.notText }
  }

  const read = async (file: File | undefined) => {
    if (!file || isBusy) return
    setTakesDoubtful(false)
    go({ state: 'reading', said: words.reading })
    try {
      const opened = await copyOf(file)
      if ('refused' in opened) return go({ state: 'refused', said: opened.refused })
      const reading = readReference(opened, actions.items, MERGED_CELLS)
      if (reading.outcome === 'refused') return go({ state: 'refused', said: words[reading.problem] })
      go({ state: 'reading', said: words.comparing })
      go({ state: 'preview', preview: { found: reading.found, missing: reading.missing, held: await actions.texts.held() } })
    } catch (error) {
      go({ state: 'failed', failure: failureOf(error) })
    }
  }

  const write = async (preview: Preview) => {
    const { changes } = planOfficialText(taken(preview, takesDoubtful), preview.held)
    onWorking(true)
    go({ state: 'writing', done: 0, of: changes.length })
    const written = await actions.texts.write(changes, (done) => go({ state: 'writing', done, of: changes.length }))
    go({ state: 'ended', written, of: changes.length })
    onWorking(false)
  }

  return (
    <div className="jn-official">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p className="jn-quiet">{words.privacy}</p>
      <p>
        <label>
          {words.choose} <input type="file" accept=".pdf,.txt" disabled={isBusy} onClick={forgetChosen} onChange={(event) => void read(event.target.files?.[0])} />
        </label>
      </p>
      <div aria-live="polite">
        {state.state === 'reading' && <p className="jn-state">{state.said}</p>}
        {state.state === 'refused' && (
          <p className="jn-warning" role="alert">
            {state.said}
          </p>
        )}
        {state.state === 'failed' && <Refusal title={words.failed} failure={state.failure} messages={messages} />}
        {state.state === 'writing' && <p className="jn-state">{words.writing(state.done, state.of)}</p>}
        {state.state === 'ended' && state.written.outcome === 'written' && <p className="jn-good">{words.written(state.of)}</p>}
        {state.state === 'ended' && state.written.outcome === 'stopped' && <Refusal title={words.stopped(state.written.done)} failure={state.written.failure} messages={messages} />}
      </div>
      {state.state === 'preview' && <Found preview={state.preview} takesDoubtful={takesDoubtful} setTakesDoubtful={setTakesDoubtful} write={() => void write(state.preview)} disabled={disabled} messages={messages} />}
    </div>
  )
}

interface FoundProps {
  readonly preview: Preview
  readonly takesDoubtful: boolean
  readonly setTakesDoubtful: (takes: boolean) => void
  readonly write: () => void
  readonly disabled: boolean
  readonly messages: ConfigMessages
}

function Found({ preview, takesDoubtful, setTakesDoubtful, write, disabled, messages }: FoundProps) {
  const words = messages.officialText
  const { found, missing, held } = preview
  const doubtful = found.filter(({ doubts }) => doubts.length > 0)
  // A PDF whose columns cannot be told at all would list every item.
  const byOrder = doubtful.filter(({ doubts }) => doubts.join() === 'byOrder')
  const own = taken(preview, takesDoubtful)
  const plan = planOfficialText(own, held)
  const sample = own[0]
  return (
    <section>
      <p>
        <strong>{words.matched(found.length, found.length + missing.length)}</strong>
      </p>
      {doubtful.length > 0 && (
        <details open>
          <summary>{words.doubtful(doubtful.length)}</summary>
          <ul>
            {byOrder.length > 0 && (
              <li>
                <details>
                  <summary>{words.byOrder(byOrder.length)}</summary>
                  <ul>{byOrder.map((one) => doubtfulItem(one, ''))}</ul>
                </details>
              </li>
            )}
            {doubtful.filter((one) => !byOrder.includes(one)).map((one) => doubtfulItem(one, `: ${one.doubts.map((doubt) => words.doubt[doubt]).join(messages.comma)}`))}
          </ul>
          <label>
            <input type="checkbox" checked={takesDoubtful} onChange={(event) => setTakesDoubtful(event.target.checked)} /> {words.takeDoubtful}
          </label>
        </details>
      )}
      {missing.length > 0 && (
        <details open>
          <summary>{words.missing(missing.length)}</summary>
          <ul>
            {missing.map((item) => (
              <li key={`${item.part} ${item.no}`}>
                <strong>{item.no}</strong> {item.title}
              </li>
            ))}
          </ul>
        </details>
      )}
      {sample && (
        <details>
          <summary>
            {words.sample}: {sample.item.no} {sample.item.title}
          </summary>
          <p className="jn-official-sample">{officialText(sample.pieces)}</p>
        </details>
      )}
      <p>{held.length === 0 ? words.noRecords : words.plan(plan.added, plan.replaced, plan.unchanged)}</p>
      <KucButton text={words.write(plan.changes.length)} type="submit" disabled={disabled || plan.changes.length === 0} onClick={write} />
    </section>
  )
}

/** Its text can be opened: only who has seen it can say whether to take it. */
function doubtfulItem({ item, pieces }: FoundText, why: string) {
  return (
    <li key={`${item.part} ${item.no}`}>
      <details>
        <summary>
          <strong>{item.no}</strong> {item.title}
          {why}
        </summary>
        <p className="jn-official-sample">{officialText(pieces)}</p>
      </details>
    </li>
  )
}

/** What is doubtful is taken only where somebody says so. */
function taken({ found }: Preview, takesDoubtful: boolean): readonly FoundText[] {
  return takesDoubtful ? found : found.filter(({ doubts }) => doubts.length === 0)
}
