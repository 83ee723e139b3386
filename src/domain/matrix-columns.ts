/** Which columns one person sees, in which order, unfolded and kept in place: personal, and so in the link, not in the settings. */
import type { PartyGroup } from './parties'

/** How the columns are shown; every wish of a link that names nobody known is left out. */
export interface ColumnChoice {
  /** Parties, in order */
  readonly shown: readonly string[]
  readonly unfolded: ReadonlySet<string>
  /** How many of the parties shown stay while the others are scrolled sideways */
  readonly frozen: number
}

export interface MatrixColumn {
  /** The text of the halves in this column: `電子カルテ`, `電子カルテ／アプリ` */
  readonly party: string
  readonly group: PartyGroup
  readonly isTier: boolean
  readonly frozen: boolean
}

interface ColumnLink {
  readonly columns: string | null
  readonly unfolded: string | null
  readonly frozen: string | null
}

/** `link`: as `columnLink` writes it. Without a wish, or where it names nobody known, all parties are shown in their order. */
export function columnChoice(groups: readonly PartyGroup[], link: ColumnLink): ColumnChoice {
  const names = groups.map(({ name }) => name)
  const asked = namesIn(link.columns).filter((name) => names.includes(name))
  const shown = asked.length === 0 ? names : asked
  const frozen = /^\d+$/.test(link.frozen ?? '') ? Math.min(Number(link.frozen), shown.length) : 0
  return { shown, unfolded: new Set(namesIn(link.unfolded).filter((name) => groups.some((group) => group.name === name && group.tiers.length > 0))), frozen }
}

/** The choice as a link's parameters; what is as it is without a wish is left out. */
export function columnLink({ shown, unfolded, frozen }: ColumnChoice, groups: readonly PartyGroup[]): ColumnLink {
  const asItIs = shown.length === groups.length && groups.every(({ name }, at) => name === shown[at])
  return { columns: asItIs ? null : namesAsText(shown), unfolded: unfolded.size === 0 ? null : namesAsText([...unfolded]), frozen: frozen === 0 ? null : String(frozen) }
}

/** The columns from left to right: each party shown, its tiers behind it where it is unfolded. */
export function matrixColumns(groups: readonly PartyGroup[], { shown, unfolded, frozen }: ColumnChoice): readonly MatrixColumn[] {
  return shown.flatMap((name, at) => {
    const group = groups.find((candidate) => candidate.name === name)
    if (!group) return []
    const column = (party: string, isTier: boolean): MatrixColumn => ({ party, group, isTier, frozen: at < frozen })
    return [column(name, false), ...(unfolded.has(name) ? group.tiers.map((tier) => column(tier, true)) : [])]
  })
}

/** A party one place to the left or right. */
export function movedColumn({ shown, ...rest }: ColumnChoice, name: string, step: 1 | -1): ColumnChoice {
  const at = shown.indexOf(name)
  const others = shown.filter((other) => other !== name)
  return { ...rest, shown: [...others.slice(0, Math.max(0, at + step)), name, ...others.slice(Math.max(0, at + step))] }
}

function namesAsText(names: readonly string[]): string {
  return names.map(encodeURIComponent).join(',')
}

function namesIn(text: string | null): readonly string[] {
  return text === null ? [] : [...new Set(text.split(',').map(decoded))]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
