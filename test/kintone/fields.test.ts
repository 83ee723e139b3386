import { describe, expect, it } from 'vitest'
import { FIELDS, FORM_GROUPS, FORM_HEAD, RESPONSIBILITIES, RESPONSIBILITY_FIELDS, TABLE_AFTER_GROUP, TABLE_WIDTHS } from '../../src/kintone/fields'

const codes = [...Object.keys(FIELDS), ...Object.keys(RESPONSIBILITY_FIELDS), ...FORM_GROUPS.map(({ code }) => code), RESPONSIBILITIES]

describe('the field table', () => {
  it('gives every field a code that kintone takes, once in the whole form', () => {
    expect(codes.filter((code) => !/^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('gives every field a label of its own', () => {
    const labels: readonly string[] = [...Object.values(FIELDS), ...Object.values(RESPONSIBILITY_FIELDS)].map(({ label }) => label)
    expect(labels.filter((label) => label === '' || label.length > 128)).toEqual([])
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('starts a choice with a value that can be chosen', () => {
    for (const field of [...Object.values(FIELDS), ...Object.values(RESPONSIBILITY_FIELDS)]) if ('initial' in field) expect(field.options).toContain(field.initial)
  })

  it('has a place on the form for every field, one each', () => {
    const placed = [...FORM_HEAD, ...FORM_GROUPS.flatMap(({ rows }) => rows)].flat().map(([code]) => code)
    expect([...placed].sort()).toEqual(Object.keys(FIELDS).sort())
    expect(Object.keys(TABLE_WIDTHS).sort()).toEqual(Object.keys(RESPONSIBILITY_FIELDS).sort())
    expect(FORM_GROUPS.map(({ code }) => code)).toContain(TABLE_AFTER_GROUP)
  })

  /** A contract with every app that has been set up: what its users have filtered, charted and saved rests on these, and kintone never changes the type of a field. */
  it('keeps the codes, types and values that users rely on', () => {
    expect(Object.fromEntries(Object.entries(FIELDS).map(([code, { type }]) => [code, type]))).toEqual({
      item_key: 'SINGLE_LINE_TEXT', part: 'DROP_DOWN', edition: 'SINGLE_LINE_TEXT', item_no: 'SINGLE_LINE_TEXT', sort_no: 'NUMBER', section: 'SINGLE_LINE_TEXT',
      level: 'DROP_DOWN', title: 'SINGLE_LINE_TEXT', requirement: 'MULTI_LINE_TEXT', action: 'MULTI_LINE_TEXT', cybozu_statement: 'MULTI_LINE_TEXT',
      evidence_examples: 'MULTI_LINE_TEXT', suitability: 'DROP_DOWN', disclosure: 'DROP_DOWN', evidence_basis: 'CHECK_BOX', documents: 'MULTI_SELECT',
      mic_codes: 'MULTI_SELECT', mic_levels: 'SINGLE_LINE_TEXT', parties: 'CHECK_BOX', urls: 'MULTI_LINE_TEXT', related: 'MULTI_LINE_TEXT', official_text: 'MULTI_LINE_TEXT', catalog_version: 'SINGLE_LINE_TEXT', item_state: 'DROP_DOWN',
      round: 'SINGLE_LINE_TEXT', facility: 'SINGLE_LINE_TEXT', status: 'DROP_DOWN', status_reason: 'MULTI_LINE_TEXT', owner: 'USER_SELECT', department: 'ORGANIZATION_SELECT',
      target_on: 'DATE', checked_on: 'DATE', completed_on: 'DATE', next_review_on: 'DATE', implementation: 'MULTI_LINE_TEXT', regulation: 'MULTI_LINE_TEXT',
      evidence_files: 'FILE', evidence_links: 'MULTI_LINE_TEXT', evidence_expires_on: 'DATE', inquiry: 'DROP_DOWN', inquiry_on: 'DATE', inquiry_note: 'MULTI_LINE_TEXT', reviewer: 'USER_SELECT', review_comment: 'MULTI_LINE_TEXT', agreement_log: 'MULTI_LINE_TEXT',
    })
    expect(FIELDS.item_key).toMatchObject({ unique: true, required: true, maxLength: 64 })
    expect(FIELDS.status).toMatchObject({ options: ['未評価', '未対応', '計画中', '一部対応', '対応済', '代替策で対応', '対象外'], initial: '未評価' })
    expect(FIELDS.inquiry.options).toEqual(['不要', '未照会', '照会中', '回答あり'])
    expect(FIELDS.level.options).toEqual(['最低限', '推奨', '区分なし'])
    expect(FIELDS.suitability.options).toEqual(['適合可能', '対象外', '未適合'])
    expect(FIELDS.disclosure.options).toEqual(['公開文書', '要NDA', '記載なし'])
    expect(FIELDS.evidence_basis.options).toEqual(['公開文書', '第三者認証', 'インタビュー', 'NDA資料'])
    expect(FIELDS.part.options).toEqual(['MHLW', 'METI'])
    expect(FIELDS.parties.options).toEqual(['利用者', 'SI事業者'])
    expect(RESPONSIBILITIES).toBe('responsibilities')
    expect(RESPONSIBILITY_FIELDS).toMatchObject({
      r_party: { type: 'SINGLE_LINE_TEXT' },
      r_role: { type: 'DROP_DOWN', options: ['◎主担当', '○分担', '△協力', '委託', '－関係なし', '未協議'] },
      r_duty: { type: 'MULTI_LINE_TEXT' },
      r_state: { type: 'DROP_DOWN', options: ['未確認', '未了', '完了', '不要'] },
      r_agreed_on: { type: 'DATE' },
      r_basis: { type: 'SINGLE_LINE_TEXT' },
    })
  })
})
