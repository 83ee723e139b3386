/**
 * Sheets as an Excel file: the few parts of SpreadsheetML that they need (ECMA-376 part 1, 18.2-18.8), zipped.
 * Why no whole library: docs/decisions/006. Text is always written as text, so nothing that begins with `=` ever becomes a formula.
 */
import type { Sheet, SheetColumn, SheetValue } from '../domain/sheet'
import { NEEDS_TEXT_MARK } from '../domain/like-formula'
import { CELL_TEXT_MAX, cellAddress, columnLetters, daySerial } from '../domain/sheet'
import { escapedText } from './xlsx-text'
import { CELL_STYLES, styleOf, STYLES } from './xlsx-styles'
import { zipped } from './zipped'
import { textWidth } from '../domain/text-width'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The first sheet is the one that is open. Rejects if a text is too long: who fills the sheet decides what to do about it. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(sheets, (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships(...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const), ['styles', 'styles.xml']),
    'xl/styles.xml': HEAD + STYLES,
  }
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = HEAD + worksheet(sheet, at === 0)
  })
  return zipped(parts)
}

function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(targets, ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`)}</Relationships>`
}

function workbook(sheets: readonly Sheet[]): string {
  const headed = sheets.map((sheet, at) => ({ sheet, at })).filter(({ sheet }) => !sheet.plain)
  // The head and the columns that stay in sight are repeated on every printed page; the range of a filter is named too, as LibreOffice wants it.
  const names = each(headed, ({ sheet, at }) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(sheet.name)}!${absolute(sheet)}</definedName>`) + each(headed, ({ sheet, at }) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${printTitles(sheet)}</definedName>`)
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each(sheets, (sheet, at) => `<sheet name="${escapedText(sheet.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`
}

function worksheet(sheet: Sheet, isOpen: boolean): string {
  const { columns, rows, frozenColumns, plain = false } = sheet
  const paper = paperFor(columns)
  const head = plain ? '' : `<row r="1" ht="${rowHeight(columns.map(({ name }) => name), columns)}">${each(columns, ({ name, fillIn }, at) => cell(0, at, name, fillIn ? CELL_STYLES.headFillIn : CELL_STYLES.head))}</row>`
  const first = plain ? 0 : 1
  const body = each(rows, (row, at) => `<row r="${first + at + 1}" ht="${rowHeight(row, columns)}">${each(columns, (column, columnAt) => valueCell(first + at, columnAt, row[columnAt] ?? null, column, plain))}</row>`)
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${cellAddress(Math.max(0, first + rows.length - 1), columns.length - 1)}"/><sheetViews><sheetView workbookViewId="0"${isOpen ? ' tabSelected="1"' : ''}>${plain ? '' : pane(frozenColumns)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${each(columns, ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)}</cols><sheetData>${head}${body}</sheetData>${plain ? '' : `<autoFilter ref="${range(sheet)}"/>`}${validations(sheet)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="${paper.size}" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="${paper.across}" fitToHeight="0"/><headerFooter><oddFooter>&amp;A  &amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

/** How many characters across can still be read on a page of each size, by Excel's number for it. */
const A4 = { size: 9, width: 240 } as const
const A3 = { size: 8, width: 330 } as const

/** A wide table squeezed onto one page cannot be read: it goes onto larger paper, and onto several pages beside each other. */
function paperFor(columns: readonly SheetColumn[]): { readonly size: number; readonly across: number } {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return width <= A4.width ? { size: A4.size, across: 1 } : { size: A3.size, across: Math.ceil(width / A3.width) }
}

function printTitles({ name, frozenColumns }: Sheet): string {
  return [...(frozenColumns === 0 ? [] : [`$A:$${columnLetters(frozenColumns - 1)}`]), '$1:$1'].map((range) => `${quoted(name)}!${range}`).join(',')
}

const LINE_POINTS = 13.5
/** Excel's most */
const HEIGHT_MAX = 409

/** In points, by the longest cell: as Excel would find it, because not every program looks for itself. It is not marked as chosen by hand, so it follows when somebody writes more. */
function rowHeight(row: readonly SheetValue[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, at) => (typeof row[at] === 'string' ? linesOf(row[at], width - 1) : 1))
  return Math.min(HEIGHT_MAX, Math.max(...lines) * LINE_POINTS + 4.5)
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0)
}

function pane(frozenColumns: number): string {
  const at = cellAddress(1, frozenColumns)
  const split = frozenColumns === 0 ? '' : ` xSplit="${frozenColumns}"`
  const where = frozenColumns === 0 ? 'bottomLeft' : 'bottomRight'
  return `<pane${split} ySplit="1" topLeftCell="${at}" activePane="${where}" state="frozen"/><selection pane="${where}" activeCell="${at}" sqref="${at}"/>`
}

function valueCell(row: number, column: number, value: SheetValue, { kind, fillIn = false }: SheetColumn, plain: boolean): string {
  const serial = kind === 'day' && typeof value === 'string' ? daySerial(value) : null
  const number = serial ?? (typeof value === 'number' ? value : null)
  if (number !== null) return `<c r="${cellAddress(row, column)}" s="${styleOf(kind, fillIn, false)}"><v>${number}</v></c>`
  if (value === null || value === '') return plain ? '' : `<c r="${cellAddress(row, column)}" s="${styleOf(kind, fillIn, false)}"/>`
  return cell(row, column, String(value), styleOf(kind, fillIn, NEEDS_TEXT_MARK.test(String(value))))
}

function cell(row: number, column: number, text: string, style: number): string {
  if (text.length > CELL_TEXT_MAX) throw new Error(`${cellAddress(row, column)}: a text of ${text.length} characters; a cell holds ${CELL_TEXT_MAX}`)
  return `<c r="${cellAddress(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`
}

function validations({ columns, rows }: Sheet): string {
  if (rows.length === 0) return ''
  const all = columns.flatMap(({ choices, hint, fillIn }, at) => (fillIn && (choices || hint) ? [validation(at, rows.length, choices, hint)] : []))
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

function validation(column: number, rows: number, choices: SheetColumn['choices'], hint: string | undefined): string {
  const letters = columnLetters(column)
  const prompt = hint === undefined ? '' : ` showInputMessage="1" prompt="${escapedText(hint)}"`
  const list = choices === undefined ? '' : `<formula1>${escapedText('sheet' in choices ? `${quoted(choices.sheet)}!$${columnLetters(choices.column)}$2:$${columnLetters(choices.column)}$${choices.count + 1}` : `"${choices.join(',')}"`)}</formula1>`
  return `<dataValidation${choices === undefined ? '' : ' type="list" errorStyle="warning" showErrorMessage="1"'} allowBlank="1"${prompt} sqref="${letters}2:${letters}${rows + 1}">${list}</dataValidation>`
}

function range({ columns, rows }: Sheet): string {
  return `A1:${cellAddress(rows.length, columns.length - 1)}`
}

function absolute({ columns, rows }: Sheet): string {
  return `$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}`
}

function quoted(sheetName: string): string {
  return `'${escapedText(sheetName.replaceAll("'", "''"))}'`
}

function each<T>(list: readonly T[], draw: (entry: T, at: number) => string): string {
  return list.map(draw).join('')
}
