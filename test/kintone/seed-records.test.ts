import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { KintoneRestAPIError } from '@kintone/rest-api-client'
import { describe, expect, it } from 'vitest'
import type { FieldProperty } from '../../src/kintone/app/form'
import { desiredFields } from '../../src/kintone/app/form'
import { decodeItem, isUnreadable } from '../../src/kintone/record-codec'
import { seedRecord } from '../../src/kintone/seed-record'
import { kintoneSeedRecords } from '../../src/kintone/seed-records'
import { guidelineItem, SMALL_CATALOG } from '../examples'
import { storedRecord } from './stored-record'

const ASSESSMENT = { round: '2026', facility: '本院' }
const written = (item: Parameters<typeof guidelineItem>[0]) => seedRecord(guidelineItem(item), ASSESSMENT, '3')

describe('the record of an item', () => {
  it('holds what only the catalog knows, under the codes of the app', () => {
    expect(written({})).toMatchObject({
      item_key: { value: '2026/本院/MHLW:6.5-11' },
      part: { value: 'MHLW' },
      item_no: { value: '6.5-11' },
      sort_no: { value: '11' },
      section: { value: '6.5 技術的安全対策' },
      round: { value: '2026' },
      facility: { value: '本院' },
      catalog_version: { value: '3' },
      urls: { value: 'https://example.com/one' },
      evidence_examples: { value: '規程\n記録' },
    })
  })

  it("leaves the hospital's answers to the hospital", () => {
    for (const code of ['status_reason', 'owner', 'department', 'target_on', 'completed_on', 'implementation', 'evidence_files', 'official_text', 'reviewer']) expect(written({})).not.toHaveProperty(code)
  })

  it('starts not assessed and not agreed, even where the form has been given other initial values', () => {
    const form = desiredFields(SMALL_CATALOG)
    const table = form['responsibilities'] as FieldProperty
    const agreedOn = { ...(table.fields?.['r_agreed_on'] as FieldProperty), defaultValue: '2026-01-01' }
    const changed = {
      ...form,
      status: { ...(form['status'] as FieldProperty), defaultValue: '対応済' },
      responsibilities: { ...table, fields: { ...table.fields, r_agreed_on: agreedOn } },
    }
    const stored = storedRecord(written({ documents: [] }), '1', changed)
    expect(stored['status']?.value).toBe('未評価')
    const item = decodeItem(stored)
    expect(!isUnreadable(item) && item.responsibilities.map((half) => half.agreedOn)).toEqual([null, null, null])
  })

  it('names every code of the Ministry once to choose from, and every citation in its order', () => {
    const mic = [{ code: 'Ⅲ.2.1', level: '基本' }, { code: 'Ⅱ.4.1.1', level: '推奨' }, { code: 'Ⅲ.2.1', level: '推奨' }] as const
    expect(written({ mic })).toMatchObject({ mic_codes: { value: ['Ⅲ.2.1', 'Ⅱ.4.1.1'] }, mic_levels: { value: 'Ⅲ.2.1=基本 Ⅱ.4.1.1=推奨 Ⅲ.2.1=推奨' } })
  })

  it('names each related item, how it is related and why, one a line', () => {
    const related = [{ id: 'METI:2.6.12(3)', how: '同じ', why: '同じ対策' }, { id: 'MHLW:6.5-12', how: '一部重なる', why: '対象が違う' }] as const
    expect(written({ related })).toMatchObject({ related: { value: 'METI:2.6.12(3)=同じ：同じ対策\nMHLW:6.5-12=一部重なる：対象が違う' } })
  })

  it.each([
    ['公開文書', '不要'],
    ['要NDA', '未照会'],
    ['記載なし', '不要'],
  ] as const)('of disclosure %s starts with the inquiry %s', (disclosure, inquiry) => {
    expect(written({ disclosure })).toMatchObject({ inquiry: { value: inquiry } })
  })

  it('is one that the form which set-up builds takes as it is, for every item of a catalog', () => {
    const form = desiredFields(SMALL_CATALOG)
    for (const item of SMALL_CATALOG.items) expect(() => storedRecord(seedRecord(item, ASSESSMENT, '1'), '1', form)).not.toThrow()
  })
})

describe('looking which records are there', () => {
  const refusal = (status: number, code: string) => new KintoneRestAPIError({ status, statusText: '', headers: {}, data: { id: 'i', code, message: 'm' } } as never)
  const found = (answer: () => Promise<unknown>) => kintoneSeedRecords({ record: { getAllRecordsWithId: answer } } as unknown as KintoneRestAPIClient, '7').registered(ASSESSMENT)

  it.each([
    [404, 'GAIA_AP01'],
    [400, 'GAIA_IQ11'],
  ])('finds none in an app that is not there yet (%i %s)', async (status, code) => {
    expect(await found(() => Promise.reject(refusal(status, code)))).toEqual([])
  })

  it.each([
    [403, 'CB_NO02', 'forbidden'],
    [400, 'CB_VA01', 'refused'],
    [429, 'GAIA_TO04', 'busy'],
  ])('does not take %i %s for an app without records', async (status, code, kind) => {
    await expect(found(() => Promise.reject(refusal(status, code)))).rejects.toMatchObject({ kind })
  })

  it('gives the key of each, the catalog that wrote it and whether it is retired', async () => {
    const record = (key: string, state: string | null) => ({ item_key: { value: key }, catalog_version: { value: '2' }, item_state: { value: state }, $id: { value: '1' } })
    expect(await found(() => Promise.resolve([record('a', null), record('b', '廃止')]))).toEqual([{ key: 'a', catalogVersion: '2', retired: false }, { key: 'b', catalogVersion: '2', retired: true }])
  })
})
