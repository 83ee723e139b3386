import { describe, expect, it } from 'vitest'
import { importMemory } from '../../../src/ui/papers/import-memory'
import { tabStorage } from '../../tab-storage'

const HERE = { round: '2026', facility: '本院' }
const done = [{ recordId: '3', no: '6.1-01', before: { status: '未評価' as const }, revision: '7' }]

describe('the last import', () => {
  it('is found again by the same user for the same assessment alone', () => {
    const tab = tabStorage()
    importMemory(tab, '1-tanaka').remember(HERE, done)
    expect(importMemory(tab, '1-tanaka').recall(HERE)).toEqual(done)
    expect(importMemory(tab, '1-suzuki').recall(HERE)).toEqual([])
    expect(importMemory(tab, '1-tanaka').recall({ ...HERE, facility: '分院' })).toEqual([])
  })

  it('is none where the browser keeps nothing, or something else', () => {
    const full = tabStorage(true)
    importMemory(full, '1-tanaka').remember(HERE, done)
    expect(importMemory(full, '1-tanaka').recall(HERE)).toEqual([])
    for (const other of ['{', 'null', '[{"recordId":3}]', '{"0":1}']) {
      const tab = tabStorage()
      importMemory(tab, '1-tanaka').remember(HERE, done)
      tab.setItem(tab.key(0) ?? '', other)
      expect(importMemory(tab, '1-tanaka').recall(HERE), other).toEqual([])
    }
  })
})
