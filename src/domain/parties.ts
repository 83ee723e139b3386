/** Who can be a column of the matrix: the hospital's own list, what each party unfolds into, and whoever else stands in the records. */
import type { AssessedItem } from './assessment'
import { STANDARD_PARTIES } from './responsibility'

/** Parts a party from one of its tiers or departments in a record's text: `電子カルテ／アプリ`. Readable in kintone's own list too. */
const TIER_MARK = '／'

/** What the ministries' tables of responsibilities part a vendor's or a system's work into. */
export const USUAL_TIERS = ['アプリ', 'プラットフォーム', 'インフラ'] as const

/** The longest text of a party, its tier included, that kintone's lists and the matrix' head still show whole. */
export const PARTY_MAX = 40

/** A party as the hospital has written it down in the settings. */
export interface PartyPlan {
  /** What stands in the records, without a tier */
  readonly name: string
  /** Which company or department that is; for reading only */
  readonly who: string
  /** Tiers of a vendor or system, departments of the hospital */
  readonly tiers: readonly string[]
}

/** A party that is a column, with what it unfolds into. */
export interface PartyGroup {
  readonly name: string
  readonly who: string
  /** Each tier's whole text, as it stands in the records: `電子カルテ／アプリ` */
  readonly tiers: readonly string[]
}

export const STANDARD_PLAN: readonly PartyPlan[] = STANDARD_PARTIES.map((name) => ({ name, who: '', tiers: [] }))

/** Cybozu, the vendor or the hospital: set-up proposes halves for these, so they are always columns. */
export function isStandardParty(name: string): boolean {
  return (STANDARD_PARTIES as readonly string[]).includes(name)
}

/** The text of a party's tier in a record: `電子カルテ／アプリ`. */
function tierOf(party: string, tier: string): string {
  return `${party}${TIER_MARK}${tier}`
}

/** `電子カルテ／アプリ` is the tier アプリ of 電子カルテ. A mark with nothing before or behind it parts nothing. */
export function partedParty(text: string): { readonly party: string; readonly tier: string | null } {
  const at = text.indexOf(TIER_MARK)
  return at <= 0 || at === text.length - 1 ? { party: text, tier: null } : { party: text.slice(0, at), tier: text.slice(at + 1) }
}

/** Whether the text of a half names this party or one of its tiers. */
export function isOfParty(text: string, party: string): boolean {
  return text === party || partedParty(text).party === party
}

/**
 * All parties: those of the settings in their order, any of the standard three that is not among them, then whoever else stands in the records
 * or has been `added` just now, in the order in which they first occur. Nobody who has a half is left out.
 */
export function partyGroups(plan: readonly PartyPlan[], items: readonly AssessedItem[], added: readonly string[] = []): readonly PartyGroup[] {
  const groups = new Map<string, { readonly who: string; readonly tiers: Set<string> }>()
  for (const { name, who, tiers } of plan) groups.set(name, { who, tiers: new Set(tiers.map((tier) => tierOf(name, tier))) })
  const meet = (text: string) => {
    const { party, tier } = partedParty(text)
    const group = groups.get(party) ?? { who: '', tiers: new Set<string>() }
    groups.set(party, group)
    if (tier !== null) group.tiers.add(text)
  }
  STANDARD_PARTIES.forEach(meet)
  const met = new Set<string>()
  for (const { responsibilities } of items) {
    for (const { party } of responsibilities) {
      if (met.has(party)) continue
      met.add(party)
      meet(party)
    }
  }
  added.forEach(meet)
  return [...groups].map(([name, { who, tiers }]) => ({ name, who, tiers: [...tiers] }))
}

export type PartyProblem = 'empty' | 'tooLong' | 'known' | 'mark'

/** What is wrong with the name of a new party, or null. Width and blanks do not make it another one. */
export function partyProblem(name: string, parties: readonly string[]): PartyProblem | null {
  if (folded(name) === '') return 'empty'
  if (name.trim().length > PARTY_MAX) return 'tooLong'
  return parties.some((party) => folded(party) === folded(name)) ? 'known' : null
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

export interface PlanProblem {
  /** Which party of the plan */
  readonly at: number
  readonly what: 'name' | 'tiers'
  readonly problem: PartyProblem
}

/** What is wrong with a list of parties; empty if nothing is. */
export function planProblems(plan: readonly PartyPlan[]): readonly PlanProblem[] {
  return plan.flatMap(({ name, tiers }, at): PlanProblem[] => {
    const others = plan.slice(0, at).map((party) => party.name)
    const problem = name.includes(TIER_MARK) ? 'mark' : partyProblem(name, others)
    if (problem !== null) return [{ at, what: 'name', problem }]
    if (tiers.some((tier) => tier.includes(TIER_MARK))) return [{ at, what: 'tiers', problem: 'mark' }]
    if (tiers.some((tier) => tierOf(name, tier).length > PARTY_MAX)) return [{ at, what: 'tiers', problem: 'tooLong' }]
    return tiers.some((tier, n) => partyProblem(tier, tiers.slice(0, n)) === 'known') ? [{ at, what: 'tiers', problem: 'known' }] : []
  })
}

/** A list of parties as it was typed: blanks around names are slips, and so are empty tiers. */
export function typedPlan(plan: readonly PartyPlan[]): readonly PartyPlan[] {
  return plan.map(({ name, who, tiers }) => ({ name: name.trim(), who: who.trim(), tiers: tiers.map((tier) => tier.trim()).filter((tier) => tier !== '') }))
}
