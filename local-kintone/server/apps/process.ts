import { fieldsByCode, systemField, type Field } from '../fields/field'
import { parseCondition } from '../query/check'
import { requiredParameter, unknownRow, usedName } from '../problems'
import { invalidInput } from '../refusals'
import type { AppCall } from '../rest/call'
import { flag, integerText, list, map, object, oneOf, read, text, type Of } from '../rest/shape'
import { checkEntity, creatorCode, entityShape, type SettingsEntity } from './entities'
import { changeSettings, settingsOf, type AppSettings } from './settings'
import type { View } from './views'

export interface CoveredEntity {
  readonly entity: SettingsEntity
  readonly includeSubs: boolean
}

/** `sid` stays when the status is renamed, so that a deploy can rename it in the records. */
export interface State {
  readonly sid: string
  readonly name: string
  readonly index: string
  readonly assignee: { readonly type: 'ONE' | 'ALL' | 'ANY'; readonly entities: readonly CoveredEntity[] }
}

export interface Action {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly filterCond: string
  readonly type: 'PRIMARY' | 'SECONDARY'
  readonly executableUser?: { readonly entities: readonly CoveredEntity[] }
}

/** `states` and `actions` are null until they are first set. [EMU-N] */
export interface ProcessManagement {
  readonly enable: boolean
  readonly states: readonly State[] | null
  readonly actions: readonly Action[] | null
}

const covered = object({ entity: entityShape }, { includeSubs: flag })
const stateShape = object(
  { index: integerText(0) },
  { name: text(1, 64), assignee: object({ type: oneOf('ONE', 'ALL', 'ANY'), entities: list(covered) }) },
)
const actionShape = object(
  { name: text(1, 64), from: text(1), to: text(1) },
  { filterCond: text(), type: oneOf('PRIMARY', 'SECONDARY'), executableUser: object({ entities: list(covered) }) },
)
const processShape = object({}, { enable: flag, states: map(stateShape), actions: list(actionShape) })

export function statesInOrder(process: ProcessManagement): readonly State[] {
  return [...(process.states ?? [])].sort((a, b) => Number(a.index) - Number(b.index))
}

export function statusNames(process: ProcessManagement): readonly string[] {
  return statesInOrder(process).map((state) => state.name)
}

export function getProcess(call: AppCall): unknown {
  const settings = settingsOf(call)
  const { enable, states, actions } = settings.process
  const shown = states && Object.fromEntries(statesInOrder(settings.process).map(({ sid: _sid, ...state }) => [state.name, state]))
  return { enable, states: shown, actions, revision: String(settings.revision) }
}

/** Name of the status that every app has from the start. */
function firstName(form: readonly Field[]): string {
  return systemField(form, 'STATUS').code === 'ステータス' ? '未処理' : 'Not started'
}

/**
 * PUT preview/app/status: whole lists of states and actions. The first status is never new, only renamed. [CD
 * update-process-management-settings]
 */
export function putProcess(call: AppCall): unknown {
  const given = read(processShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const { process, form } = settings
    const states = given.states === undefined ? process.states : readStates(call, given.states, settings)
    const names = new Set((states ?? []).map((state) => state.name))
    const actions = given.actions === undefined ? process.actions : readActions(call, given.actions, names, form)
    const enable = given.enable ?? process.enable
    return withEnabled({ ...settings, process: { enable, states, actions } }, enable, call)
  })
  return { revision }
}

function readStates(call: AppCall, given: ReadonlyMap<string, Of<typeof stateShape>>, settings: AppSettings): readonly State[] {
  const { form, process } = settings
  const before = process.states ?? [{ sid: 'first', name: firstName(form) }]
  const first = process.states === null ? firstName(form) : (statesInOrder(process)[0]?.name ?? firstName(form))
  if (!given.has(first)) throw invalidInput({ path: `states[${first}]`, message: requiredParameter })
  const names = new Set<string>()
  const lowest = Math.min(...[...given.values()].map((state) => Number(state.index)))
  return [...given].map(([key, state]) => {
    const path = `states[${key}]`
    const name = state.name ?? key
    if (names.has(name)) throw invalidInput({ path: `${path}.name`, message: usedName })
    names.add(name)
    const isFirst = Number(state.index) === lowest
    if (isFirst !== (key === first)) throw invalidInput({ path: `${path}.index`, message: unknownRow })
    const assignee = isFirst ? readFirstAssignee(state, form, path) : readAssignee(call, state, form, path)
    const known = before.find((entry) => entry.name === key)
    return { sid: known?.sid ?? `s${call.state.next(`status/${call.app.id}`)}`, name, index: state.index, assignee }
  })
}

/** [monosashi docs/KINTONE.md for the Japanese words; English ones: guess] */
const wrongFirstAssignee = {
  ja: '先頭のステータスでは、作業者は空、またはレコードの作成者フィールドを指定します。',
  en: 'For the first status, leave the assignee empty or specify the field of the record’s creator.',
}

