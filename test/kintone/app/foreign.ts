/** Apps as users may have made them before set-up, at random: their own fields, layout and lists. Codes begin with `x`, as none of ours does. */
import * as fc from 'fast-check'
import type { FieldProperty } from '../../../src/kintone/app/form'
import type { Layout, LayoutCell, LayoutRow } from '../../../src/kintone/app/layout'
import type { AppSettings } from '../../../src/kintone/app/held'
import type { View } from '../../../src/kintone/app/views'

/** Cells without a field; the serial number tells them apart, as `elementId` or the text does in kintone. */
const decoration: fc.Arbitrary<LayoutCell> = fc.constantFrom(
  { type: 'LABEL', label: '<b>見出し</b>', size: { width: '100' } },
  { type: 'SPACER', elementId: 'space', size: { width: '100', height: '20' } },
  { type: 'HR', size: { width: '200' } },
)

/** A layout of foreign things only; every code in it once. */
export const foreignLayouts: fc.Arbitrary<Layout> = fc
  .array(
    fc.oneof(
      fc.array(fc.option(decoration), { minLength: 1, maxLength: 3 }).map((cells) => ({ type: 'ROW' as const, cells })),
      fc.array(fc.array(fc.option(decoration), { minLength: 1, maxLength: 2 }), { maxLength: 3 }).map((rows) => ({ type: 'GROUP' as const, rows })),
      fc.integer({ min: 1, max: 3 }).map((columns) => ({ type: 'SUBTABLE' as const, columns })),
    ),
    { maxLength: 6 },
  )
  .map((rows) => {
    let serial = 0
    const code = () => `x${++serial}`
    const row = (cells: readonly (LayoutCell | null)[]): LayoutRow => ({
      type: 'ROW',
      fields: cells.map((cell) => cell ?? { type: 'SINGLE_LINE_TEXT', code: code(), size: { width: '193' } }),
    })
    return rows.map((sketch): Layout[number] => {
      switch (sketch.type) {
        case 'ROW':
          return row(sketch.cells)
        case 'GROUP':
          return { type: 'GROUP', code: code(), layout: sketch.rows.map(row) }
        case 'SUBTABLE':
          return { type: 'SUBTABLE', code: code(), fields: Array.from({ length: sketch.columns }, () => ({ type: 'NUMBER', code: code(), size: { width: '100' } })) }
      }
    })
  })

/** Every field that a layout shows, as the form would list it. */
function fieldsOf(layout: Layout): Readonly<Record<string, FieldProperty>> {
  const field = ({ code, type }: LayoutCell): readonly (readonly [string, FieldProperty])[] => (code === undefined ? [] : [[code, { type, code, label: `ラベル${code}`, noLabel: false, required: false }]])
  return Object.fromEntries(
    layout.flatMap((row) => {
      switch (row.type) {
        case 'ROW':
          return row.fields.flatMap(field)
        case 'GROUP':
          return [[row.code, { type: 'GROUP', code: row.code, label: row.code, openGroup: true }] as const, ...row.layout.flatMap(({ fields }) => fields.flatMap(field))]
        case 'SUBTABLE':
          return [[row.code, { type: 'SUBTABLE', code: row.code, label: row.code, fields: Object.fromEntries(row.fields.flatMap(field)) }] as const]
      }
    }),
  )
}

export const SYSTEM_FIELDS: Readonly<Record<string, FieldProperty>> = Object.fromEntries(
  Object.entries({ レコード番号: 'RECORD_NUMBER', 作成者: 'CREATOR', 作成日時: 'CREATED_TIME', 更新者: 'MODIFIER', Updated_datetime: 'UPDATED_TIME', カテゴリー: 'CATEGORY', ステータス: 'STATUS', 作業者: 'STATUS_ASSIGNEE' }).map(
    ([code, type]) => [code, { type, code, label: code }],
  ),
)

