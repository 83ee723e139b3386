import { describe, expect, it } from 'vitest'
import { catalogOptions, desiredFields, options } from '../../../src/kintone/app/form'
import type { FieldProperty } from '../../../src/kintone/app/form'
import { catalogOf, guidelineItem, SMALL_CATALOG } from '../../examples'

const form = desiredFields(SMALL_CATALOG)
const everyField = Object.values(form).flatMap((field): FieldProperty[] => [field, ...Object.values(field.fields ?? {})])

describe('the form that set-up asks for', () => {
  it('names each field by its code, as kintone wants', () => {
    for (const [code, field] of Object.entries(form)) {
      expect(field.code).toBe(code)
      for (const [inner, column] of Object.entries(field.fields ?? {})) expect(column.code).toBe(inner)
    }
  })

  it('gives every choice options whose keys are their labels, numbered from 0', () => {
    const choices = everyField.filter(({ type }) => ['DROP_DOWN', 'CHECK_BOX', 'MULTI_SELECT'].includes(type))
    expect(choices.length).toBeGreaterThan(0)
    for (const { options } of choices) {
      const entries = Object.entries(options ?? {})
      expect(entries.length).toBeGreaterThan(0)
      expect(entries.every(([key, { label }]) => key === label)).toBe(true)
      expect(entries.map(([, { index }]) => Number(index)).sort((a, b) => a - b)).toEqual(entries.map((_, at) => at))
    }
    expect(everyField.filter(({ type, options }) => options && !['DROP_DOWN', 'CHECK_BOX', 'MULTI_SELECT'].includes(type))).toEqual([])
  })

  it('asks kintone to refuse a second record of an item, and lets a status start at 未評価', () => {
    expect(form['item_key']).toMatchObject({ type: 'SINGLE_LINE_TEXT', unique: true, required: true, maxLength: '64' })
    expect(form['status']).toMatchObject({ type: 'DROP_DOWN', defaultValue: '未評価' })
  })

  it('has the table of responsibilities whole, because a column cannot be added later', () => {
    expect(form['responsibilities']).toMatchObject({ type: 'SUBTABLE', label: '責任分担' })
    expect(Object.keys(form['responsibilities']?.fields ?? {})).toEqual(['r_party', 'r_role', 'r_duty', 'r_state', 'r_agreed_on', 'r_basis'])
  })

  it('asks for nothing that kintone takes for one type only', () => {
    expect(everyField.filter((field) => 'unique' in field && field.type !== 'SINGLE_LINE_TEXT')).toEqual([])
    expect(everyField.filter((field) => 'maxLength' in field && field.type !== 'SINGLE_LINE_TEXT')).toEqual([])
    expect(everyField.filter((field) => 'openGroup' in field && field.type !== 'GROUP')).toEqual([])
  })
})

describe('the options that the catalog brings', () => {
  it('are every document and code once, in the order of their numbers', () => {
    expect(catalogOptions(SMALL_CATALOG)).toEqual({ documents: ['文献02', '文献10'], mic_codes: ['Ⅱ.4.1.1', 'Ⅱ.4.10.1', 'Ⅲ.2.1'] })
  })

  it('do not depend on the order of the items', () => {
    const mic = (...codes: string[]) => guidelineItem({ mic: codes.map((code) => ({ code, level: '基本' as const })) })
    const codes = ['Ⅱ.4.2.1', 'Ⅲ.1.1.1', 'Ⅱ.4.10.2', 'Ⅱ.4.1.1']
    const sorted = ['Ⅱ.4.1.1', 'Ⅱ.4.2.1', 'Ⅱ.4.10.2', 'Ⅲ.1.1.1']
    expect(catalogOptions(catalogOf(mic(...codes))).mic_codes).toEqual(sorted)
    expect(catalogOptions(catalogOf(...[...codes].reverse().map((code) => mic(code)))).mic_codes).toEqual(sorted)
  })

  it('keep their order in kintone even where a label is a number', () => {
    expect(options(['乙', '2', '1'])).toEqual({ 乙: { label: '乙', index: '0' }, 2: { label: '2', index: '1' }, 1: { label: '1', index: '2' } })
  })
})
