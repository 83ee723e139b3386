/**
 * What kintone makes of a set of changes (`local-kintone/behaviour.md`, Apps and their settings): fields are added, options and views are replaced
 * as a whole, the layout too. Refuses what kintone refuses and what would lose something.
 */
import type { FieldProperty } from '../../../src/kintone/app/form'
import type { Layout, LayoutCell } from '../../../src/kintone/app/layout'
import type { AppSettings } from '../../../src/kintone/app/held'
import type { AppChanges, AppWrites } from '../../../src/kintone/app/shape-plan'

const NOT_LAID_OUT: ReadonlySet<string> = new Set(['RECORD_NUMBER', 'CREATOR', 'CREATED_TIME', 'MODIFIER', 'UPDATED_TIME', 'CATEGORY', 'STATUS', 'STATUS_ASSIGNEE'])

export function applied(settings: AppSettings, changes: AppChanges): AppSettings {
  return withLists(withViews(withLayout(withFields(settings, changes.writes.fields), changes), changes), changes)
}

/** The first step only: kintone stacks new fields at the bottom, one a row, groups empty. */
export function withFields(settings: AppSettings, writes: AppWrites['fields']): AppSettings {
  const { toAdd: fieldsToAdd, toChange: fieldsToChange } = writes ?? { toAdd: {}, toChange: {} }
  const fields: Record<string, FieldProperty> = { ...settings.fields }
  for (const [code, field] of Object.entries(fieldsToAdd)) {
    if (code !== field.code || allCodes(fields).has(code)) throw new Error(`GAIA: field ${code}`)
    for (const inner of Object.keys(field.fields ?? {})) if (allCodes(fields).has(inner)) throw new Error(`GAIA: field ${inner}`)
    checkNewOptions(field, undefined)
    fields[code] = field
  }
  for (const [code, change] of Object.entries(fieldsToChange)) {
    const there = fields[code]
    if (!there) throw new Error(`GAIA_FC01 ${code}`)
    fields[code] = changedField(there, change)
  }
  const stacked = Object.values(fieldsToAdd).map((field): Layout[number] => {
    switch (field.type) {
      case 'GROUP':
        return { type: 'GROUP', code: field.code, layout: [] }
      case 'SUBTABLE':
        return { type: 'SUBTABLE', code: field.code, fields: Object.values(field.fields ?? {}).map(cellOf) }
      default:
        return { type: 'ROW', fields: [cellOf(field)] }
    }
  })
  return { ...settings, revision: raised(settings), fields, layout: [...settings.layout, ...stacked] }
}

function changedField(there: FieldProperty, change: FieldProperty): FieldProperty {
  if (there.type !== change.type) throw new Error(`the type of ${there.code} cannot change`)
  checkNewOptions(change, there)
  const inner = Object.fromEntries(
    Object.entries(change.fields ?? {}).map(([code, field]) => {
      const own = there.fields?.[code]
      if (!own) throw new Error(`the API cannot add the column ${code}`)
      return [code, changedField(own, field)]
    }),
  )
  return { ...there, ...change, ...(there.fields ? { fields: { ...there.fields, ...inner } } : {}) }
}

/** The key of a new option is its label, and no two options share an index. */
function checkNewOptions(field: FieldProperty, there: FieldProperty | undefined): void {
  const options = Object.entries(field.options ?? {})
  if (new Set(options.map(([, { index }]) => index)).size !== options.length) throw new Error(`options of ${field.code} share an index`)
  for (const [key, { label }] of options) if (!(key in (there?.options ?? {})) && key !== label) throw new Error(`option ${key}`)
}

function withLayout(settings: AppSettings, { writes: { layout } }: AppChanges): AppSettings {
  if (!layout) return settings
  const placed = placedOnce(layout)
  for (const [code, { type }] of Object.entries(settings.fields)) {
    if (!NOT_LAID_OUT.has(type) && !placed.includes(code)) throw new Error(`${code} has been left out of the layout`)
  }
  for (const code of placed) if (!(code in settings.fields)) throw new Error(`GAIA_FC01 ${code}`)
  return { ...settings, revision: raised(settings), layout }
}

/** The codes of a layout, table columns apart; throws if one stands there twice. */
export function placedOnce(layout: Layout): readonly string[] {
  const codes = layout.flatMap((row) => {
    switch (row.type) {
      case 'ROW':
        return row.fields.flatMap(({ code }) => code ?? [])
      case 'GROUP':
        return [row.code, ...row.layout.flatMap(({ fields }) => fields.flatMap(({ code }) => code ?? []))]
      case 'SUBTABLE':
        return [row.code]
    }
  })
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
  if (twice.length > 0) throw new Error(`twice in the layout: ${twice.join()}`)
  return codes
}

function withViews(settings: AppSettings, { writes: { views } }: AppChanges): AppSettings {
  if (!views) return settings
  const indices = Object.values(views).map(({ index }) => index)
  if (new Set(indices).size !== indices.length) throw new Error('views share an index')
  const known = Object.fromEntries(Object.entries(views).map(([key, view], at) => [view.name ?? key, { id: String(900 + at), filterCond: '', sort: '', ...view }]))
  return { ...settings, revision: raised(settings), views: known }
}

/** Everything else is replaced as it is sent; process management keys its statuses by their names and brings a list of its own. */
function withLists(settings: AppSettings, { writes }: AppChanges): AppSettings {
  const { graphs, process, settings: general, appRights, recordRights, fieldRights, generalNotifications, recordNotifications, reminders } = writes
  const indices = Object.values(graphs ?? {}).map(({ index }) => index)
  if (new Set(indices).size !== indices.length) throw new Error('graphs share an index')
  const states = process?.states && Object.fromEntries(Object.values(process.states).map((state) => [state.name, state]))
  for (const { from, to } of process?.actions ?? []) if (!states || !(from in states) || !(to in states)) throw new Error(`action from ${from} to ${to}`)
  const given = { graphs, appRights, recordRights, fieldRights, generalNotifications, recordNotifications, reminders }
  return {
    ...settings,
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Partial<AppSettings>),
    ...(process && states ? { process: { ...process, states }, views: { '（作業者が自分）': { type: 'LIST', builtinType: 'ASSIGNEE', name: '（作業者が自分）', id: '899', index: '999' }, ...settings.views } } : {}),
    settings: { ...settings.settings, ...general },
  }
}

/** kintone takes fields that are deleted out of the form too, and a group with all that is in it. */
export function withoutFields(settings: AppSettings, codes: readonly string[]): AppSettings {
  const stays = (code: string | undefined) => code === undefined || !codes.includes(code)
  const layout = settings.layout.flatMap((row): Layout => {
    if (row.type !== 'ROW') return stays(row.code) ? [row] : []
    const fields = row.fields.filter(({ code }) => stays(code))
    return fields.length > 0 || row.fields.length === 0 ? [{ ...row, fields }] : []
  })
  return { ...settings, revision: raised(settings), layout, fields: Object.fromEntries(Object.entries(settings.fields).filter(([code]) => stays(code))) }
}

function allCodes(fields: AppSettings['fields']): ReadonlySet<string> {
  return new Set(Object.entries(fields).flatMap(([code, field]) => [code, ...Object.keys(field.fields ?? {})]))
}

function cellOf({ type, code }: FieldProperty): LayoutCell {
  return { type, code, size: { width: '193' } }
}

function raised({ revision }: AppSettings): string {
  return String(Number(revision) + 1)
}
