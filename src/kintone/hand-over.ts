/** What a new record takes over from the record of the same item in a former round. Pure: the record as kintone holds it comes in, what to send goes out. */
import { upgradedResponsibilities } from '../domain/catalog-upgrade'
import type { GuidelineItem } from '../domain/guideline'
import type { HandOver, HandOverPart, HandOverPreview } from '../domain/hand-over'
import { HAND_OVER_PARTS } from '../domain/hand-over'
import { proposedResponsibilities } from '../domain/responsibility'
import type { FieldCode } from './fields'
import { RESPONSIBILITIES } from './fields'
import type { HeldRecord } from './held-record'
import { isEmpty } from './held-record'
import { formerFacts, rowsOf, UPGRADE_FIELDS } from './item-upgrade'
import { responsibilityRow } from './responsibility-row'

/** Days of the former round, its files and its reviewer's remarks stay with its records. */
export const STAYS_BEHIND = ['target_on', 'checked_on', 'completed_on', 'evidence_files', 'review_comment'] as const satisfies readonly FieldCode[]

export const HANDED_OVER: Readonly<Record<Exclude<HandOverPart, 'responsibilities'>, readonly FieldCode[]>> = {
  people: ['owner', 'department', 'reviewer'],
  answers: ['implementation', 'regulation', 'evidence_links', 'evidence_expires_on', 'inquiry', 'inquiry_on', 'inquiry_note', 'next_review_on'],
  status: ['status', 'status_reason'],
}
/** What was agreed when goes with the table. */
export const WITH_RESPONSIBILITIES = ['agreement_log'] as const satisfies readonly FieldCode[]
/** The user's own copy of the reference is the same in every round. */
const ALWAYS: readonly FieldCode[] = ['official_text']

export const HAND_OVER_FIELDS: readonly string[] = [...UPGRADE_FIELDS, ...Object.values(HANDED_OVER).flat(), ...WITH_RESPONSIBILITIES, ...ALWAYS, 'evidence_files']

/** Codes of those who can still be chosen; null where that could not be looked up: then everybody is taken over. */
export interface StillThere {
  readonly people: ReadonlySet<string> | null
  readonly departments: ReadonlySet<string> | null
}

interface Taken {
  readonly record: Readonly<Record<string, { readonly value: unknown }>>
  readonly kinds: ReadonlySet<HandOverPart>
  readonly gone: readonly string[]
}

/** `record`: the fields to write beside those of a new record. `kinds`: of which kinds something was taken over. `gone`: names of those who are left out. */
export function handedOver(former: HeldRecord, item: GuidelineItem, { parts }: HandOver, still: StillThere): Taken {
  const record: Record<string, { readonly value: unknown }> = {}
  const kinds = new Set<HandOverPart>()
  const gone: string[] = []
  for (const code of ALWAYS) if (!isEmpty(former[code]?.value)) record[code] = { value: former[code]?.value }
  for (const [kind, codes] of Object.entries(HANDED_OVER) as [keyof typeof HANDED_OVER, readonly FieldCode[]][]) {
    if (!parts.includes(kind)) continue
    for (const code of codes) {
      const value = kind === 'people' ? stayed(former[code]?.value, code === 'department' ? still.departments : still.people, gone) : former[code]?.value
      if (isEmpty(value) || (isInitial(code, value) && former['disclosure']?.value !== item.disclosure)) continue
      record[code] = { value }
      if (!isInitial(code, value)) kinds.add(kind)
    }
  }
  const rows = parts.includes('responsibilities') ? rowsOf(former) : null
  if (rows && rows.length > 0) {
    const halves = rows.map(({ half }) => half)
    const value = (upgradedResponsibilities(halves, formerFacts(former), item) ?? halves).map(responsibilityRow)
    record[RESPONSIBILITIES] = { value }
    for (const code of WITH_RESPONSIBILITIES) if (!isEmpty(former[code]?.value)) record[code] = { value: former[code]?.value }
    if (JSON.stringify(value) !== JSON.stringify(proposedResponsibilities(item).map(responsibilityRow))) kinds.add('responsibilities')
  }
  return { record, kinds, gone }
}

/** `pairs`: each item that is added, with the record of the former round if there is one. */
export function previewOf(pairs: readonly (readonly [GuidelineItem, HeldRecord | undefined])[], handOver: HandOver, still: StillThere): HandOverPreview {
  const matched = pairs.flatMap(([item, former]) => (former ? [{ former, taken: handedOver(former, item, handOver, still) }] : []))
  const count = (kind: HandOverPart) => matched.filter(({ taken }) => taken.kinds.has(kind)).length
  return {
    matched: matched.length,
    unmatched: pairs.length - matched.length,
    counts: Object.fromEntries(HAND_OVER_PARTS.map((kind) => [kind, count(kind)])) as HandOverPreview['counts'],
    withFiles: matched.filter(({ former }) => !isEmpty(former['evidence_files']?.value)).length,
    gone: still.people === null ? null : [...new Set(matched.flatMap(({ taken }) => taken.gone))],
  }
}

/** People as they are written. kintone refuses a record that names somebody who has left. */
function stayed(value: unknown, known: ReadonlySet<string> | null, gone: string[]): readonly { readonly code: string }[] {
  if (!Array.isArray(value)) return []
  return (value as readonly { readonly code: string; readonly name: string }[]).flatMap(({ code, name }) => {
    if (known === null || known.has(code)) return [{ code }]
    gone.push(name)
    return []
  })
}

/** What a new record holds anyway is nothing that was taken over; whether an inquiry is due follows the newer catalog. */
function isInitial(code: FieldCode, value: unknown): boolean {
  return (code === 'status' && value === '未評価') || (code === 'inquiry' && (value === '不要' || value === '未照会'))
}
