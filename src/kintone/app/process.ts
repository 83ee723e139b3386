/** The process management of the app: 未着手 → 対応中 → 確認待ち → 完了, or without 確認待ち for a small clinic. */
import type { Preset, ShapeEntry } from '../../ports/app-shape'
import type { FieldCode } from '../fields'
import type { Entity } from './held'
import type { Planned } from './planned'

interface ProcessState {
  readonly name: string
  readonly index: string
  readonly assignee: { readonly type: string; readonly entities: readonly { readonly entity: Entity; readonly includeSubs: boolean }[] }
}
interface ProcessAction {
  readonly name: string
  readonly from: string
  readonly to: string
}
/** `states` and `actions` are null until somebody has set them. */
export interface ProcessManagement {
  readonly enable: boolean
  readonly states: Readonly<Record<string, ProcessState>> | null
  readonly actions: readonly ProcessAction[] | null
}

const NOT_STARTED = '未着手'
const WORKING = '対応中'
export const REVIEW = '確認待ち'
const DONE = '完了'

/** Whether an item that goes into this status leaves the hands of who answers it. Of a status of the hospital's own nothing is known. */
export function isPassedOn(status: string): boolean {
  return status === REVIEW || status === DONE
}

const nobody = { type: 'ONE', entities: [] }
/** ANY: everybody named there may act, and nobody has to be chosen. The first status takes only ONE. */
const whoeverIs = (code: FieldCode) => ({ type: 'ANY', entities: [{ entity: { type: 'FIELD_ENTITY', code }, includeSubs: false }] })

const STATES: readonly Omit<ProcessState, 'index'>[] = [
  { name: NOT_STARTED, assignee: nobody },
  { name: WORKING, assignee: whoeverIs('owner') },
  { name: REVIEW, assignee: whoeverIs('reviewer') },
  { name: DONE, assignee: nobody },
]
const ACTIONS: Readonly<Record<Preset, readonly ProcessAction[]>> = {
  hospital: [
    { name: '着手する', from: NOT_STARTED, to: WORKING },
    { name: '確認を依頼する', from: WORKING, to: REVIEW },
    { name: '承認する', from: REVIEW, to: DONE },
    { name: '差し戻す', from: REVIEW, to: WORKING },
    { name: '再開する', from: DONE, to: WORKING },
  ],
  clinic: [
    { name: '着手する', from: NOT_STARTED, to: WORKING },
    { name: '完了する', from: WORKING, to: DONE },
    { name: '再開する', from: DONE, to: WORKING },
  ],
}

/** What kintone calls the statuses of an app in which nobody has set any. The language of the app shows in the code of its status field. */
const FIRST_BY_STATUS_FIELD: Readonly<Record<string, string>> = { ステータス: '未処理' }
const FIRST_OTHERWISE = 'Not started'
const KINTONES_OWN: ReadonlySet<string> = new Set(['未処理', '処理中', '完了', 'Not started', 'In progress', 'Completed'])

/** A process that is there, ours or the user's own, is left as it is: records stand in its statuses. `statusField`: the code of the form's field of type STATUS. */
export function planProcess(held: ProcessManagement, preset: Preset, statusField: string | null): Planned<ProcessManagement> {
  const states = STATES.filter(({ name }) => preset === 'hospital' || name !== REVIEW)
  const actions = ACTIONS[preset]
  if (isOurs(held) || isOfTheUser(held)) {
    const verdict = (known: boolean) => (isOurs(held) && known ? 'unchanged' : 'foreign')
    return {
      entries: [
        ...stateNames(held).map((name): ShapeEntry => ({ part: 'status', name, verdict: verdict(STATES.some((state) => state.name === name)) })),
        ...(held.actions ?? []).map((action): ShapeEntry => ({ part: 'action', name: shown(action), verdict: verdict([...ACTIONS.hospital, ...ACTIONS.clinic].some((ours) => shown(ours) === shown(action))) })),
      ],
      write: null,
    }
  }
  const first = stateNames(held)[0] ?? firstStatus(statusField)
  return {
    entries: [
      // The first status is never new: kintone only lets it be renamed.
      ...states.map(({ name }, at): ShapeEntry => (at === 0 ? { part: 'status', name, verdict: 'changed', from: first, to: name } : { part: 'status', name, verdict: 'added' })),
      ...actions.map((action): ShapeEntry => ({ part: 'action', name: shown(action), verdict: 'added' })),
    ],
    write: { enable: true, states: Object.fromEntries(states.map((state, at) => [at === 0 ? first : state.name, { ...state, index: String(at) }])), actions },
  }
}

/** What kintone calls the first status of an app in which nobody has set any. */
export function firstStatus(statusField: string | null): string {
  return FIRST_BY_STATUS_FIELD[statusField ?? ''] ?? FIRST_OTHERWISE
}

/** Told by its statuses, with or without 確認待ち; the hospital may have added some. */
export function isOurs(held: ProcessManagement): boolean {
  const names = stateNames(held)
  return names[0] === NOT_STARTED && names.includes(WORKING) && names.includes(DONE)
}

function isOfTheUser(held: ProcessManagement): boolean {
  return held.enable || stateNames(held).some((name) => !KINTONES_OWN.has(name))
}

/** Whether somebody is asked to review: records stand in 確認待ち, now or once the plan is carried out. */
export function asksForReview(held: ProcessManagement, planned: ProcessManagement | null): boolean {
  const process = planned ?? held
  return isOurs(held) || planned ? Object.values(process.states ?? {}).some(({ name }) => name === REVIEW) : false
}

function stateNames({ states }: ProcessManagement): readonly string[] {
  return Object.values(states ?? {})
    .toSorted((a, b) => Number(a.index) - Number(b.index))
    .map(({ name }) => name)
}

function shown({ name, from, to }: ProcessAction): string {
  return `${name}（${from} → ${to}）`
}
