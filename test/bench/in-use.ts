/** Records as a hospital has them after some months: answered, agreed, with evidence, inquiries and the official text taken in. All of it invented; only lengths are taken from life. */
import { Buffer } from 'node:buffer'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { builtInCatalog } from '../../src/catalog'
import { withAgreement } from '../../src/domain/agreement-log'
import type { Assessment } from '../../src/domain/assessment'
import type { GuidelineItem } from '../../src/domain/guideline'
import { proposedResponsibilities } from '../../src/domain/responsibility'
import type { Responsibility } from '../../src/domain/responsibility'
import { responsibilityRow } from '../../src/kintone/responsibility-row'
import { seedRecord } from '../../src/kintone/seed-record'
import { addRecords } from './stand'

/** Letters of the official text an item, as the settings screen takes them from the reference: mean of each part. */
const OFFICIAL_LETTERS = { MHLW: 552, METI: 276 } as const
const STATUSES = ['対応済', '対応済', '一部対応', '計画中', '対応済', '未対応', '対応済', '代替策で対応', '未評価', '対象外'] as const
/** What is written differs in length from person to person: a remark of a line, or of a paragraph. In letters */
const PARAGRAPH = [60, 120, 240] as const

/** Adds the catalog's items as an assessment in which two thirds are answered and half of what is agreed has been agreed. */
export async function addRecordsInUse(client: KintoneRestAPIClient, app: string, assessment: Assessment): Promise<void> {
  const { items, version } = builtInCatalog()
  const records = []
  for (const [at, item] of items.entries()) records.push({ ...seedRecord(item, assessment, version), ...(await answered(client, item, at)) })
  await addRecords(client, app, records)
}

async function answered(client: KintoneRestAPIClient, item: GuidelineItem, at: number): Promise<Record<string, { readonly value: unknown }>> {
  const status = STATUSES[at % STATUSES.length] as (typeof STATUSES)[number]
  const isBegun = status !== '未評価' && status !== '未対応'
  const isMet = status === '対応済' || status === '代替策で対応'
  const needsReason = status === '対象外' || status === '代替策で対応'
  const isAsked = item.disclosure === '要NDA'
  const halves = proposedResponsibilities(item).map((half, party) => (isMet ? agreed(half, party) : half))
  return {
    status: { value: status },
    status_reason: { value: needsReason ? prose(40) : '' },
    owner: { value: [{ code: at % 2 === 0 ? 'tanaka' : 'sato' }] },
    department: { value: [{ code: at % 2 === 0 ? 'medical-informatics' : 'nursing' }] },
    reviewer: { value: [{ code: 'suzuki' }] },
    target_on: { value: '2026-12-15' },
    checked_on: { value: isBegun ? '2026-10-01' : '' },
    completed_on: { value: isMet ? '2026-10-20' : '' },
    next_review_on: { value: isMet ? '2027-10-20' : '' },
    implementation: { value: isBegun ? prose(PARAGRAPH[at % 3] as number) : '' },
    regulation: { value: isBegun ? prose(20) : '' },
    evidence_files: { value: isMet && at % 2 === 0 ? [{ fileKey: await uploaded(client, at) }] : [] },
    evidence_links: { value: isMet && at % 2 === 1 ? `https://example.com/kitei/${at}` : '' },
    evidence_expires_on: { value: isMet && at % 4 === 0 ? '2027-03-31' : '' },
    inquiry: { value: isAsked ? '回答あり' : '不要' },
    inquiry_on: { value: isAsked ? '2026-09-10' : '' },
    inquiry_note: { value: isAsked ? prose(40) : '' },
    review_comment: { value: isMet ? prose(30) : '' },
    official_text: { value: prose(OFFICIAL_LETTERS[item.part]) },
    responsibilities: { value: halves.map(responsibilityRow) },
    agreement_log: { value: withAgreement('', [], halves) ?? '' },
  }
}

function agreed(half: Responsibility, party: number): Responsibility {
  if (half.role === '－関係なし' || half.role === '未協議') return half
  return { ...half, state: party === 1 ? '未了' : '完了', agreedOn: '2026-10-20', basis: party === 0 ? '利用契約 第8条' : '保守契約 別紙2' }
}

async function uploaded(client: KintoneRestAPIClient, at: number): Promise<string> {
  return (await client.file.uploadFile({ file: { name: `運用管理規程_第${at}版.pdf`, data: Buffer.from(`%PDF ${at}`) } })).fileKey
}

const SENTENCES = ['手順書を改め、担当者に説明した。', '設定の画面を保存し、月に一度見直している。', '委託先には書面で確かめ、答えを綴じた。', '残りは次の更新に合わせて行う。'] as const

/** So many letters of no meaning. */
function prose(letters: number): string {
  return SENTENCES.join('').repeat(Math.ceil(letters / SENTENCES.join('').length)).slice(0, letters)
}
