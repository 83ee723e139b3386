import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { DISCLOSURES, EVIDENCE_BASES, LEVELS, PARTS, sectionName, SUITABILITIES } from '../../src/domain/guideline'
import type { ActingParty, GuidelineItem } from '../../src/domain/guideline'
import { proposedResponsibilities } from '../../src/domain/responsibility'
import { decodeDetail, decodeItem, isUnreadable, ITEM_FIELDS } from '../../src/kintone/record-codec'
import { seedRecord } from '../../src/kintone/seed-record'
import { guidelineItem } from '../examples'
import type { StoredRecord } from './stored-record'
import { storedRecord } from './stored-record'

const ASSESSMENT = { round: '2026', facility: '本院' }
const MARKUP = '<img src=x onerror=alert(1)>&amp;"\'</div>'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(MARKUP))
const items: fc.Arbitrary<GuidelineItem> = fc
  .record({
    part: fc.constantFrom(...PARTS),
    level: fc.constantFrom(...LEVELS),
    suitability: fc.constantFrom(...SUITABILITIES),
    disclosure: fc.constantFrom(...DISCLOSURES),
    evidence: fc.subarray([...EVIDENCE_BASES]),
    documents: fc.subarray(['文献02', '文献10']),
    mic: fc.array(fc.record({ code: fc.constantFrom('Ⅱ.4.1.1', 'Ⅱ.4.10.1', 'Ⅲ.2.1'), level: fc.constantFrom('基本' as const, '推奨' as const) })),
    parties: fc.subarray<ActingParty>(['利用者', 'SI事業者']),
    actionGiven: fc.boolean(),
    order: fc.integer({ min: 1, max: 207 }),
    title: text,
    requirement: text,
    action: text,
    cybozu: text,
  })
  .map(guidelineItem)

function seeded(item: GuidelineItem = guidelineItem({ documents: [] })): StoredRecord {
  return storedRecord(seedRecord(item, ASSESSMENT, '1'), '17')
}

function decoded(record: StoredRecord) {
  const value = decodeItem(record)
  if (isUnreadable(value)) throw new Error(`unreadable: ${value.field} ${value.found}`)
  return value
}

function withRows(record: StoredRecord, change: (row: StoredRecord, at: number) => StoredRecord): StoredRecord {
  const rows = record['responsibilities']?.value as { id: string; value: StoredRecord }[]
  return { ...record, responsibilities: { type: 'SUBTABLE', value: rows.map((row, at) => ({ ...row, value: change(row.value, at) })) } }
}

