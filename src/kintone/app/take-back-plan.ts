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

/** `held`: the app as it is. `wanted`: the fields that set-up makes. `added`: what the run has put there by its own log. Every such thing that is still there gets an entry. */
export function planRemoval(held: AppSettings, wanted: Readonly<Record<string, FieldProperty>>, added: readonly Pick<ShapeEntry, 'part' | 'name'>[], usage: RecordUsage): Pick<ShapeTakeBack<TakeBackChanges>, 'entries' | 'changes'> {
  const sorting = new Sorting(added)
  const settings = settingsWithout(held, wanted, usage, sorting)
  const addedFields = Object.values(wanted).filter(({ code, label }) => sorting.hasAdded('field', fieldName(label, code)) && code in held.fields)
  const fieldsToDelete = unusedFields(held, wanted, addedFields.map(({ code }) => code), usage, textsLeft(held, settings))
  for (const { code, label } of addedFields) sorting.put('field', fieldName(label, code), fieldsToDelete.includes(code))
  const writes: AppWrites = {
    fields: null,
    ...settings,
    // The space at the form's head has no name of its own in the plan: it goes with the fields that stand below it.
    layout: fieldsToDelete.includes(FORM_HEAD[0]?.[0]?.[0] ?? '') ? withoutGuide(held.layout) : null,
    settings: restoredSettings(held, fieldsToDelete),
  }
  return { entries: sorting.entries, changes: { revision: held.revision, revert: false, deploy: false, writes, fieldsToDelete } }
}

/** Tells of what a run has added which goes and which stays. */
class Sorting {
  readonly entries: TakeBackEntry[] = []

  constructor(private readonly added: readonly Pick<ShapeEntry, 'part' | 'name'>[]) {}

  hasAdded(part: ShapePart, name?: string): boolean {
    return this.added.some((thing) => thing.part === part && (name === undefined || thing.name === name))
  }

  put(part: ShapePart, name: string, goes: boolean): void {
    this.entries.push({ part, name, verdict: goes ? 'removed' : 'kept' })
  }

  /** Sorts the things of one kind, and gives all that stay, the user's own among them; null if none goes. */
  staying<T>(part: ShapePart, things: readonly T[], name: (thing: T) => string, mayGo: (thing: T) => boolean): readonly T[] | null {
    const ours = things.filter((thing) => this.hasAdded(part, name(thing)))
    const goes = ours.filter(mayGo)
    for (const thing of ours) this.put(part, name(thing), goes.includes(thing))
    return goes.length > 0 ? things.filter((thing) => !goes.includes(thing)) : null
  }
}

type SettingsWrites = Omit<AppWrites, 'fields' | 'layout' | 'settings'>

/** All settings but the form: each as it will be, null where it stays as it is. */
function settingsWithout(held: AppSettings, wanted: Readonly<Record<string, FieldProperty>>, usage: RecordUsage, sorting: Sorting): SettingsWrites {
  const ourViews = viewsWithout(fieldsLeftOut(held.fields, wanted))
  const views = byName(sorting.staying('view', Object.values(held.views), ({ name }) => name, (view) => isAs(view, ourViews.find(({ name }) => name === view.name))))
  const graphs = byName(sorting.staying('graph', Object.values(held.graphs), ({ name }) => name, (graph) => isAs(graph, GRAPHS.find(({ name }) => name === graph.name))))
  const statusField = systemCode(held.fields, 'STATUS')
  const blankNotifications = { notifications: [], notifyToCommenter: true }
  const general = sorting.staying('notification', held.generalNotifications.notifications, ({ entity }) => nameOf(entity), (each) => isAs(each, planGeneralNotifications(blankNotifications).write?.notifications.find(({ entity }) => nameOf(entity) === nameOf(each.entity))))
  const recordNotifications = sorting.staying('notification', held.recordNotifications, ({ title }) => title, (each) => isAs(each, planRecordNotifications([], statusField).write?.find(({ title }) => title === each.title)))
  const reminders = sorting.staying('notification', held.reminders.notifications, ({ title }) => title, (each) => isAs(each, planReminders({ notifications: [], timezone: '' }).write?.notifications.find(({ title }) => title === each.title)))
  return {
    views,
    graphs,
    generalNotifications: general && { ...held.generalNotifications, notifications: general },
    recordNotifications,
    reminders: reminders && { ...held.reminders, notifications: reminders },
    appRights: sorting.staying('appRight', held.appRights, ({ entity }) => nameOf(entity), (row) => isAs(row, viewersRow(row.entity.code ?? ''))),
    fieldRights: sorting.staying('fieldRight', held.fieldRights, ({ code }) => planFieldRightName(code), isOurFieldRight),
    recordRights: recordRightsGone(held, sorting),
    process: processWithout(held, usage, statusField, sorting),
  }
}

