/** The responsibility matrix, and one party's share of it, as tables for a spreadsheet. */
import type { Assessment } from './assessment'
import type { MatrixRow } from './matrix'
import type { MatrixColumn } from './matrix-columns'
import type { SheetHead, SheetRow } from './party-sheet'
import { ANSWER_HEADS, SHEET_HEADS, sheetTexts } from './party-sheet'
import type { Responsibility } from './responsibility'
import { HALF_STATES, ROLES } from './responsibility'
import type { Sheet, SheetColumn } from './sheet'
import { cellText } from './sheet'

const ITEM_COLUMNS: readonly SheetColumn[] = [
  { name: '編', kind: 'text', width: 8 },
  { name: '番号', kind: 'text', width: 12 },
  { name: '項目', kind: 'text', width: 36 },
  { name: '章・節', kind: 'text', width: 24 },
  { name: '判定', kind: 'text', width: 12 },
]

/** Five columns a party: role with its mark, state, what it carries, on which basis, agreed when. Tiers folded under their party stand in its cells by name. */
export function matrixSheet(name: string, rows: readonly MatrixRow[], columns: readonly MatrixColumn[]): Sheet {
  return {
    name,
    columns: [
      ...ITEM_COLUMNS,
      ...columns.flatMap(({ party }): SheetColumn[] => [
        { name: party, kind: 'text', width: 14 },
        { name: `${party} 状態`, kind: 'text', width: 10 },
        { name: `${party} 担う内容`, kind: 'text', width: 36 },
        { name: `${party} 根拠`, kind: 'text', width: 18 },
        { name: `${party} 協議日`, kind: 'day', width: 12 },
      ]),
    ],
    rows: rows.map(({ item, cells, beneath, verdict }) => [
      item.part,
      item.no,
      item.title,
      item.section,
      verdict,
      ...columns.flatMap(({ party }, at) => {
        const halves = [...(cells[at] ?? []), ...(beneath[at] ?? [])]
        const texts = (value: (half: Responsibility) => string) => cellText(halves.map((half) => (half.party === party ? value(half) : value(half) && `${half.party}: ${value(half)}`)).filter((text) => text !== '').join('\n'))
        // A day is a day only while it is the only one; several would be a text in a column of days.
        const days = [...new Set(halves.map(({ agreedOn }) => agreedOn))]
        return [texts(({ role }) => role), texts(({ state }) => state), texts(({ duty }) => duty), texts(({ basis }) => basis), days.length === 1 ? (days[0] ?? null) : null]
      }),
    ]),
    frozenColumns: 3,
    landscape: true,
  }
}

const WIDTHS: Readonly<Record<SheetHead, number>> = { 編: 14, 番号: 12, '章・節': 24, 項目: 36, 担う者: 18, 役割: 12, 状態: 10, 担う内容: 50, 根拠: 24, 協議日: 12, 項目キー: 26 }
const CHOICES: Readonly<Partial<Record<SheetHead, readonly string[]>>> = { 役割: ROLES, 状態: HALF_STATES }

/** What is sent to a party: what it may answer is to be filled in, with roles and states to choose from. */
export function partySheet(name: string, assessment: Assessment, rows: readonly SheetRow[]): Sheet {
  return {
    name,
    columns: SHEET_HEADS.map((head) => ({
      name: head,
      kind: head === '協議日' ? 'day' : 'text',
      width: WIDTHS[head],
      ...((ANSWER_HEADS as readonly SheetHead[]).includes(head) ? { fillIn: true } : {}),
      ...(CHOICES[head] ? { choices: CHOICES[head] } : {}),
    })),
    rows: rows.map((row) => sheetTexts(assessment, row).map((text) => (text === '' ? null : cellText(text)))),
    frozenColumns: 4,
    landscape: true,
  }
}
