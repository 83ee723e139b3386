import { describe, expect, test } from 'vitest'
import { instantOf, wallClockOf } from '../../../local-kintone/page/record/times'
import { applyChanges, copyOf, hasErrors, placeErrors, writeForm } from '../../../local-kintone/page/record/record-state'
import type { RecordData } from '../../../local-kintone/page/shapes'

const record = (): RecordData => ({
  $id: { type: '__ID__', value: '3' },
  title: { type: 'SINGLE_LINE_TEXT', value: '前' },
  番号: { type: 'RECORD_NUMBER', value: '3' },
  files: { type: 'FILE', value: [{ fileKey: 'k', name: 'a.txt', size: '1', contentType: 'text/plain' }] },
  shares: { type: 'SUBTABLE', value: [{ id: '9', value: { party: { type: 'SINGLE_LINE_TEXT', value: '自院' } } }] },
})

describe('a record on its page', () => {
  test('takes over what a handler wrote, but not to fields that handlers may not write', () => {
    const state = record()
    const changed = copyOf(state)
    for (const [code, value] of Object.entries({ title: '後', 番号: '99', files: [] })) changed[code] = { type: 'X', value }
    expect(applyChanges(state, changed)).toEqual({ redraw: ['title'], valued: ['title'] })
    expect(state['title']?.value).toBe('後')
    expect(state['番号']?.value).toBe('3')
  })

  test('an error or a lock changes how a field looks, not its value', () => {
    const state = record()
    const changed = copyOf(state)
    changed['title'] = { type: 'SINGLE_LINE_TEXT', value: '前', error: '長すぎます', disabled: true }
    expect(applyChanges(state, changed)).toEqual({ redraw: ['title'], valued: [] })
    expect(hasErrors(state)).toBe(true)
  })

  test('finds an error in a table cell', () => {
    const state = record()
    state['shares'] = { type: 'SUBTABLE', value: [{ id: null, value: { party: { type: 'SINGLE_LINE_TEXT', value: '', error: 'だめ' } } }] }
    expect(hasErrors(state)).toBe(true)
  })

  test('is written with its writable fields, files by key and tables row by row', () => {
    expect(writeForm(record(), (code) => code !== 'title')).toEqual({
      files: { value: [{ fileKey: 'k' }] },
      shares: { value: [{ id: '9', value: { party: { value: '自院' } } }] },
    })
  })

  test('puts the messages of a refusal at the fields that its paths name', () => {
    const state = record()
    const rest = placeErrors(state, {
      'record.title.value': ['必須です。'],
      'record[title].value': ['数字でなければなりません。'],
      'record.shares.value[0].value.party.value': ['長すぎます。'],
      'record.files.values': ['必須です。'],
      app: ['最小でも1以上です。'],
    })
    expect(rest).toEqual(['最小でも1以上です。'])
    expect(state['title']?.error).toBe('必須です。\n数字でなければなりません。')
    expect(state['files']?.error).toBe('必須です。')
    expect(state['shares']?.value).toMatchObject([{ value: { party: { error: '長すぎます。' } } }])
  })
})

describe('times', () => {
  test.each([
    ['Asia/Tokyo', '2026-11-23T10:30', '2026-11-23T01:30:00Z'],
    ['America/Los_Angeles', '2026-07-01T09:00', '2026-07-01T16:00:00Z'],
    ['Etc/UTC', '2026-01-01T00:00', '2026-01-01T00:00:00Z'],
  ])('a wall-clock time in %s is stored as an instant and read back', (timezone, wallClock, instant) => {
    expect(instantOf(wallClock, timezone)).toBe(instant)
    expect(wallClockOf(instant, timezone)).toBe(wallClock)
  })
})
