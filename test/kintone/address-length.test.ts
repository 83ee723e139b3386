import { describe, expect, it } from 'vitest'
import { builtInCatalog } from '../../src/catalog'
import { FACILITY_MAX, ROUND_MAX } from '../../src/domain/assessment'
import { IDS_PER_QUERY, kintoneAssessedItems } from '../../src/kintone/assessed-items'
import { kintoneItemSurroundings } from '../../src/kintone/item-surroundings'
import { kintoneRecordHistories } from '../../src/kintone/record-histories'
import type { ApiGet } from '../../src/kintone/record-pages'

/** kintone refuses a longer address with 414, and kintone.api() is not known to send a long GET in another way. [cybozu.dev tips rest-api-get-3-ways] */
const LONGEST_ADDRESS = 8_192
/** Of a domain whose name is long, in a guest space. */
const BEGIN = `https://${'x'.repeat(32)}.cybozu.com/k/guest/12345/v1/`

/** Every character of these takes nine in an address. */
const ASSESSMENT = { round: '年'.repeat(ROUND_MAX), facility: '院'.repeat(FACILITY_MAX) }
const IDS = Array.from({ length: IDS_PER_QUERY }, (_, at) => String(10_000_000 + at))

function addressOf(path: string, parameters: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => (Array.isArray(value) ? value.map((each, at) => [`${name}[${at}]`, each]) : [[name, value]]))
  return `${BEGIN}${path}.json?${pairs.map(([name, value]) => `${encodeURIComponent(String(name))}=${encodeURIComponent(String(value))}`).join('&')}`
}

/** Answers everything with nothing and keeps the longest address. */
function listening(): { readonly get: ApiGet; readonly longest: () => number } {
  let longest = 0
  const get: ApiGet = (path, parameters) => {
    longest = Math.max(longest, addressOf(path, parameters).length)
    const type = (name: string) => ({ type: name })
    return Promise.resolve(path === 'app/form/fields' ? { properties: { 作成日時: type('CREATED_TIME'), 更新日時: type('UPDATED_TIME'), 更新者: type('MODIFIER') } } : { records: [], totalCount: '0', rights: [] })
  }
  return { get, longest: () => longest }
}

describe('the longest address of what is asked by GET', () => {
  it('stays below what kintone takes when items are read', async () => {
    const { get, longest } = listening()
    const items = kintoneAssessedItems(get, '1234567', String)
    await Promise.all([items.list(ASSESSMENT), items.details(ASSESSMENT), items.mine(ASSESSMENT), items.some(IDS), items.mayEdit(IDS), items.assessments()])
    expect(longest()).toBeGreaterThan(2_000)
    expect(longest()).toBeLessThan(LONGEST_ADDRESS)
  })

  it('stays below it for whatever item of the catalog has the most relations', async () => {
    const { get, longest } = listening()
    const none = { remember: () => {}, recall: () => null }
    const surroundings = kintoneItemSurroundings(get, '1234567', none)
    for (const { related, mic } of builtInCatalog().items) {
      await surroundings.named(related.map(({ id }) => id), ASSESSMENT)
      await surroundings.sharing(mic.map(({ code }) => code), ASSESSMENT)
    }
    expect(longest()).toBeGreaterThan(2_000)
    expect(longest()).toBeLessThan(LONGEST_ADDRESS)
  })

  it('stays below it for the histories of as many items as are asked for at once', async () => {
    const { get, longest } = listening()
    const histories = kintoneRecordHistories(get, '1234567', () => '')
    await Promise.all([histories.of(IDS), histories.ofAssessment(ASSESSMENT)])
    expect(longest()).toBeLessThan(LONGEST_ADDRESS)
  })
})
