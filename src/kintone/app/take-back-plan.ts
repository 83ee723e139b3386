/** Which of the things that a run has added may go. Pure. What somebody has changed since, or uses, stays. */
import type { RecordUsage, ShapeTakeBack, TakeBackEntry } from '../../ports/take-back'
import type { ShapeEntry, ShapePart } from '../../ports/app-shape'
import { FORM_HEAD } from '../fields'
import type { FieldProperty } from './form'
import { fieldsLeftOut } from './form'
import type { AppSettings } from './held'
import { systemCode } from './held'
import { withoutGuide } from './layout'
import { planGeneralNotifications, planRecordNotifications, planReminders } from './notifications'
import { isOurFieldRight, isOurRecordRight, nameOf, planFieldRights, planRecordRights, viewersRow } from './permissions'
import { firstStatus, isOurs, planProcess } from './process'
import { GRAPHS } from './reports'
import type { AppWrites } from './shape-plan'
import { descriptionIsOurs } from './settings'
import { viewsWithout } from './views'

export interface TakeBackChanges {
  readonly revision: string
  readonly revert: boolean
  readonly deploy: boolean
  readonly writes: AppWrites
  readonly fieldsToDelete: readonly string[]
}

const NOTHING: AppWrites = {
  fields: null, layout: null, views: null, graphs: null, process: null, appRights: null, recordRights: null, fieldRights: null, generalNotifications: null,
  recordNotifications: null, reminders: null, settings: null,
}

export function planRemoval(held: AppSettings, wanted: Readonly<Record<string, FieldProperty>>, added: readonly Pick<ShapeEntry, 'part' | 'name'>[], usage: RecordUsage): Pick<ShapeTakeBack<TakeBackChanges>, 'entries' | 'changes'> {
  const names = (part: ShapePart) => new Set(added.filter((thing) => thing.part === part).map(({ name }) => name))
  const entries: TakeBackEntry[] = []
  /** Says of each thing that the run has added and that is still there whether it goes, and gives those that stay. */
  const staying = <T>(part: ShapePart, things: readonly T[], name: (thing: T) => string, mayGo: (thing: T) => boolean): readonly T[] | null => {
    const ours = names(part)
    const goes = things.filter((thing) => ours.has(name(thing)) && mayGo(thing))
    for (const thing of things) if (ours.has(name(thing))) entries.push({ part, name: name(thing), verdict: goes.includes(thing) ? 'removed' : 'kept' })
    return goes.length > 0 ? things.filter((thing) => !goes.includes(thing)) : null
  }
  const byName = <T extends { readonly name: string }>(things: readonly T[] | null) => things && Object.fromEntries(things.map((thing) => [thing.name, thing]))

  const ourViews = viewsWithout(fieldsLeftOut(held.fields, wanted))
  const views = byName(staying('view', Object.values(held.views), ({ name }) => name, (view) => isAs(view, ourViews.find(({ name }) => name === view.name))))
  const graphs = byName(staying('graph', Object.values(held.graphs), ({ name }) => name, (graph) => isAs(graph, GRAPHS.find(({ name }) => name === graph.name))))
  const statusField = systemCode(held.fields, 'STATUS')
  const blankNotifications = { notifications: [], notifyToCommenter: true }
  const general = staying('notification', held.generalNotifications.notifications, ({ entity }) => nameOf(entity), (each) => isAs(each, planGeneralNotifications(blankNotifications).write?.notifications.find(({ entity }) => nameOf(entity) === nameOf(each.entity))))
  const perRecord = staying('notification', held.recordNotifications, ({ title }) => title, (each) => isAs(each, planRecordNotifications([], statusField).write?.find(({ title }) => title === each.title)))
  const reminders = staying('notification', held.reminders.notifications, ({ title }) => title, (each) => isAs(each, planReminders({ notifications: [], timezone: '' }).write?.notifications.find(({ title }) => title === each.title)))
  const appRights = staying('appRight', held.appRights, ({ entity }) => nameOf(entity), (row) => isAs(row, viewersRow(row.entity.code ?? '')))
  const fieldRights = staying('fieldRight', held.fieldRights, ({ code }) => planFieldRightName(code), isOurFieldRight)
  const [only] = held.recordRights
  const recordRights = names('recordRight').size > 0 && held.recordRights.length === 1 && only && isOurRecordRight(only) && only.entities.length === planRecordRights([], '').write?.[0]?.entities.length ? [] : null
  if (recordRights && only) entries.push({ part: 'recordRight', name: '', verdict: 'removed' })
  else if (names('recordRight').size > 0 && held.recordRights.length > 0) entries.push({ part: 'recordRight', name: '', verdict: 'kept' })
  const process = names('status').size > 0 && isOurs(held.process) ? processGone(held, usage.kept, statusField) : null
  if (names('status').size > 0 && isOurs(held.process)) entries.push({ part: 'status', name: '', verdict: process ? 'removed' : 'kept' })

  // What stays of the settings may name our fields: in conditions, columns, groups.
  const { fields: _fields, layout, settings, ...rest } = held
  const left = textsIn({ ...rest, views: views ?? held.views, graphs: graphs ?? held.graphs, generalNotifications: general ?? held.generalNotifications, recordNotifications: perRecord ?? held.recordNotifications, reminders: reminders ?? held.reminders, fieldRights: fieldRights ?? held.fieldRights, recordRights: recordRights ?? held.recordRights, process: process ?? held.process, watched: null })
  const fieldNames = names('field')
  const addedCodes = Object.values(wanted).filter(({ code, label }) => fieldNames.has(`${label} (${code})`) && code in held.fields).map(({ code }) => code)
  const simple = addedCodes.filter((code) => {
    const there = held.fields[code]
    const wish = wanted[code]
    if (there?.type !== wish?.type || there?.type === 'GROUP') return false
    // A column that the user has added to our table is his.
    if (Object.keys(there?.fields ?? {}).some((inner) => !(inner in (wish?.fields ?? {})))) return false
    return !usage.fields.has(code) && ![code, ...Object.keys(there?.fields ?? {})].some((each) => isNamed(each, left)) && !referredTo(held, code, addedCodes)
  })
  const groups = addedCodes.filter((code) => {
    const group = layout.find((row) => row.type === 'GROUP' && row.code === code)
    return held.fields[code]?.type === 'GROUP' && (group?.type !== 'GROUP' || group.layout.every(({ fields }) => fields.every((cell) => cell.code !== undefined && simple.includes(cell.code))))
  })
  const fieldsToDelete = [...simple, ...groups]
  for (const code of addedCodes) entries.push({ part: 'field', name: `${wanted[code]?.label} (${code})`, verdict: fieldsToDelete.includes(code) ? 'removed' : 'kept' })
  const title = settings.titleField.code ?? ''
  const restored = {
    ...(fieldsToDelete.includes(title) ? { titleField: { selectionMode: 'AUTO' } } : {}),
    ...(fieldsToDelete.length > 0 && descriptionIsOurs(settings) ? { description: '' } : {}),
  }
  const writes: AppWrites = {
    ...NOTHING,
    // The space at the form's head has no name of its own in the plan: it goes with the fields that stand below it.
    layout: fieldsToDelete.includes(FORM_HEAD[0]?.[0]?.[0] ?? '') ? withoutGuide(layout) : null,
    views, graphs, process, appRights, recordRights, fieldRights,
    generalNotifications: general && { ...held.generalNotifications, notifications: general },
    recordNotifications: perRecord,
    reminders: reminders && { ...held.reminders, notifications: reminders },
    settings: Object.keys(restored).length > 0 ? restored : null,
  }
  return { entries, changes: { revision: held.revision, revert: false, deploy: false, writes, fieldsToDelete } }
}

