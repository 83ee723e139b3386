import { expect, test } from 'vitest'
import { changesOf } from '../../../local-kintone/page/record/change'
import type { RecordData } from '../../../local-kintone/page/shapes'

const cell = (value: unknown) => ({ type: 'SINGLE_LINE_TEXT', value })
const record = (...rows: readonly (readonly [unknown, unknown])[]): RecordData => ({
  title: cell('題'),
  rows: { type: 'SUBTABLE', value: rows.map(([party, role], at) => ({ id: String(at), value: { party: cell(party), role: cell(role) } })) },
})

test('a field is announced as itself', () => {
  expect(changesOf('title', record(), record())).toEqual([{ code: 'title', table: null }])
})

test('of a table each cell is announced whose value is another, at its row', () => {
  const change = (code: string, row: number) => ({ code, table: { code: 'rows', row } })
  expect(changesOf('rows', record(['自院', '主'], ['業者', '従']), record(['自院', '副'], ['業者', '従']))).toEqual([change('role', 0)])
  expect(changesOf('rows', record(['自院', '主']), record(['自院', '主'], ['業者', '']))).toEqual([change('party', 1)])
  expect(changesOf('rows', record(['自院', '主'], ['業者', '従']), record(['自院', '主']))).toEqual([])
})
