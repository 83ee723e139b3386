import { describe, expect, it } from 'vitest'
import { termsIn } from '../../src/domain/terms'

const GLOSSARY = [{ term: '証跡' }, { term: '証跡の例' }, { term: 'RAID' }, { term: 'NDA' }]

describe('the terms of an item', () => {
  it('are those that its texts use, in the order of the glossary', () => {
    expect(termsIn(['RAID-1に相当', '詳細の開示にはNDAが要る'], GLOSSARY)).toEqual([{ term: 'RAID' }, { term: 'NDA' }])
  })

  it('are none where no text uses one', () => {
    expect(termsIn(['施錠する'], GLOSSARY)).toEqual([])
  })

  it('are the longer one where one stands inside another, unless the shorter stands by itself too', () => {
    expect(termsIn(['証跡の例を見る'], GLOSSARY)).toEqual([{ term: '証跡の例' }])
    expect(termsIn(['証跡の例を見て、証跡を残す'], GLOSSARY)).toEqual([{ term: '証跡' }, { term: '証跡の例' }])
  })
})