function byName<T extends { readonly name: string }>(things: readonly T[] | null): Readonly<Record<string, T>> | null {
  return things && Object.fromEntries(things.map((thing) => [thing.name, thing]))
}

/** Our one row goes while it is the only one, for as many as we have given it. */
function recordRightsGone({ recordRights }: AppSettings, sorting: Sorting): AppWrites['recordRights'] {
  const [only] = recordRights
  if (!only || !sorting.hasAdded('recordRight')) return null
  const goes = recordRights.length === 1 && isOurRecordRight(only) && only.entities.length === planRecordRights([], '').write?.[0]?.entities.length
  sorting.put('recordRight', '', goes)
  return goes ? [] : null
}

function processWithout(held: AppSettings, usage: RecordUsage, statusField: string | null, sorting: Sorting): AppWrites['process'] {
  if (!sorting.hasAdded('status') || !isOurs(held.process)) return null
  const process = processGone(held, usage.kept, statusField)
  sorting.put('status', '', process !== null)
  return process
}

/** What stays of the settings may name our fields: in conditions, columns, groups. */
function textsLeft(held: AppSettings, changed: SettingsWrites): readonly string[] {
  const { fields: _fields, layout: _layout, settings: _settings, ...rest } = held
  return textsIn({ ...rest, ...Object.fromEntries(Object.entries(changed).filter(([, write]) => write !== null)), watched: null })
}

/** Of our fields those that no record, no setting and no field of the user's uses; groups once everything in them goes. `left`: the texts of the settings that stay. */
function unusedFields(held: AppSettings, wanted: Readonly<Record<string, FieldProperty>>, ours: readonly string[], usage: RecordUsage, left: readonly string[]): readonly string[] {
  const simple = ours.filter((code) => {
    const there = held.fields[code]
    const wish = wanted[code]
    if (there?.type !== wish?.type || there?.type === 'GROUP') return false
    // A column that the user has added to our table is his.
    if (Object.keys(there?.fields ?? {}).some((inner) => !(inner in (wish?.fields ?? {})))) return false
    return !usage.fields.has(code) && ![code, ...Object.keys(there?.fields ?? {})].some((each) => isNamed(each, left)) && !referredTo(held, code, ours)
  })
  const groups = ours.filter((code) => {
    const group = held.layout.find((row) => row.type === 'GROUP' && row.code === code)
    return held.fields[code]?.type === 'GROUP' && (group?.type !== 'GROUP' || group.layout.every(({ fields }) => fields.every((cell) => cell.code !== undefined && simple.includes(cell.code))))
  })
  return [...simple, ...groups]
}

/** A title field that goes leaves the choice to kintone; our description goes with our fields. */
function restoredSettings({ settings }: AppSettings, fieldsToDelete: readonly string[]): AppWrites['settings'] {
  const restored = {
    ...(fieldsToDelete.includes(settings.titleField.code ?? '') ? { titleField: { selectionMode: 'AUTO' } } : {}),
    ...(fieldsToDelete.length > 0 && descriptionIsOurs(settings) ? { description: '' } : {}),
  }
  return Object.keys(restored).length > 0 ? restored : null
}

function fieldName(label: string, code: string): string {
  return `${label} (${code})`
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
