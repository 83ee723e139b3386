/** What the catalog holds, counted: per section, per part and in all. Numbers only; whether they are right is catalog:check's and the tests' business. */
import type { ItemEntry, SectionFile } from '../../src/catalog/section-file'
import { DISCLOSURES, PARTS, SUITABILITIES } from '../../src/domain/guideline'

export const TEXTS = ['title', 'requirement', 'action', 'cybozu', 'evidenceExamples'] as const
type Text = (typeof TEXTS)[number]

/** Characters of one text over the items that have it. */
interface Lengths {
  readonly min: number
  readonly median: number
  readonly max: number
}

export interface ReportRow {
  /** `MHLW 6.5`, `MHLW`, `all` */
  readonly name: string
  readonly items: number
  readonly related: number
  readonly verdicts: readonly number[]
  readonly disclosures: readonly number[]
  /** How many items have the text, and how long it is; null where none has. */
  readonly texts: Readonly<Record<Text, { readonly items: number; readonly characters: number; readonly lengths: Lengths | null }>>
}

/** A row for each section in the order given, one for each part, and one for all. */
export function catalogReport(sections: readonly SectionFile[]): readonly ReportRow[] {
  const itemsOf = (list: readonly SectionFile[]) => list.flatMap(({ items }) => items)
  return [
    ...sections.map(({ part, section, items }) => reportRow(`${part} ${section}`, items)),
    ...PARTS.map((part) => reportRow(part, itemsOf(sections.filter((section) => section.part === part)))),
    reportRow('all', itemsOf(sections)),
  ]
}

function reportRow(name: string, items: readonly ItemEntry[]): ReportRow {
  const count = (holds: (item: ItemEntry) => boolean) => items.filter(holds).length
  return {
    name,
    items: items.length,
    related: count(({ related }) => related.length > 0),
    verdicts: SUITABILITIES.map((verdict) => count(({ suitability }) => suitability === verdict)),
    disclosures: DISCLOSURES.map((level) => count(({ disclosure }) => disclosure === level)),
    texts: {
      title: textOf(items, 'title'),
      requirement: textOf(items, 'requirement'),
      action: textOf(items, 'action'),
      cybozu: textOf(items, 'cybozu'),
      evidenceExamples: textOf(items, 'evidenceExamples'),
    },
  }
}

function textOf(items: readonly ItemEntry[], text: Text): ReportRow['texts'][Text] {
  // Evidence examples are counted together: an item has them if it has one. Characters are those a reader sees, not UTF-16 units.
  const all = items.map((item) => [...[item[text]].flat().join('')].length).filter((length) => length > 0)
  return { items: all.length, characters: all.reduce((sum, length) => sum + length, 0), lengths: lengthsOf(all) }
}

function lengthsOf(unsorted: readonly number[]): Lengths | null {
  const sorted = unsorted.toSorted((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return null
  // The upper one of the two in the middle: a length that a text really has.
  return { min, median: sorted[Math.floor(sorted.length / 2)] ?? max, max }
}

export function countsTable(rows: readonly ReportRow[]): string {
  return table(
    ['section', 'items', ...TEXTS, 'related', ...SUITABILITIES, ...DISCLOSURES],
    rows.map(({ name, items, related, verdicts, disclosures, texts }) => [name, items, ...TEXTS.map((text) => share(texts[text].items, items)), related, ...verdicts, ...disclosures].map(String)),
  )
}

export function lengthsTable(rows: readonly ReportRow[]): string {
  return table(
    ['characters', ...TEXTS.map((text) => `${text} (min/median/max)`), 'in all'],
    rows.map(({ name, texts }) => [
      name,
      ...TEXTS.map((text) => {
        const { lengths } = texts[text]
        return lengths === null ? '–' : `${lengths.min}/${lengths.median}/${lengths.max}`
      }),
      String(TEXTS.reduce((sum, text) => sum + texts[text].characters, 0)),
    ]),
  )
}

/** Rounded down, so that 100% means all; of nothing there is no share. */
function share(some: number, all: number): string {
  return all === 0 ? '–' : `${Math.floor((some / all) * 100)}%`
}

/** Columns side by side, the first to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell + blanks(widths[column], cell) : blanks(widths[column], cell) + cell)).join('  ')
  return [line(head), ...rows.map(line)].join('\n')
}

function blanks(wanted = 0, cell: string): string {
  return ' '.repeat(wanted - width(cell))
}

/** A terminal draws Japanese characters twice as wide. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0)
}