describe('a record that set-up has written', () => {
  it('is read back as the item it was, not assessed, owned by nobody, with the proposals', () => {
    fc.assert(
      fc.property(items, (item) => {
        expect(decodeItem(seeded(item))).toEqual({
          recordId: '17',
          revision: '1',
          part: item.part,
          no: item.no,
          order: item.order,
          section: sectionName(item.section),
          level: item.level,
          title: item.title,
          suitability: item.suitability,
          disclosure: item.disclosure,
          evidence: item.evidence,
          documents: item.documents,
          micCodes: [...new Set(item.mic.map(({ code }) => code))],
          status: '未評価',
          statusReason: '',
          owners: [],
          departments: [],
          reviewers: [],
          targetOn: null,
          completedOn: null,
          inquiry: item.disclosure === '要NDA' ? '未照会' : '不要',
          inquiryOn: null,
          inquiryNote: '',
          notesInquiry: true,
          takesDepartments: true,
          hasEvidence: false,
          evidenceExpiresOn: null,
          responsibilities: proposedResponsibilities(item).map((half) => ({ ...half, rowId: expect.stringMatching(/^\d+$/) as string })),
        })
      }),
    )
  })

  it('shows in the pane what the catalog says and nothing of the hospital yet', () => {
    const item = guidelineItem({
      documents: [],
      urls: ['https://example.com/a?x=1&y=2', 'https://example.com/b'],
      mic: [{ code: 'Ⅱ.4.1.1', level: '推奨' }, { code: 'Ⅱ.4.1.1', level: '基本' }],
      related: [{ id: 'METI:2.6.12(3)', how: '同じ', why: '同じ対策' }, { id: 'MHLW:6.5-12', how: '一部重なる', why: '対象が違う' }],
    })
    expect(decodeDetail(seeded(item))).toMatchObject({
      requirement: '例の要求事項',
      action: '例の対応',
      cybozu: '例の説明',
      evidenceExamples: '規程\n記録',
      mic: [{ code: 'Ⅱ.4.1.1', level: '推奨' }, { code: 'Ⅱ.4.1.1', level: '基本' }],
      related: [{ id: 'METI:2.6.12(3)', how: '同じ', why: '同じ対策' }, { id: 'MHLW:6.5-12', how: '一部重なる', why: '対象が違う' }],
      urls: ['https://example.com/a?x=1&y=2', 'https://example.com/b'],
      officialText: '',
      statusReason: '',
      implementation: '',
      completedOn: null,
      departments: [],
      reviewers: [],
    })
  })

  it('has no link, no citation and no related item where the source gives none', () => {
    expect(decodeDetail(seeded(guidelineItem({ documents: [], urls: [], mic: [], related: [] })))).toMatchObject({ urls: [], mic: [], related: [] })
  })

  it('of an app that was set up before inquiries had a day and a note is known to have no place for them', () => {
    const { inquiry_on: _on, inquiry_note: _note, ...before } = seeded()
    expect(decodeItem(before)).toMatchObject({ inquiryOn: null, inquiryNote: '', notesInquiry: false })
  })

  it('of an app in a guest space is known to have no place for departments', () => {
    const { department: _, ...inGuestSpace } = seeded()
    expect(decodeItem(inGuestSpace)).toMatchObject({ departments: [], takesDepartments: false })
    expect(decodeItem(seeded())).toMatchObject({ departments: [], takesDepartments: true })
  })

  it('can be read from the fields that a list asks for, and from no fewer', () => {
    const whole = seeded()
    const asked = Object.fromEntries(ITEM_FIELDS.map((code) => [code, whole[code]]))
    expect(decodeItem(asked)).toEqual(decodeItem(whole))
    for (const code of ITEM_FIELDS.filter((one) => !['inquiry_on', 'inquiry_note', 'department'].includes(one))) {
      const rest = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== code))
      expect(decodeItem(rest)).toMatchObject({ field: code })
    }
  })
})

describe('a record that people have answered', () => {
  it('is read with its people, days and agreed halves', () => {
    const record = seeded()
    const rows = record['responsibilities']?.value as { value: StoredRecord }[]
    const value = decoded({
      ...record,
      status: { type: 'DROP_DOWN', value: '計画中' },
      owner: { type: 'USER_SELECT', value: [{ code: 'hanako', name: '田中 花子' }, { code: 'taro', name: '太郎' }] },
      target_on: { type: 'DATE', value: '2026-12-24' },
      responsibilities: { type: 'SUBTABLE', value: [{ id: '5', value: { ...rows[2]?.value, r_party: { type: 'SINGLE_LINE_TEXT', value: '例の会社' }, r_role: { type: 'DROP_DOWN', value: '委託' }, r_state: { type: 'DROP_DOWN', value: '完了' }, r_agreed_on: { type: 'DATE', value: '2026-11-01' } } }] },
    })
    expect(value).toMatchObject({ status: '計画中', targetOn: '2026-12-24', owners: [{ code: 'hanako', name: '田中 花子' }, { code: 'taro', name: '太郎' }] })
    expect(value.responsibilities).toEqual([{ rowId: '5', party: '例の会社', role: '委託', duty: '例の対応', state: '完了', agreedOn: '2026-11-01', basis: '' }])
  })

  it('names its files of evidence, their size in bytes', () => {
    const value = [{ fileKey: 'k', name: MARKUP, contentType: 'application/pdf', size: '12345' }]
    expect(decodeDetail({ ...seeded(), evidence_files: { type: 'FILE', value } })).toMatchObject({ evidenceFiles: [{ fileKey: 'k', name: MARKUP, size: 12345 }] })
    expect(decodeDetail({ ...seeded(), evidence_files: { type: 'FILE', value: [{ name: 'x' }] } })).toMatchObject({ field: 'evidence_files' })
  })

  it.each<[string, unknown, boolean]>([
    ['evidence_files', [{ fileKey: 'k', name: '規程.pdf', contentType: 'application/pdf', size: '12' }], true],
    ['evidence_links', 'https://example.com/kitei', true],
    ['evidence_links', ' \n', false],
  ])('has evidence where a file is attached or a place named: %s %j', (code, value, hasEvidence) => {
    expect(decoded({ ...seeded(), [code]: { type: '', value } }).hasEvidence).toBe(hasEvidence)
  })

  it('may hold no row of responsibilities at all', () => {
    expect(decoded({ ...seeded(), responsibilities: { type: 'SUBTABLE', value: [] } }).responsibilities).toEqual([])
  })

  it('tells each saving from the one before', () => {
    expect(decoded({ ...seeded(), $revision: { type: '__REVISION__', value: '9' } }).revision).toBe('9')
  })

  it('keeps markup as the text it is', () => {
    const record = { ...seeded(), title: { type: 'SINGLE_LINE_TEXT', value: MARKUP }, owner: { type: 'USER_SELECT', value: [{ code: 'x', name: MARKUP }] }, implementation: { type: 'MULTI_LINE_TEXT', value: MARKUP } }
    expect(decodeDetail(record)).toMatchObject({ title: MARKUP, implementation: MARKUP, owners: [{ name: MARKUP }] })
  })
})

