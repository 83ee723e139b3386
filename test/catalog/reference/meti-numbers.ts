import type { Label } from './meti-labels'
import type { MetiPage, MetiRow } from './meti-rows'

/**
 * The numbers of part METI's rows. The source restarts (1) in every subsection and prints neither the section nor,
 * where a cell is merged over bullets, the number beside the row; both land at the page's end.
 */
interface NumberedMetiRow {
  readonly no: string
  readonly section: string
  readonly row: MetiRow
  readonly page: MetiPage
  /** The start of the requirement is lost: bullets that show only their last words (13477, 15356). */
  readonly headless: boolean
}

export function sectionTitles(pages: readonly MetiPage[]): Map<string, string> {
  const labels: Label[] = pages.flatMap((page) => [
    ...page.labels.labels,
    ...page.rows.flatMap(({ start }) => (start.kind === 'label' ? [start] : [])),
  ])
  return new Map(labels.map(({ section, title }) => [section, title]))
}

export function numberRows(pages: readonly MetiPage[]): NumberedMetiRow[] {
  const counter = new Counter(leafSections([...sectionTitles(pages).keys()]))
  return pages.flatMap((page, pageAt) => {
    const following = (rowAt: number) => page.rows[rowAt + 1] ?? pages[pageAt + 1]?.rows[0]
    const loose = [...page.labels.looseNumbers]
    // A heading whose bullets go on from the page before has its number repeated here (13377, 16567).
    if (loose[0] === counter.number && page.rows[0]?.start.kind === 'bullet') loose.shift()
    return page.rows.map((row, rowAt) => ({ ...counter.count(row, page, following(rowAt), loose), row, page }))
  })
}

/** Sections that hold rows, in the source's order: those without subsections. */
function leafSections(sections: readonly string[]): string[] {
  return sections
    .filter((section) => !sections.some((other) => other.startsWith(`${section}.`)))
    .sort((a, b) => compare(a.split('.').map(Number), b.split('.').map(Number)))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0)
}

class Counter {
  private sectionAt = -1
  private bullet = 0
  private opened = false
  number = 0
  private readonly sections: readonly string[]

  constructor(sections: readonly string[]) {
    this.sections = sections
  }

  count(row: MetiRow, page: MetiPage, following: MetiRow | undefined, loose: number[]): { no: string; section: string; headless: boolean } {
    switch (row.start.kind) {
      case 'label':
        this.sectionAt = this.sections.indexOf(row.start.section)
        this.number = 0
        this.opened = false
        return this.named(row.start.section)
      case 'number':
        this.goTo(row.start.number)
        return this.named(this.ofNumber())
      case 'bullet':
        return this.named(this.ofNextBullet())
      case 'plain': {
        const number = loose[0]
        if (number !== undefined && (number === this.number + 1 || number === 1)) {
          loose.shift()
          this.goTo(number)
          return this.named(row.holdsBullet ? this.ofNextBullet() : this.ofNumber())
        }
        if (this.canOpen(page, following)) {
          this.openSection()
          return this.named(`${this.section}(0)`)
        }
        return { ...this.named(this.ofNextBullet()), headless: true }
      }
    }
  }

  private get section(): string {
    return this.sections[this.sectionAt] ?? ''
  }

  private goTo(number: number): void {
    if (number === 1 && !this.opened) this.openSection()
    if (number !== 1 && number !== this.number + 1) throw new Error(`(${number}) follows (${this.number}) in ${this.section}`)
    this.opened = false
    this.number = number
    this.bullet = 0
  }

  /** A row without a number opens the next section if (1) follows it and the page bears that section's label. */
  private canOpen(page: MetiPage, following: MetiRow | undefined): boolean {
    const next = this.sections[this.sectionAt + 1]
    const startsOver = following?.start.kind === 'number' && following.start.number === 1
    return startsOver && page.labels.labels.some((label) => label.section === next)
  }

  private openSection(): void {
    this.sectionAt++
    this.number = 0
    this.bullet = 0
    this.opened = true
  }

  private ofNumber(): string {
    return `${this.section}(${this.number})`
  }

  private ofNextBullet(): string {
    this.bullet++
    return `${this.ofNumber()}-${this.bullet}`
  }

  private named(no: string): { no: string; section: string; headless: boolean } {
    return { no, section: this.section, headless: false }
  }
}