/** The first status takes nobody or the record's creator only; left out it is the creator. [EMU-N] */
function readFirstAssignee(state: Of<typeof stateShape>, form: readonly Field[], path: string): State['assignee'] {
  const creator: SettingsEntity = { type: 'FIELD_ENTITY', code: creatorCode(form) }
  if (state.assignee === undefined) return creatorAlone(form)
  const { type, entities } = state.assignee
  const fits = type === 'ONE' && entities.every(({ entity }) => entity.type === 'FIELD_ENTITY' && entity.code === creator.code)
  if (!fits || entities.length > 1) throw invalidInput({ path: `${path}.assignee`, message: wrongFirstAssignee })
  return { type, entities: entities.map(({ entity }) => ({ entity, includeSubs: false })) }
}

/** The record's creator unless the request says otherwise, in every status. [EMU-N] */
function readAssignee(call: AppCall, state: Of<typeof stateShape>, form: readonly Field[], path: string): State['assignee'] {
  if (state.assignee === undefined) return creatorAlone(form)
  return { type: state.assignee.type, entities: readCovered(call, state.assignee.entities, form, `${path}.assignee`) }
}

const anybody: readonly SettingsEntity['type'][] = ['USER', 'GROUP', 'ORGANIZATION', 'FIELD_ENTITY', 'CREATOR', 'CUSTOM_FIELD']
/** A guest space's process takes no departments. [CD settings/update-process-management-settings] */
const anybodyInGuestSpace = anybody.filter((type) => type !== 'ORGANIZATION')

function readCovered(call: AppCall, given: readonly Of<typeof covered>[], form: readonly Field[], path: string): readonly CoveredEntity[] {
  const allowed = call.app.guestSpaceId === null ? anybody : anybodyInGuestSpace
  return given.map(({ entity, includeSubs = false }, at) => {
    checkEntity(entity, allowed, form, call.world.directory, `${path}.entities[${at}].entity`)
    return { entity, includeSubs }
  })
}

function readActions(
  call: AppCall,
  given: readonly Of<typeof actionShape>[],
  names: ReadonlySet<string>,
  form: readonly Field[],
): readonly Action[] {
  const seen = new Set<string>()
  return given.map((action, index) => {
    const path = `actions[${index}]`
    for (const end of ['from', 'to'] as const)
      if (!names.has(action[end])) throw invalidInput({ path: `${path}.${end}`, message: unknownRow })
    const key = JSON.stringify([action.from, action.name])
    if (seen.has(key)) throw invalidInput({ path: `${path}.name`, message: usedName })
    seen.add(key)
    const filterCond = action.filterCond ?? ''
    parseCondition(filterCond, form, `${path}.filterCond`, [...names])
    const executable = action.executableUser && {
      entities: readCovered(call, action.executableUser.entities, form, `${path}.executableUser`),
    }
    return {
      name: action.name,
      from: action.from,
      to: action.to,
      filterCond,
      type: action.type ?? 'PRIMARY',
      ...(executable && { executableUser: executable }),
    }
  })
}

/** Process management switches its two fields on and adds the list "assigned to me". [EMU-N] */
function withEnabled(settings: AppSettings, enable: boolean, call: AppCall): AppSettings {
  const form = settings.form.map((field) =>
    field.type === 'STATUS' || field.type === 'STATUS_ASSIGNEE' ? { ...field, enabled: enable } : field,
  )
  const others = settings.views.filter((view) => view.builtinType === undefined)
  const builtin = settings.views.find((view) => view.builtinType !== undefined) ?? assigneeView(form, others, call)
  const states =
    settings.process.states ?? (enable ? [{ sid: 'first', name: firstName(form), index: '0', assignee: creatorAlone(form) }] : null)
  return { ...settings, form, process: { ...settings.process, states }, views: enable ? [...others, builtin] : others }
}

function creatorAlone(form: readonly Field[]): State['assignee'] {
  return { type: 'ONE', entities: [{ entity: { type: 'FIELD_ENTITY', code: creatorCode(form) }, includeSubs: false }] }
}

function assigneeView(form: readonly Field[], others: readonly View[], call: AppCall): View {
  const assignee = systemField(form, 'STATUS_ASSIGNEE').code
  const number = systemField(form, 'RECORD_NUMBER').code
  return {
    type: 'LIST',
    builtinType: 'ASSIGNEE',
    name: assignee === '作業者' ? '（作業者が自分）' : '(Assigned to me)',
    id: String(5_520_000 + call.state.next('view')),
    filterCond: `${assignee} in (LOGINUSER())`,
    sort: `${number} desc`,
    index: String(others.length),
    fields: [number, systemField(form, 'STATUS').code].filter((code) => fieldsByCode(form).has(code)),
  }
}
