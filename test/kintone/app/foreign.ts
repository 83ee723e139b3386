/** Apps as users may have made them before set-up, at random: their own fields, layout and lists. Codes begin with `x`, as none of ours does. */
import * as fc from 'fast-check'
import type { FieldProperty } from '../../../src/kintone/app/form'
import type { Layout, LayoutCell, LayoutRow } from '../../../src/kintone/app/layout'
import type { AppSettings } from '../../../src/kintone/app/shape-plan'
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
export function fieldsOf(layout: Layout): Readonly<Record<string, FieldProperty>> {
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

export const foreignApps: fc.Arbitrary<AppSettings> = fc.record({ revision: fc.integer({ min: 1, max: 900 }).map(String), layout: foreignLayouts, views: foreignViews }).map(({ revision, layout, views }) => {
  const shown = layout.length > 0 ? layout : [{ type: 'ROW' as const, fields: [] }]
  return { revision, layout: shown, views, fields: { ...SYSTEM_FIELDS, ...fieldsOf(layout) } }
})

export const EMPTY_APP: AppSettings = { revision: '1', fields: SYSTEM_FIELDS, layout: [], views: {} }
