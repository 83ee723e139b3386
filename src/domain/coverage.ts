/** How far the hospital has come: counts, never a bare percentage. */
import type { AssessedItem } from './assessment'
import { isMet, isTarget } from './assessment'
import type { Part } from './guideline'
import { PARTS } from './guideline'

/** 対応済 `met` of 対象 `targets`; `total` counts what does not apply too. */
interface Coverage {
  readonly met: number
  readonly targets: number
  readonly total: number
}

interface SectionCoverage extends Coverage {
  readonly section: string
}

export interface PartCoverage extends Coverage {
  readonly part: Part
  readonly sections: readonly SectionCoverage[]
}

/** What does not apply (対象外) is in `total` only. */
export function coverage(items: readonly Pick<AssessedItem, 'status'>[]): Coverage {
  const targets = items.filter(({ status }) => isTarget(status))
  return { met: targets.filter(({ status }) => isMet(status)).length, targets: targets.length, total: items.length }
}

/** The tree of parts and sections, in the source's order; a part without items is left out. */
export function coverageTree(items: readonly AssessedItem[]): readonly PartCoverage[] {
  return itemsByPart(items).map(([part, own]) => ({ part, ...coverage(own), sections: itemsBySection(own).map(([section, list]) => ({ section, ...coverage(list) })) }))
}

/** Items under their part, in the order given; a part without items is left out. */
export function itemsByPart<Item extends Pick<AssessedItem, 'part'>>(items: readonly Item[]): readonly (readonly [Part, readonly Item[]])[] {
  return PARTS.map((part) => [part, items.filter((item) => item.part === part)] as const).filter(([, own]) => own.length > 0)
}

/** How many items each part, and each section of it, has; one without items is not in it. */
export function countsByPlace(items: readonly Pick<AssessedItem, 'part' | 'section'>[]): { readonly of: (part: Part, section?: string) => number } {
  const counts = new Map<string, number>()
  const key = (part: Part, section?: string) => `${part}|${section ?? ''}`
  for (const { part, section } of items) for (const place of [key(part), key(part, section)]) counts.set(place, (counts.get(place) ?? 0) + 1)
  return { of: (part, section) => counts.get(key(part, section)) ?? 0 }
}

/** Items under their section's name, sections and items in the source's order. */
export function itemsBySection<Item extends Pick<AssessedItem, 'part' | 'order' | 'section'>>(items: readonly Item[]): readonly (readonly [string, readonly Item[]])[] {
  const sections = new Map<string, Item[]>()
  for (const item of inSourceOrder(items)) {
    const list = sections.get(item.section)
    if (list) list.push(item)
    else sections.set(item.section, [item])
  }
  return [...sections]
}

/** Part by part, in the order in which the source prints the items. */
export function inSourceOrder<Item extends Pick<AssessedItem, 'part' | 'order'>>(items: readonly Item[]): readonly Item[] {
  // Most lists come in order already, and looking is much quicker than sorting 40,000.
  const inOrder = items.every((item, at) => at === 0 || compare(items[at - 1] as Item, item) <= 0)
  return inOrder ? items : [...items].sort(compare)
}

function compare(a: Pick<AssessedItem, 'part' | 'order'>, b: Pick<AssessedItem, 'part' | 'order'>): number {
  return PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || a.order - b.order
}
