/** Made-up sheets for tests. */
import type { Sheet } from '../../src/domain/sheet'

export function sheetOf(particulars: Partial<Sheet> = {}): Sheet {
  return {
    name: '表',
    columns: [
      { name: '番号', kind: 'text', width: 10 },
      { name: '状況', kind: 'text', width: 10, fillIn: true, choices: ['未評価', '対応済'], hint: '選んでください' },
      { name: '日', kind: 'day', width: 12, fillIn: true },
      { name: '数', kind: 'number', width: 8 },
    ],
    rows: [['6.1-01', '対応済', '2026-04-01', 3], ['6.1-02', null, null, null]],
    frozenColumns: 1,
    ...particulars,
  }
}

export function textsSheet(texts: readonly string[]): Sheet {
  return sheetOf({ columns: [{ name: '文', kind: 'text', width: 20, fillIn: true }], rows: texts.map((text) => [text]) })
}

/** Texts that a spreadsheet program would carry out if it could. */
export const INJECTIONS = ['=cmd|\'/C calc\'!A0', '=HYPERLINK("http://example.com";"x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝１＋１', "'=1", "''", '=', '－1', '"=1+1"', '<is>&amp;', '_x000B_', ' \u000b', '\ud800x']
