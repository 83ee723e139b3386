import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HandOverPart } from '../../../src/domain/hand-over'
import { nodePorts } from '../../../src/entry/node-setup'
import { planSetup, USUAL_WISHES } from '../../../src/usecases/plan-setup'
import { FEW_ITEMS } from '../../faults/sweep'
import type { GivenApp } from './given-app'
import { ADMIN, ASSESSMENT, givenNewApp, recordsOf } from './given-app'

type Held = Awaited<ReturnType<typeof recordsOf>>[number]
const NEXT = { ...ASSESSMENT, round: '2027' }
const TAKEN: readonly HandOverPart[] = ['people', 'responsibilities', 'answers']

let given: GivenApp
beforeEach(async () => {
  given = await givenNewApp()
  expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done' })
})
afterEach(() => given.kintone.close())

const ofRound = async (round: string) => (await recordsOf(given)).filter((record) => record['round']?.value === round)
const codes = (record: Held | undefined, field: string) => (record?.[field]?.value as readonly { readonly code: string }[]).map(({ code }) => code)
const duties = (record: Held | undefined) => (record?.['responsibilities']?.value as readonly { readonly value: Readonly<Record<string, { readonly value: unknown }>> }[]).map(({ value }) => [value['r_party']?.value, value['r_role']?.value, value['r_duty']?.value, value['r_agreed_on']?.value])

/** The first record answered, agreed on and proved, the others untouched. */
async function answeredFirst(): Promise<string> {
  const { client, app } = given
  const [first] = await ofRound('2026')
  const rows = first?.['responsibilities']?.value as readonly { readonly id: string; readonly value: Readonly<Record<string, { readonly value: unknown }>> }[]
  const { fileKey } = await client.file.uploadFile({ file: { name: '規程.pdf', data: 'pdf' } })
  await client.record.updateRecord({
    app,
    id: String(first?.['$id']?.value),
    record: {
      owner: { value: [{ code: 'tanaka' }] }, department: { value: [{ code: 'nursing' }] }, reviewer: { value: [{ code: 'suzuki' }] },
      status: { value: '代替策で対応' }, status_reason: { value: '紙で記録する' }, implementation: { value: '規程を掲示した' }, evidence_links: { value: '共有フォルダー/規程' },
      target_on: { value: '2026-09-30' }, completed_on: { value: '2026-09-01' }, review_comment: { value: '確認した' }, evidence_files: { value: [{ fileKey }] }, official_text: { value: '自院の写し' },
      responsibilities: { value: [...rows.map((row, at) => (at === 0 ? { id: row.id, value: { ...row.value, r_duty: { value: '契約どおり' }, r_agreed_on: { value: '2026-06-01' } } } : row)), { value: { r_party: { value: '電子カルテ社' }, r_role: { value: '△協力' } } }] } as never,
    },
  })
  return String(first?.['item_no']?.value)
}

describe('a new round', () => {
  it('takes over people, responsibilities and answers from the former one, begins not assessed, and changes nothing that is there', async () => {
    const no = await answeredFirst()
    const before = JSON.stringify(await ofRound('2026'))
    expect(await given.setUp({ catalog: FEW_ITEMS, assessment: NEXT, handOver: { from: ASSESSMENT, parts: TAKEN }, reviewers: [{ code: 'sato', name: '佐藤 健' }] })).toMatchObject({ outcome: 'done', recordsAdded: FEW_ITEMS.items.length, shapeChanged: false })
    expect(JSON.stringify(await ofRound('2026'))).toBe(before)
    const next = await ofRound('2027')
    const one = next.find((record) => record['item_no']?.value === no)
    expect(one).toMatchObject({
      status: { value: '未評価' }, status_reason: { value: '' }, implementation: { value: '規程を掲示した' }, evidence_links: { value: '共有フォルダー/規程' }, official_text: { value: '自院の写し' },
      target_on: { value: null }, completed_on: { value: null }, review_comment: { value: '' }, evidence_files: { value: [] },
    })
    expect([codes(one, 'owner'), codes(one, 'department'), codes(one, 'reviewer')]).toEqual([['tanaka'], ['nursing'], ['suzuki']])
    const before1 = (await ofRound('2026')).find((record) => record['item_no']?.value === no)
    expect(duties(one)).toEqual(duties(before1))
    expect(duties(one).at(-1)?.[0]).toBe('電子カルテ社')
    // Where the former round named no reviewer, the one chosen now is.
    expect(next.filter((record) => record !== one).map((record) => codes(record, 'reviewer').join())).toEqual(next.slice(1).map(() => 'sato'))
    expect(await given.setUp({ catalog: FEW_ITEMS, assessment: NEXT, handOver: { from: ASSESSMENT, parts: TAKEN } })).toMatchObject({ outcome: 'done', recordsAdded: 0, shapeChanged: false })
  })

  it('takes over the status too where that is wanted, and nothing where nothing is', async () => {
    const no = await answeredFirst()
    await given.setUp({ catalog: FEW_ITEMS, assessment: NEXT, handOver: { from: ASSESSMENT, parts: ['status'] } })
    const one = (await ofRound('2027')).find((record) => record['item_no']?.value === no)
    expect(one).toMatchObject({ status: { value: '代替策で対応' }, status_reason: { value: '紙で記録する' }, implementation: { value: '' }, owner: { value: [] } })
    await given.setUp({ catalog: FEW_ITEMS, assessment: { ...NEXT, round: '2028' } })
    expect((await ofRound('2028')).find((record) => record['item_no']?.value === no)).toMatchObject({ status: { value: '未評価' }, owner: { value: [] }, official_text: { value: '' } })
  })

  it('is shown before it is made, with what stays behind and what is new', async () => {
    await answeredFirst()
    const [first] = FEW_ITEMS.items
    const newer = { ...FEW_ITEMS, items: [...FEW_ITEMS.items, { ...(first as NonNullable<typeof first>), no: '6.99-1', order: 999 }] }
    const ports = nodePorts({ baseUrl: given.kintone.baseUrl, auth: ADMIN, app: given.app, catalog: newer })
    const planned = await planSetup(ports, NEXT, USUAL_WISHES, { parts: ['MHLW', 'METI'], reviewers: [], handOver: { from: ASSESSMENT, parts: TAKEN } })
    expect(planned).toMatchObject({ outcome: 'planned', plan: { handOver: { matched: FEW_ITEMS.items.length, unmatched: 1, counts: { people: 1, responsibilities: 1, answers: 1, status: 0 }, withFiles: 1, gone: null } } })
    expect(await ofRound('2027')).toEqual([])
  })

  it('can begin with one part and get the other later', async () => {
    const ofPart = (part: string) => FEW_ITEMS.items.filter((item) => item.part === part).length
    expect(await given.setUp({ catalog: FEW_ITEMS, assessment: NEXT, parts: ['MHLW'] })).toMatchObject({ recordsAdded: ofPart('MHLW') })
    expect(await given.setUp({ catalog: FEW_ITEMS, assessment: NEXT, parts: ['MHLW'] })).toMatchObject({ recordsAdded: 0, recordsPresent: ofPart('MHLW') })
    expect(await given.setUp({ catalog: FEW_ITEMS, assessment: NEXT })).toMatchObject({ recordsAdded: ofPart('METI'), recordsPresent: ofPart('MHLW') })
  })
})
