/**
 * The field table: every field of the app, its code, type, label and options. Form, layout, codec, queries and lists derive from it.
 * Codes and values are a contract with users' saved filters: they are never renamed. System fields are found by type, not here.
 */
import { INQUIRIES, STATUSES } from '../domain/assessment'
import { ACTING_PARTIES, DISCLOSURES, EVIDENCE_BASES, LEVELS, PARTS, SUITABILITIES } from '../domain/guideline'
import { HALF_STATES, ROLES } from '../domain/responsibility'

/** Whether the catalog still has the item: what it no longer has is marked, never deleted. */
const ITEM_STATES = ['現行', '廃止'] as const

/** Options that only the catalog knows: the numbers of the documents and the codes of the Ministry of Internal Affairs' guideline. */
export type CatalogOptions = 'documents' | 'mic_codes'

interface TextField {
  readonly type: 'SINGLE_LINE_TEXT'
  readonly label: string
  readonly required?: true
  readonly unique?: true
  readonly maxLength?: number
}
interface PlainField {
  readonly type: 'MULTI_LINE_TEXT' | 'NUMBER' | 'DATE' | 'FILE' | 'USER_SELECT' | 'ORGANIZATION_SELECT'
  readonly label: string
}
interface ChoiceField {
  readonly type: 'DROP_DOWN'
  readonly label: string
  readonly options: readonly string[]
  readonly initial?: string
}
interface ChoicesField {
  readonly type: 'CHECK_BOX' | 'MULTI_SELECT'
  readonly label: string
  readonly options: readonly string[] | CatalogOptions
}
export type InnerField = TextField | PlainField | ChoiceField
export type SimpleField = InnerField | ChoicesField

export const FIELDS = {
  // Catalog-owned: set-up and catalog upgrades write them.
  item_key: { type: 'SINGLE_LINE_TEXT', label: '項目キー', required: true, unique: true, maxLength: 64 },
  part: { type: 'DROP_DOWN', label: '編', options: PARTS },
  edition: { type: 'SINGLE_LINE_TEXT', label: 'ガイドラインと版' },
  item_no: { type: 'SINGLE_LINE_TEXT', label: '項目番号' },
  sort_no: { type: 'NUMBER', label: '並び順' },
  section: { type: 'SINGLE_LINE_TEXT', label: '章・節' },
  level: { type: 'DROP_DOWN', label: '区分', options: LEVELS },
  title: { type: 'SINGLE_LINE_TEXT', label: '項目名' },
  requirement: { type: 'MULTI_LINE_TEXT', label: '求められていること' },
  action: { type: 'MULTI_LINE_TEXT', label: '自院とSI事業者がすること' },
  cybozu_statement: { type: 'MULTI_LINE_TEXT', label: 'サイボウズの説明と調査の根拠' },
  evidence_examples: { type: 'MULTI_LINE_TEXT', label: '証跡の例' },
  suitability: { type: 'DROP_DOWN', label: 'cybozu.comの適合性（旧版に基づく参考情報）', options: SUITABILITIES },
  disclosure: { type: 'DROP_DOWN', label: '確認文書の開示レベル', options: DISCLOSURES },
  evidence_basis: { type: 'CHECK_BOX', label: '調査の根拠', options: EVIDENCE_BASES },
  documents: { type: 'MULTI_SELECT', label: '公開文書の文献番号', options: 'documents' },
  mic_codes: { type: 'MULTI_SELECT', label: '総務省ガイドラインの項番', options: 'mic_codes' },
  mic_levels: { type: 'SINGLE_LINE_TEXT', label: '総務省ガイドラインの項番と区分' },
  parties: { type: 'CHECK_BOX', label: '対応が求められる者', options: ACTING_PARTIES },
  urls: { type: 'MULTI_LINE_TEXT', label: '参照先URL' },
  related: { type: 'MULTI_LINE_TEXT', label: '関連する項目' },
  official_text: { type: 'MULTI_LINE_TEXT', label: '原文（自院の写しから取り込み）' },
  catalog_version: { type: 'SINGLE_LINE_TEXT', label: 'カタログの版' },
  item_state: { type: 'DROP_DOWN', label: '項目の状態', options: ITEM_STATES, initial: '現行' },
  // The hospital's own.
  round: { type: 'SINGLE_LINE_TEXT', label: '評価期間' },
  facility: { type: 'SINGLE_LINE_TEXT', label: '施設' },
  status: { type: 'DROP_DOWN', label: '対応状況', options: STATUSES, initial: '未評価' },
  status_reason: { type: 'MULTI_LINE_TEXT', label: '対象外・代替策の理由' },
  owner: { type: 'USER_SELECT', label: '担当者' },
  department: { type: 'ORGANIZATION_SELECT', label: '担当部署' },
  target_on: { type: 'DATE', label: '目標日' },
  checked_on: { type: 'DATE', label: '確認日' },
  completed_on: { type: 'DATE', label: '完了日' },
  next_review_on: { type: 'DATE', label: '次回見直し日' },
  implementation: { type: 'MULTI_LINE_TEXT', label: '対応内容' },
  regulation: { type: 'MULTI_LINE_TEXT', label: '関連規程' },
  evidence_files: { type: 'FILE', label: '証跡' },
  evidence_links: { type: 'MULTI_LINE_TEXT', label: '証跡の保管場所・リンク' },
  evidence_expires_on: { type: 'DATE', label: '証跡の有効期限' },
  inquiry: { type: 'DROP_DOWN', label: '事業者への照会', options: INQUIRIES, initial: '不要' },
  inquiry_on: { type: 'DATE', label: '照会・回答の日' },
  inquiry_note: { type: 'MULTI_LINE_TEXT', label: '照会のメモ' },
  reviewer: { type: 'USER_SELECT', label: '確認者' },
  review_comment: { type: 'MULTI_LINE_TEXT', label: '確認者のコメント' },
  // Written by the matrix each time something is agreed: kintone's API does not give a record's history.
  agreement_log: { type: 'MULTI_LINE_TEXT', label: '責任分担の合意の控え（自動）' },
} as const satisfies Readonly<Record<string, SimpleField>>

