import { describe, expect, it } from 'vitest'
import { kintoneNewerItems } from '../../src/kintone/newer-items'
import { seedRecord } from '../../src/kintone/seed-record'
import { guidelineItem } from '../examples'
import { storedRecord } from './stored-record'

const HOSPITAL = { round: '2026', facility: '本院' }

/** An app whose records have been saved at these times. */
function appWith(times: readonly string[]) {
  const held = times.map((time, at) => ({ ...storedRecord(seedRecord(guidelineItem({ no: `6.5-${at + 1}`, order: at + 1, documents: [] }), HOSPITAL, '1'), String(at + 1)), 更新した時: { type: 'UPDATED_TIME', value: time } }))
  const queries: string[] = []
  const newer = kintoneNewerItems(async (_path, { query }) => {
    const text = String(query)
    queries.push(text)
    const from = />= "([^"]+)"/.exec(text)?.[1]
    const found = held.filter(({ 更新した時 }) => from === undefined || 更新した時.value >= from).toSorted((a, b) => (a.更新した時.value < b.更新した時.value ? -1 : 1))
    return { records: / desc/.test(text) ? found.reverse().slice(0, 1) : found.slice(0, 500), totalCount: String(found.length) }
  }, '7')
  return { newer, queries, remove: () => held.pop(), save: (at: number, time: string) => Object.assign(held[at] ?? {}, { 更新した時: { type: 'UPDATED_TIME', value: time } }) }
}

describe('what others have saved', () => {
  it('is nothing at first, then what has been saved since, found by the type of the field whatever it is called', async () => {
    const { newer, save, queries } = appWith(['2026-11-23T01:00:00Z', '2026-11-23T01:00:00Z'])
    expect((await newer.since(HOSPITAL)).items).toEqual([])
    save(1, '2026-11-23T01:30:00Z')
    expect((await newer.since(HOSPITAL)).items.map(({ no }) => no)).toContain('6.5-2')
    save(0, '2026-11-23T01:30:00Z')
    expect((await newer.since(HOSPITAL)).items.map(({ no }) => no).sort()).toEqual(['6.5-1', '6.5-2'])
    expect(queries).toContain('round = "2026" and facility = "本院" and 更新した時 >= "2026-11-23T01:30:00Z" order by 更新した時 asc, $id asc limit 500')
  })

  it('includes what was saved between the reading of the list and the first question', async () => {
    const { newer, save } = appWith(['2026-11-23T01:00:00Z', '2026-11-23T01:05:00Z'])
    await newer.since(HOSPITAL)
    save(0, '2026-11-23T01:04:00Z')
    expect((await newer.since(HOSPITAL)).items.map(({ no }) => no)).toContain('6.5-1')
  })

  it('says how many there are, at the first call too: what is deleted shows in nothing else', async () => {
    const { newer, remove } = appWith(['2026-11-23T01:00:00Z', '2026-11-23T01:05:00Z'])
    expect((await newer.since(HOSPITAL)).count).toBe(2)
    remove()
    expect(await newer.since(HOSPITAL)).toMatchObject({ count: 1 })
  })

  it('is nothing in an assessment without records', async () => {
    const { newer } = appWith([])
    expect((await newer.since(HOSPITAL)).items).toEqual([])
    expect((await newer.since(HOSPITAL)).items).toEqual([])
  })
})
