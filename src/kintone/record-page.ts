/** kintone's own record pages, on a PC and on the phone: what is shown there, where there is room for us, and how a save can be refused or asked about. */
import type { AnswerField } from '../domain/answer'
import type { CheckedAnswer } from '../domain/answer-check'
import type { Assessment, AssessedItemDetail } from '../domain/assessment'
import type { UnreadableRecord } from '../ports/assessed-items'
import { FIELD_OF } from './answer-fields'
import { FORM_GROUPS, GUIDE_SPACE } from './fields'
import { isPassedOn } from './app/process'
import { decodeAssessment, decodeChecked, decodeDetail } from './record-codec'

export type Device = 'desktop' | 'mobile'
type Fields = Record<string, { value?: unknown; error?: string | null }>
interface RecordEvent {
  readonly type: string
  readonly record: Fields
  readonly recordId?: number | string
  readonly nextStatus?: { readonly value: string }
  error?: string
}
interface RecordFunctions {
  getSpaceElement(elementId: string): HTMLElement | null
  getHeaderMenuSpaceElement?(): HTMLElement | null
  setGroupFieldOpen(code: string, isOpen: boolean): void
}
interface DialogOptions {
  readonly title: string
  readonly body: string
  readonly showOkButton: boolean
  readonly okButtonText: string
  readonly showCancelButton: boolean
  readonly cancelButtonText: string
}
/** Functions of 2025 and later are not there on every kintone yet. */
interface KintoneGlobal {
  readonly events: { on(types: readonly string[], handler: (event: RecordEvent) => unknown): void }
  readonly app: { readonly record: RecordFunctions }
  readonly mobile?: {
    readonly app: { getHeaderSpaceElement(): HTMLElement | null; readonly record: RecordFunctions }
    showConfirmBottomSheet?(options: DialogOptions): Promise<string>
    showNotification?(kind: 'ERROR', message: string): Promise<void>
  }
  showConfirmDialog?(options: DialogOptions): Promise<string>
}
declare const kintone: KintoneGlobal

type RecordMode = 'show' | 'edit' | 'create' | 'print'

interface ShownRecord {
  readonly mode: RecordMode
  /** null for a new record */
  readonly item: AssessedItemDetail | UnreadableRecord | null
  readonly assessment: Assessment | null
  /** A box of our own in the place that kintone leaves to plug-ins. */
  readonly box: HTMLElement
  /** Folds the part of kintone's form that says what is said above it already. */
  foldForm(): void
}

const SHOW_EVENTS: Readonly<Record<Device, readonly string[]>> = {
  desktop: ['app.record.detail.show', 'app.record.edit.show', 'app.record.create.show', 'app.record.print.show'],
  mobile: ['mobile.app.record.detail.show', 'mobile.app.record.edit.show', 'mobile.app.record.create.show'],
}

/**
 * Calls `open` each time a record is shown: kintone does so again after saving, cancelling, paging and a status action. `open` gives what takes
 * its drawing down, which is called before the next.
 */
export function onRecordShown(device: Device, open: (shown: ShownRecord) => () => void): void {
  let close = () => {}
  kintone.events.on(SHOW_EVENTS[device], (event) => {
    close()
    close = () => {}
    const mode = (['edit', 'create', 'print'] as const).find((name) => event.type.endsWith(`.${name}.show`)) ?? 'show'
    const space = guideSpace(device)
    // An app that the plug-in was added to and never set up has none of our fields.
    if (!space || event.record[FIELD_OF.status] === undefined) return event
    const box = document.createElement('div')
    space.append(box)
    const unmount = open({
      mode,
      item: mode === 'create' ? null : decodeDetail(withoutFiles(event.record)),
      assessment: decodeAssessment(event.record),
      box,
      foldForm: () => recordFunctions(device).setGroupFieldOpen(FORM_GROUPS[0]?.code ?? '', false),
    })
    close = () => {
      unmount()
      box.remove()
    }
    return event
  })
}

/** While a record is edited on the phone its files are not told, not even that there are none; what is drawn above the form needs none of them. [cybozu.dev js-api/events/edit/edit-show-event] */
export function withoutFiles(record: Fields): Fields {
  return { ...record, [FIELD_OF.evidenceFiles]: { value: [] } }
}

/** The space at the form's head; in an app set up by an earlier version, or where somebody has taken it out, the one beside the record's buttons. */
function guideSpace(device: Device): HTMLElement | null {
  if (device === 'mobile') return kintone.mobile?.app.getHeaderSpaceElement() ?? null
  return recordFunctions(device).getSpaceElement(GUIDE_SPACE.elementId) ?? recordFunctions(device).getHeaderMenuSpaceElement?.() ?? null
}

function recordFunctions(device: Device): RecordFunctions {
  return device === 'mobile' && kintone.mobile ? kintone.mobile.app.record : kintone.app.record
}