describe('a choice that is blank, because nobody has answered yet', () => {
  it.each([
    ['status', null, '未評価'],
    ['status', '', '未評価'],
    ['inquiry', null, '不要'],
    ['inquiry', '', '不要'],
  ])('%s %j counts as %s', (field, blank, meaning) => {
    expect(decoded({ ...seeded(guidelineItem({ documents: [], disclosure: '要NDA' })), [field]: { type: 'DROP_DOWN', value: blank } })).toMatchObject({ [field]: meaning })
  })

  it.each([null, ''])('in a row of the responsibilities counts as not discussed and not confirmed: %j', (blank) => {
    const value = decoded(withRows(seeded(), (row) => ({ ...row, r_role: { type: 'DROP_DOWN', value: blank }, r_state: { type: 'DROP_DOWN', value: blank } })))
    expect(value.responsibilities.map(({ role, state }) => [role, state])).toEqual([['未協議', '未確認'], ['未協議', '未確認'], ['未協議', '未確認']])
  })
})

describe('a record with a value that this version does not know', () => {
  it.each<[string, unknown]>([
    ['status', '完璧'],
    ['inquiry', '未'],
    ['part', null],
    ['level', ''],
    ['suitability', null],
    ['part', 'XYZ'],
    ['level', '任意'],
    ['suitability', '適合'],
    ['disclosure', null],
    ['inquiry', '済'],
    ['evidence_basis', ['公開文書', '噂']],
    ['evidence_basis', null],
    ['sort_no', ''],
    ['sort_no', '一'],
    ['documents', [7]],
    ['owner', [{ name: '名前だけ' }]],
    ['owner', [{ code: 'hanako' }]],
    ['title', 7],
    ['responsibilities', null],
  ])('in %s, %j, is unreadable and says so, with its id', (field, found) => {
    const value = decodeItem({ ...seeded(), [field]: { type: '', value: found } })
    expect(value).toMatchObject({ recordId: '17', field })
    const bad = field === 'evidence_basis' && found ? '噂' : Array.isArray(found) ? found[0] : found
    expect(isUnreadable(value) && value.found).toBe(JSON.stringify(bad))
  })

  it.each([['r_role', '役割', '●'], ['r_state', '状態', '済']])('in a row of the responsibilities names the field of the row, %s', (field, label, found) => {
    const record = withRows(seeded(), (row, at) => (at === 1 ? { ...row, [field]: { type: 'DROP_DOWN', value: found } } : row))
    expect(decodeItem(record)).toEqual({ recordId: '17', field, label, found: JSON.stringify(found) })
  })

  it.each([['METI:2.6.12(3)=似ている：同じ対策', '"METI:2.6.12(3)=似ている：同じ対策"'], ['MHLW:6.5-12=同じ：同じ対策\nMHLW:6.5-13', '"MHLW:6.5-13"']])('among the related items is unreadable in the pane, which alone shows them: %j', (related, found) => {
    const record = { ...seeded(), related: { type: 'MULTI_LINE_TEXT', value: related } }
    expect(decodeDetail(record)).toEqual({ recordId: '17', field: 'related', label: '関連する項目', found })
    expect(decoded(record).recordId).toBe('17')
  })

  it.each([null, undefined, 7, 'record', [], {}])('is no reason to stop reading: %j', (record) => {
    expect(decodeItem(record)).toMatchObject({ recordId: '', field: '$id' })
  })

  it('is unreadable in the pane too', () => {
    expect(decodeDetail({ ...seeded(), implementation: { type: '', value: 7 } })).toEqual({ recordId: '17', field: 'implementation', label: '対応内容', found: '7' })
  })
})
