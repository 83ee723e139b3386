/** What a newer catalog means for the records that an older one wrote: its own fields follow, what people have answered stays, nothing is deleted. */
import type { Assessment } from './assessment'
import { itemKey } from './assessment'
import type { Catalog, GuidelineItem } from './guideline'
import type { Responsibility } from './responsibility'
import { proposedResponsibilities } from './responsibility'

/** A record of an assessment, as far as it tells which catalog wrote it. */
export interface RegisteredItem {
  readonly key: string
  readonly catalogVersion: string
  /** Marked 廃止: the catalog no longer has it. */
  readonly retired: boolean
}

export interface UpgradePlan {
  readonly assessment: Assessment
  readonly catalogVersion: string
  /** Items whose record an older catalog wrote, or which had been retired and are back. */
  readonly outdated: readonly GuidelineItem[]
  /** Keys of records whose item the catalog no longer has. */
  readonly retired: readonly string[]
}

/** `registered`: every record of this assessment. Reads nothing and writes nothing. */
export function planUpgrade(catalog: Catalog, assessment: Assessment, registered: readonly RegisteredItem[]): UpgradePlan {
  const byKey = new Map(registered.map((item) => [item.key, item]))
  const wanted = new Set(catalog.items.map((item) => itemKey(assessment, item)))
  const outdated = catalog.items.filter((item) => {
    const there = byKey.get(itemKey(assessment, item))
    return there !== undefined && (isOlder(there.catalogVersion, catalog.version) || (there.retired && !isOlder(catalog.version, there.catalogVersion)))
  })
  // A record that a newer plug-in has written says nothing about this catalog.
  const retired = registered.filter(({ key, catalogVersion, retired }) => !wanted.has(key) && !retired && isOlder(catalogVersion, catalog.version)).map(({ key }) => key)
  return { assessment, catalogVersion: catalog.version, outdated, retired }
}

/** By numbers, not by letters: `1.9.0` is older than `1.10.0`. A record without a version is older than any. */
function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0
}

/** What an older catalog said of an item, as its record still holds it. Whether the source named an action is not stored. */
type FormerFacts = Omit<Parameters<typeof proposedResponsibilities>[0], 'actionGiven'>

/**
 * The rows after the upgrade, or null if none changes. A row is the catalog's only while it is exactly the proposal that the former facts
 * make; whatever people have touched, added or agreed on stays, and a row they have deleted does not come back.
 */
export function upgradedResponsibilities(held: readonly Responsibility[], former: FormerFacts, item: GuidelineItem): readonly Responsibility[] | null {
  const old = [true, false].flatMap((actionGiven) => proposedResponsibilities({ ...former, actionGiven }))
  const proposals = new Map(proposedResponsibilities(item).map((half) => [half.party, half]))
  const rows = held.map((row) => {
    const proposal = proposals.get(row.party)
    return proposal && old.some((half) => isSame(half, row)) && !isSame(proposal, row) ? proposal : row
  })
  return rows.some((row, at) => row !== held[at]) ? rows : null
}

function isSame(a: Responsibility, b: Responsibility): boolean {
  return (['party', 'role', 'duty', 'state', 'agreedOn', 'basis'] as const).every((member) => a[member] === b[member])
}
