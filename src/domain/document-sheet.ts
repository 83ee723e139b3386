/** 文献と照会 as tables: which items rest on which document, and how far the inquiry about those under NDA is. */
import type { AssessedItem } from './assessment'
import { documentIndex, inquiryIndex } from './document-index'
import type { Sheet, SheetColumn, SheetValue } from './sheet'

interface Column extends SheetColumn {
  readonly value: (item: AssessedItem, document: string) => SheetValue
}

const ITEM: readonly Column[] = [
  { name: '編', kind: 'text', width: 8, value: ({ part }) => part },
  { name: '項目番号', kind: 'text', width: 12, value: ({ no }) => no },
  { name: '項目名', kind: 'text', width: 40, value: ({ title }) => title },
  { name: '章・節', kind: 'text', width: 28, value: ({ section }) => section },
  { name: '確認文書の開示レベル', kind: 'text', width: 14, value: ({ disclosure }) => disclosure },
]
const ANSWER: readonly Column[] = [
  { name: '対応状況', kind: 'text', width: 14, value: ({ status }) => status },
  { name: '担当者', kind: 'text', width: 20, value: ({ owners }) => owners.map(({ name }) => name).join('\n') },
  { name: '目標日', kind: 'day', width: 12, value: ({ targetOn }) => targetOn },
]
const DOCUMENT: readonly Column[] = [{ name: '文献', kind: 'text', width: 10, value: (_, document) => document }]
const INQUIRY: readonly Column[] = [{ name: '事業者への照会', kind: 'text', width: 14, value: ({ inquiry }) => inquiry }]

/** An item that rests on several documents has a row under each. */
export function documentSheet(name: string, items: readonly AssessedItem[], today: string): Sheet {
  const rows = documentIndex(items, today).flatMap(({ document, items: own }) => own.map((item) => [item, document] as const))
  return sheetOf(name, [...DOCUMENT, ...ITEM, ...ANSWER], rows, 3)
}

/** Only items of which the details are under NDA, as far as their inquiry is. */
export function inquirySheet(name: string, items: readonly AssessedItem[], today: string): Sheet {
  const rows = inquiryIndex(items, today).groups.flatMap(({ items: own }) => own.map((item) => [item, ''] as const))
  return sheetOf(name, [...INQUIRY, ...ITEM, ...ANSWER], rows, 3)
}

function sheetOf(name: string, columns: readonly Column[], rows: readonly (readonly [AssessedItem, string])[], frozenColumns: number): Sheet {
  return { name, columns, rows: rows.map(([item, document]) => columns.map(({ value }) => value(item, document))), frozenColumns, landscape: true }
}