/** What a check has to say before a record is saved. */
interface SaveJudgement {
  /** Sentences, each at its field: with any of them nothing is saved. */
  readonly refused: readonly FieldSentence[]
  /** What is asked before saving all the same; null for nothing. Asked once a page for the same `key`. */
  readonly question: (FieldSentence & SaveQuestion) | null
  /** Said over the page beside the sentences at the fields, which may be out of sight. */
  readonly summary: string
}
interface FieldSentence {
  readonly field: AnswerField
  readonly sentence: string
}
interface SaveQuestion {
  readonly key: string
  readonly title: string
  readonly save: string
  readonly back: string
  /** Where kintone has no dialog: that saving once more saves it as it is. */
  readonly again: string
}

const SUBMIT_EVENTS: Readonly<Record<Device, readonly string[]>> = {
  desktop: ['app.record.create.submit', 'app.record.edit.submit', 'app.record.index.edit.submit'],
  mobile: ['mobile.app.record.create.submit', 'mobile.app.record.edit.submit'],
}

/** `read`: the record as it is stored, for a list whose row does not hold every field that is judged. */
export function onRecordSubmit(device: Device, read: (recordId: string) => Promise<unknown>, judge: (answer: CheckedAnswer) => SaveJudgement): void {
  const asked = new Set<string>()
  kintone.events.on(SUBMIT_EVENTS[device], async (event) => {
    const answer = decodeChecked(event.record) ?? (await withStored(event, read))
    // What this user may not see, or this version does not know, is not judged.
    if (!answer) return event
    for (const code of [FIELD_OF.status, FIELD_OF.statusReason, FIELD_OF.targetOn]) if (event.record[code]) event.record[code].error = null
    const { refused, question, summary } = judge(answer)
    if (refused.length > 0) return refuse(event, refused, summary)
    if (!question) return event
    const key = `${event.recordId ?? ''} ${question.key}`
    if (asked.has(key)) return event
    const action = await ask(device, { title: question.title, body: question.sentence, showOkButton: true, okButtonText: question.save, showCancelButton: true, cancelButtonText: question.back })
    if (action === 'OK' || action === undefined) asked.add(key)
    if (action === 'OK') return event
    return refuse(event, [{ field: question.field, sentence: action === undefined ? `${question.sentence} ${question.again}` : question.sentence }], action === undefined ? question.again : summary)
  })
}

/** How kintone's own dialog was closed; undefined where this kintone has none. */
async function ask(device: Device, options: DialogOptions): Promise<string | undefined> {
  try {
    return await (device === 'mobile' ? kintone.mobile?.showConfirmBottomSheet?.(options) : kintone.showConfirmDialog?.(options))
  } catch {
    return undefined
  }
}

async function withStored(event: RecordEvent, read: (recordId: string) => Promise<unknown>): Promise<CheckedAnswer | null> {
  if (!event.type.endsWith('index.edit.submit') || event.recordId === undefined) return null
  const stored = await read(String(event.recordId)).catch(() => null)
  return typeof stored === 'object' && stored !== null ? decodeChecked({ ...stored, ...event.record }) : null
}

/** A field that the list has no column for, or a folded group hides, shows no sentence: then it stands over the page. */
function refuse(event: RecordEvent, sentences: readonly FieldSentence[], summary: string): RecordEvent {
  for (const { field, sentence } of sentences) {
    const shown = event.record[FIELD_OF[field]]
    if (shown) shown.error = sentence
  }
  event.error = [summary, ...sentences.map(({ sentence }) => sentence)].join('\n')
  return event
}

const PROCEED_EVENTS: Readonly<Record<Device, string>> = { desktop: 'app.record.detail.process.proceed', mobile: 'mobile.app.record.detail.process.proceed' }

/** `refusal`: why an item cannot be handed to its reviewer, or closed, with this answer; null if it can. */
export function onRecordProceed(device: Device, refusal: (answer: CheckedAnswer) => string | null): void {
  kintone.events.on([PROCEED_EVENTS[device]], (event) => {
    const answer = isPassedOn(event.nextStatus?.value ?? '') ? decodeChecked(event.record) : null
    const sentence = answer && refusal(answer)
    if (sentence === null) return event
    event.error = sentence
    if (device === 'desktop') return event
    // On the phone kintone shows no `error` of this event. [cybozu.dev js-api/events/event-object-actions]
    sayOnPhone(sentence)
    return false
  })
}

function sayOnPhone(sentence: string): void {
  if (kintone.mobile?.showNotification) return void kintone.mobile.showNotification('ERROR', sentence)
  const said = document.createElement('p')
  said.setAttribute('role', 'alert')
  said.textContent = sentence
  kintone.mobile?.app.getHeaderSpaceElement()?.prepend(said)
}