export type FieldCode = keyof typeof FIELDS

/** Written by set-up and catalog upgrades; everybody else reads them. */
export const CATALOG_FIELDS = [
  'item_key', 'part', 'edition', 'item_no', 'sort_no', 'section', 'level', 'title', 'requirement', 'action', 'cybozu_statement', 'evidence_examples',
  'suitability', 'disclosure', 'evidence_basis', 'documents', 'mic_codes', 'mic_levels', 'parties', 'urls', 'related', 'official_text', 'catalog_version', 'item_state',
] as const satisfies readonly FieldCode[]
/** What nobody but the maintainer writes: `round` and `facility` belong to the key of a record, and an item whose round is changed by hand is lost from both. */
export const GUARDED_FIELDS = [...CATALOG_FIELDS, 'round', 'facility'] as const satisfies readonly FieldCode[]
export type CatalogField = (typeof CATALOG_FIELDS)[number]

/** The table 責任分担: one row a party. Designed whole, because kintone's API cannot add a column to an existing table. */
export const RESPONSIBILITIES = 'responsibilities'
export const RESPONSIBILITIES_LABEL = '責任分担'
export const RESPONSIBILITY_FIELDS = {
  r_party: { type: 'SINGLE_LINE_TEXT', label: '担う者' },
  r_role: { type: 'DROP_DOWN', label: '役割', options: ROLES, initial: '未協議' },
  r_duty: { type: 'MULTI_LINE_TEXT', label: '担う内容' },
  r_state: { type: 'DROP_DOWN', label: '状態', options: HALF_STATES, initial: '未確認' },
  r_agreed_on: { type: 'DATE', label: '協議日' },
  r_basis: { type: 'SINGLE_LINE_TEXT', label: '根拠' },
} as const satisfies Readonly<Record<string, InnerField>>

export type ResponsibilityFieldCode = keyof typeof RESPONSIBILITY_FIELDS

/** How the form is laid out: groups in the order in which the work goes, rows of fields that belong side by side. Widths in pixels. */
interface FormGroup {
  readonly code: string
  readonly label: string
  readonly open: boolean
  readonly rows: readonly (readonly (readonly [FieldCode, number])[])[]
}

/** The empty space at the form's top into which the record page draws the item in plain words. Its width in pixels is that of the widest row below. */
export const GUIDE_SPACE = { elementId: 'junshu_guide', width: 760, height: 40 } as const

export const FORM_HEAD: FormGroup['rows'] = [
  [['item_no', 120], ['title', 440], ['level', 120]],
  [['section', 440], ['round', 110], ['facility', 200]],
]

export const FORM_GROUPS: readonly FormGroup[] = [
  {
    code: 'g_request',
    label: '求められていること',
    open: true,
    rows: [[['requirement', 760]], [['action', 760]], [['cybozu_statement', 760]], [['evidence_examples', 760]]],
  },
  {
    code: 'g_answer',
    label: '自院の対応',
    open: true,
    rows: [
      [['status', 160], ['owner', 240], ['department', 240]],
      [['target_on', 140], ['checked_on', 140], ['completed_on', 140], ['next_review_on', 140]],
      [['status_reason', 370], ['implementation', 370]],
      [['regulation', 370]],
    ],
  },
  {
    code: 'g_evidence',
    label: '証跡と照会',
    open: true,
    rows: [[['evidence_files', 370], ['evidence_links', 370]], [['evidence_expires_on', 140], ['inquiry', 160], ['inquiry_on', 140], ['inquiry_note', 300]]],
  },
  { code: 'g_review', label: '確認', open: false, rows: [[['reviewer', 240], ['review_comment', 500]]] },
  {
    code: 'g_survey',
    label: 'リファレンスの調査結果（旧版に基づく参考情報）',
    open: false,
    rows: [
      [['suitability', 320], ['disclosure', 200]],
      [['evidence_basis', 400], ['parties', 240]],
      [['documents', 200], ['mic_codes', 200], ['mic_levels', 360]],
      [['edition', 560]],
      [['urls', 500], ['related', 250]],
      [['official_text', 760]],
    ],
  },
  {
    code: 'g_management',
    label: '管理用',
    open: false,
    rows: [[['item_key', 320], ['part', 120], ['sort_no', 100], ['catalog_version', 140], ['item_state', 120]], [['agreement_log', 760]]],
  },
]

/** The table stands between the answer and the evidence; kintone takes no table inside a group. */
export const TABLE_AFTER_GROUP = 'g_answer'
export const TABLE_WIDTHS: Readonly<Record<ResponsibilityFieldCode, number>> = {
  r_party: 130,
  r_role: 120,
  r_duty: 280,
  r_state: 110,
  r_agreed_on: 130,
  r_basis: 160,
}