/** While no record stands in a status, the process is switched off and its first status gets kintone's own name back. */
function processGone(held: AppSettings, recordsLeft: number, statusField: string | null): AppSettings['process'] | null {
  if (recordsLeft > 0) return null
  const names = Object.keys(held.process.states ?? {})
  const known = (['hospital', 'clinic'] as const).some((preset) => {
    const ours = Object.values(planProcess({ enable: false, states: null, actions: null }, preset, statusField).write?.states ?? {}).map(({ name }) => name)
    return ours.length === names.length && ours.every((name) => names.includes(name))
  })
  const first = Object.entries(held.process.states ?? {}).find(([, { index }]) => index === '0')
  if (!known || !first) return null
  return { enable: false, states: { [first[0]]: { ...first[1], name: firstStatus(statusField) } }, actions: [] }
}

/** Calculated fields, lookups and lists of related records of the user's own name the fields that they read. */
function referredTo(held: AppSettings, code: string, ours: readonly string[]): boolean {
  const others = Object.entries(held.fields).filter(([other]) => !ours.includes(other))
  return others.some(([, { code: _code, label: _label, options: _options, ...settings }]) => isNamed(code, textsIn(settings)))
}

function planFieldRightName(code: string): string {
  return planFieldRights([], '').entries.find(({ name }) => name.endsWith(`(${code})`))?.name ?? code
}

/** Every text in some settings, without the names of their members: a notification has a `title` of its own. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Conditions and formulas name a field among other words. */
function isNamed(code: string, texts: readonly string[]): boolean {
  const word = new RegExp(`(?<!\\w)${code}(?!\\w)`)
  return texts.some((text) => word.test(text))
}

/** Whether what is there still has every setting that set-up gave it. */
function isAs(there: object, wish: object | undefined): boolean {
  if (!wish) return false
  const held = there as Readonly<Record<string, unknown>>
  return Object.entries(wish).every(([name, value]) => name === 'index' || normal(held[name]) === normal(value))
}

function normal(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? ''
}
