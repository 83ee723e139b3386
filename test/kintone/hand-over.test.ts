import { describe, expect, it } from 'vitest'
import { CATALOG_FIELDS, FIELDS } from '../../src/kintone/fields'
import { HANDED_OVER, handedOver, previewOf, STAYS_BEHIND, WITH_RESPONSIBILITIES } from '../../src/kintone/hand-over'
import { seedRecord } from '../../src/kintone/seed-record'
import { guidelineItem } from '../examples'

const FORMER = { round: '2025', facility: '本院' }
const item = guidelineItem({})
const person = (code: string) => ({ code, name: `名前${code}` })
const former = (changes: Readonly<Record<string, { readonly value: unknown }>> = {}) => ({ ...seedRecord(item, FORMER, '1'), ...changes })
const EVERYBODY = { people: null, departments: null }
const all = { from: FORMER, parts: ['people', 'responsibilities', 'answers', 'status'] } as const

describe('what a new round takes over', () => {
  it('is settled for every field of the hospital', () => {
    const own = Object.keys(FIELDS).filter((code) => !(CATALOG_FIELDS as readonly string[]).includes(code) && code !== 'round' && code !== 'facility')
    expect([...Object.values(HANDED_OVER).flat(), ...WITH_RESPONSIBILITIES, ...STAYS_BEHIND].toSorted()).toEqual(own.toSorted())
  })

  it('leaves out who has left, and names them', () => {
    const still = { people: new Set(['a']), departments: new Set<string>() }
    const held = former({ owner: { value: [person('a'), person('b')] }, reviewer: { value: [person('b')] }, department: { value: [person('d')] } })
    const { record } = handedOver(held, item, all, still)
    expect(record['owner']).toEqual({ value: [{ code: 'a' }] })
    expect(record).not.toHaveProperty('reviewer')
    expect(record).not.toHaveProperty('department')
    expect(previewOf([[item, held]], all, still).gone?.toSorted()).toEqual(['名前b', '名前d'])
    expect(previewOf([[item, held]], all, EVERYBODY).gone).toBeNull()
  })

  it('counts nothing for a record that nobody has touched', () => {
    expect(previewOf([[item, former()]], all, EVERYBODY)).toMatchObject({ matched: 1, counts: { people: 0, responsibilities: 0, answers: 0, status: 0 } })
  })

  it('follows a newer catalog where the row is still the old proposal, and keeps what people wrote', () => {
    const newer = guidelineItem({ cybozu: '新しい説明', action: '新しい対応' })
    const duties = (record: Readonly<Record<string, { readonly value: unknown }>>) => (record['responsibilities']?.value as readonly { readonly value: Readonly<Record<string, { readonly value: string }>> }[]).map(({ value }) => value['r_duty']?.value)
    expect(duties(handedOver(former(), newer, all, EVERYBODY).record)).toEqual(['新しい説明', '', '新しい対応'])
    const [first, ...rest] = former().responsibilities.value
    const agreed = { id: '1', value: { ...first?.value, r_duty: { value: '契約どおり' } } }
    expect(duties(handedOver(former({ responsibilities: { value: [agreed, ...rest] } }), newer, all, EVERYBODY).record)).toEqual(['契約どおり', '', '新しい対応'])
  })
})
