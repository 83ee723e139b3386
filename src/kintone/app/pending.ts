/**
 * What somebody has saved in the preview and not made live, and set-up has not: a deploy would publish it. An earlier run of ours that broke
 * off leaves things in the preview too; those are told by what they are called and what they hold.
 */
import type { ShapeEntry, ShapePart } from '../../ports/app-shape'
import type { FieldProperty } from './form'
import { fieldsLeftOut } from './form'
import { planFields } from './form-plan'
import type { AppSettings, WatchedPart } from './held'
import type { Layout } from './layout'
import { completedLayout, withoutOurs } from './layout'
import { OUR_NOTIFICATIONS } from './notifications'
import { isOurFieldRight, isOurRecordRight, entityKey, viewersRow } from './permissions'
import { isOurs } from './process'
import { GRAPHS } from './reports'
import { oursAmong } from './settings'
import type { View } from './views'
import { VIEWS } from './views'

type Items<T> = Readonly<Record<string, T>>

/** `preview`: as saved; `live`: as users have it; `wanted`: what set-up itself would write, which is no work of others. */
export function pendingEntries(preview: AppSettings, live: AppSettings, wanted: { readonly fields: Items<FieldProperty> }): readonly ShapeEntry[] {
  const fieldsByUs = planFields(live.fields, wanted.fields).write
  const viewNames = new Set(VIEWS.map(({ name }) => name))
  const graphNames = new Set(GRAPHS.map(({ name }) => name))
  const oursOfSettings = oursAmong(preview.settings)
  return [
    ...differing('field', preview.fields, live.fields, (code, now, before) => {
      // Process management switches these two on.
      if (now && ['STATUS', 'STATUS_ASSIGNEE'].includes(now.type)) return true
      if (now && !before) return code in (fieldsByUs?.toAdd ?? {})
      const change = fieldsByUs?.toChange[code]
      return now !== undefined && before !== undefined && change !== undefined && same(withoutOptions(now), withoutOptions(before))
    }).map((entry) => ({ ...entry, name: `${(preview.fields[entry.name] ?? live.fields[entry.name])?.label} (${entry.name})` })),
    ...(samePlaces(preview.layout, live.layout, fieldsLeftOut(live.fields, wanted.fields)) ? [] : [{ part: 'layout', name: '', verdict: 'pending' } as const]),
    ...differing('view', byName(preview.views), byName(live.views), (name, now, before) => {
      if (now?.['builtinType'] ?? before?.['builtinType']) return true
      const box = VIEWS.find((view) => view.name === name)?.html
      if (now && !before) return viewNames.has(name)
      return now !== undefined && before !== undefined && box !== undefined && now.html === box && now['device'] === 'ANY' && same({ ...now, html: '', device: '' }, { ...before, html: '', device: '' })
    }),
    ...differing('graph', byName(preview.graphs), byName(live.graphs), (name, now, before) => now !== undefined && !before && graphNames.has(name)),
    ...(same(preview.process, live.process) || (isOurs(preview.process) && !isOurs(live.process)) ? [] : [{ part: 'status', name: '', verdict: 'pending' } as const]),
    ...differing('appRight', keyed(preview.appRights, ({ entity }) => entityKey(entity)), keyed(live.appRights, ({ entity }) => entityKey(entity)), (_name, now, before) => {
      return now !== undefined && !before && same(now, viewersRow(now.entity.code ?? ''))
    }),
    ...(same(preview.recordRights, live.recordRights) || (preview.recordRights.length === 1 && preview.recordRights.every(isOurRecordRight) && live.recordRights.every(isOurRecordRight)) ? [] : [{ part: 'recordRight', name: '', verdict: 'pending' } as const]),
    ...differing('fieldRight', keyed(preview.fieldRights, ({ code }) => code), keyed(live.fieldRights, ({ code }) => code), (_code, now, before) => now !== undefined && isOurFieldRight(now) && (!before || isOurFieldRight(before))),
    ...differing('notification', notificationsOf(preview), notificationsOf(live), (name, now, before) => now !== undefined && !before && OUR_NOTIFICATIONS.has(name)),
    ...differing('setting', preview.settings, live.settings, (name) => oursOfSettings.has(name)),
    ...differing('customize', watchedOf(preview), watchedOf(live), () => false).map((entry) => ({ ...entry, part: entry.name as WatchedPart, name: '' })),
  ]
}

function differing<T>(part: ShapePart, preview: Items<T>, live: Items<T>, byUs: (name: string, now: T | undefined, before: T | undefined) => boolean): readonly ShapeEntry[] {
  const names = [...new Set([...Object.keys(preview), ...Object.keys(live)])]
  return names.filter((name) => !same(preview[name], live[name]) && !byUs(name, preview[name], live[name])).map((name) => ({ part, name, verdict: 'pending' }))
}

/** Lists and graphs move down as others are added before them: their places say nothing. */
function byName<T extends { readonly name: string }>(things: Items<T>): Items<Omit<T, 'index'> & { readonly name: string; readonly html?: View['html'] }> {
  return Object.fromEntries(Object.values(things).map((thing) => [thing.name, { ...thing, index: '' }]))
}

function keyed<T>(things: readonly T[], name: (thing: T) => string): Items<T> {
  return Object.fromEntries(things.map((thing) => [name(thing), thing]))
}

function notificationsOf({ generalNotifications, recordNotifications, reminders }: AppSettings): Items<unknown> {
  return { ...keyed(generalNotifications.notifications, ({ entity }) => entityKey(entity)), ...keyed(recordNotifications, ({ title }) => title), ...keyed(reminders.notifications, ({ title }) => title) }
}

function watchedOf({ watched }: AppSettings): Items<unknown> {
  return watched ?? {}
}

/** While our fields are not all laid out in the live form, only the user's own things are compared; afterwards the whole form. */
function samePlaces(preview: Layout, live: Layout, leftOut: ReadonlySet<string>): boolean {
  return completedLayout(live, leftOut) === null ? same(preview, live) : same(withoutOurs(preview), withoutOurs(live))
}

function withoutOptions(field: FieldProperty): unknown {
  return { ...field, options: null, fields: Object.fromEntries(Object.entries(field.fields ?? {}).map(([code, inner]) => [code, { ...inner, options: null }])) }
}

/** By what is in them, whatever the order of their members. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}