const foreignViews: fc.Arbitrary<AppSettings['views']> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('一覧', '部署別', 'カレンダー', '地図', '（作業者が自分）', 'List "1"'),
      kind: fc.constantFrom<Partial<View>>(
        { type: 'LIST', fields: ['x1', 'レコード番号'], filterCond: 'x1 = "a"', sort: 'x1 asc' },
        { type: 'CALENDAR', date: '作成日時', title: 'x1', filterCond: '', sort: '' },
        { type: 'CUSTOM', html: '<div id="map"></div>', pager: true, device: 'ANY', filterCond: '', sort: '' },
        { type: 'LIST', builtinType: 'ASSIGNEE', fields: [], filterCond: '', sort: '' },
      ),
      index: fc.integer({ min: 0, max: 50 }),
    }),
    { selector: ({ name }) => name, maxLength: 5 },
  )
  .map((views) => Object.fromEntries(views.map(({ name, kind, index }, at) => [name, { ...kind, name, id: String(100 + at), index: String(index * 10 + at) } as View])))

/** The kinds besides the form and the lists, as they are in a new app. */
const NEW_APP = {
  graphs: {},
  process: { enable: false, states: null, actions: null },
  appRights: [right('CREATOR', null, true), right('GROUP', 'everyone', false)],
  recordRights: [],
  fieldRights: [],
  generalNotifications: { notifications: [{ entity: { type: 'FIELD_ENTITY', code: '作成者' }, includeSubs: false, commentAdded: true }], notifyToCommenter: true },
  recordNotifications: [],
  reminders: { notifications: [], timezone: 'Asia/Tokyo' },
  settings: { name: '新しいアプリ', description: '', icon: { type: 'PRESET', key: 'APP72' }, theme: 'WHITE', titleField: { selectionMode: 'AUTO', code: '' }, enableComments: true },
} as const satisfies Partial<AppSettings>

function right(type: string, code: string | null, appEditable: boolean) {
  return { entity: { type, code }, includeSubs: false, appEditable, recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true }
}

const somebody = fc.constantFrom({ type: 'USER', code: 'x-sato' }, { type: 'GROUP', code: 'x-nurses' }, { type: 'ORGANIZATION', code: 'x-radiology' })
const somebodies = fc.uniqueArray(somebody, { maxLength: 3, selector: ({ code }) => code })
const state = (name: string, index: number) => ({ name, index: String(index), assignee: { type: 'ONE', entities: [] } })

const foreignProcesses: fc.Arbitrary<AppSettings['process']> = fc.oneof(
  fc.constant(NEW_APP.process),
  fc.constant({ enable: false, states: { 未処理: state('未処理', 0), 処理中: state('処理中', 1), 完了: state('完了', 2) }, actions: [] }),
  fc.record({ enable: fc.boolean(), names: fc.constantFrom(['受付', '審査', '決裁'], ['未処理', '審査']) }).map(({ enable, names }) => ({
    enable,
    states: Object.fromEntries(names.map((name, at) => [name, state(name, at)])),
    actions: names.slice(1).map((to, at) => ({ name: `${to}へ`, from: names[at] as string, to, filterCond: '' })),
  })),
)

