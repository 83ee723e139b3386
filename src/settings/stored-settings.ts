/** The settings as kintone keeps them: an object of texts. One text holds them all, with the number of its form. */
import type { PartyPlan } from '../domain/parties'
import type { Settings } from './settings'

/** Raised when what is stored changes its form; each step from one form to the next is then a small function of its own here. */
const FORM = 1

/** The one member of the plug-in's settings that is ours to read; others are handed back as they came. */
const MEMBER = 'settings'

/** kintone's most for one text of a plug-in's settings. [cybozu.dev js-api/plugins/set-config, seen 2026-11] */
const TEXT_MAX = 65_535

/** `none`: nobody has saved any. `unreadable`: there is something that this version does not understand; it must not be overwritten unseen. */
export type StoredSettings =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly settings: Settings }
  | { readonly state: 'unreadable'; readonly why: 'damaged' | 'newer'; readonly text: string }

/** `stored`: what kintone gives, null where nothing has ever been saved. */
export function readSettings(stored: unknown): StoredSettings {
  if (stored === null || stored === undefined) return { state: 'none' }
  const text = isObject(stored) ? stored[MEMBER] : undefined
  if (isObject(stored) && text === undefined) return { state: 'none' }
  if (typeof text !== 'string') return { state: 'unreadable', why: 'damaged', text: JSON.stringify(stored) }
  const held = parsed(text)
  const form = isObject(held) ? held['form'] : undefined
  if (typeof form === 'number' && form > FORM) return { state: 'unreadable', why: 'newer', text }
  const parties = isObject(held) && form === FORM ? partiesIn(held['parties']) : null
  return parties === null ? { state: 'unreadable', why: 'damaged', text } : { state: 'read', settings: { parties } }
}

/** What to hand to kintone, or `tooLong`. `held`: what it holds now, whose other members stay. */
export function storedSettings(settings: Settings, held: unknown): Readonly<Record<string, string>> | 'tooLong' {
  const text = JSON.stringify({ form: FORM, ...settings })
  const others = isObject(held) ? Object.fromEntries(Object.entries(held).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {}
  return text.length > TEXT_MAX ? 'tooLong' : { ...others, [MEMBER]: text }
}

function partiesIn(value: unknown): readonly PartyPlan[] | null {
  if (!Array.isArray(value)) return null
  const parties = value.map(partyIn)
  return parties.every((party) => party !== null) ? parties : null
}

function partyIn(value: unknown): PartyPlan | null {
  if (!isObject(value)) return null
  const { name, who, tiers } = value
  const isParty = typeof name === 'string' && typeof who === 'string' && Array.isArray(tiers) && tiers.every((tier) => typeof tier === 'string')
  return isParty ? { name, who, tiers } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