/** The kinds besides the form and the lists, as somebody may have set them. */
const foreignRest: fc.Arbitrary<Omit<AppSettings, 'revision' | 'fields' | 'layout' | 'views'>> = fc
  .record({
    graphs: fc.uniqueArray(fc.constantFrom('月別', '部署別'), { maxLength: 2 }),
    process: foreignProcesses,
    people: somebodies,
    ruled: fc.boolean(),
    fieldRights: fc.uniqueArray(fc.constantFrom('x1', 'x2', 'title'), { maxLength: 3 }),
    titles: fc.uniqueArray(fc.constantFrom('期限です', '更新されました'), { maxLength: 2 }),
    settings: fc.record({
      name: fc.constantFrom('新しいアプリ', '院内台帳'),
      description: fc.constantFrom('', '<div><br /></div>', '<div>院内用</div>'),
      icon: fc.constantFrom({ type: 'PRESET', key: 'APP72' }, { type: 'PRESET', key: 'APP1' }, { type: 'FILE', file: { fileKey: 'x' } }),
      titleField: fc.constantFrom({ selectionMode: 'AUTO', code: '' }, { selectionMode: 'MANUAL', code: 'x1' }),
    }),
  })
  .map(({ graphs, process, people, ruled, fieldRights, titles, settings }) => ({
    graphs: Object.fromEntries(graphs.map((name, at) => [name, { name, id: String(70 + at), index: String(at * 3), chartType: 'PIE', groups: [{ code: '作成者' }], aggregations: [{ type: 'COUNT' }], filterCond: '', sorts: [] }])),
    process,
    appRights: [NEW_APP.appRights[0], ...people.map(({ type, code }) => right(type, code, true)), NEW_APP.appRights[1]],
    recordRights: ruled ? [{ filterCond: 'x1 = "a"', entities: people.map((entity) => ({ entity, viewable: true, editable: false, deletable: false, includeSubs: false })) }] : [],
    fieldRights: fieldRights.map((code) => ({ code, entities: people.map((entity) => ({ entity, accessibility: 'WRITE', includeSubs: false })) })),
    generalNotifications: { notifications: people.map((entity) => ({ entity, includeSubs: false, recordAdded: true })), notifyToCommenter: false },
    recordNotifications: titles.map((title) => ({ title, filterCond: '', targets: people.map((entity) => ({ entity, includeSubs: false })) })),
    reminders: { notifications: titles.map((title) => ({ title, timing: { code: '作成日時', daysLater: '1', time: '08:00' }, filterCond: '', targets: [] })), timezone: 'Asia/Tokyo' },
    settings: { ...NEW_APP.settings, ...settings },
  }))

export const foreignApps: fc.Arbitrary<AppSettings> = fc.record({ revision: fc.integer({ min: 1, max: 900 }).map(String), layout: foreignLayouts, views: foreignViews, rest: foreignRest }).map(({ revision, layout, views, rest }) => {
  const shown = layout.length > 0 ? layout : [{ type: 'ROW' as const, fields: [] }]
  return { revision, layout: shown, views, fields: { ...SYSTEM_FIELDS, ...fieldsOf(layout) }, ...rest }
})

export const EMPTY_APP: AppSettings = { revision: '1', fields: SYSTEM_FIELDS, layout: [], views: {}, ...NEW_APP }

/** What somebody else has made, of the kinds besides form and lists, as it stands after set-up: `own` says which things those are. */
export function foreignIn(app: AppSettings, own: AppSettings) {
  const titles = new Set([...own.recordNotifications, ...own.reminders.notifications].map(({ title }) => title))
  const codes = new Set(own.fieldRights.map(({ code }) => code))
  const hasProcess = own.process.enable || Object.keys(own.process.states ?? {}).includes('審査')
  const chosen = {
    name: own.settings.name !== '新しいアプリ',
    description: own.settings.description.includes('院内用'),
    icon: own.settings.icon.key !== 'APP72',
    titleField: own.settings.titleField.selectionMode === 'MANUAL',
  }
  return {
    graphs: Object.keys(own.graphs).map((name) => app.graphs[name]),
    process: hasProcess ? app.process : null,
    appRights: app.appRights,
    recordRights: own.recordRights.length > 0 ? app.recordRights : [],
    fieldRights: app.fieldRights.filter(({ code }) => codes.has(code)),
    general: app.generalNotifications.notifications.slice(0, own.generalNotifications.notifications.length),
    notifyToCommenter: app.generalNotifications.notifyToCommenter,
    perRecord: app.recordNotifications.filter(({ title }) => titles.has(title)),
    reminders: app.reminders.notifications.filter(({ title }) => titles.has(title)),
    settings: { ...app.settings, ...Object.fromEntries(Object.entries(chosen).filter(([, theirs]) => !theirs).map(([name]) => [name, null])) },
  }
}
