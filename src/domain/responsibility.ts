/** Who carries which half of an item: roles, states, the proposals that come from the survey, and the verdict on a row. */
import type { GuidelineItem } from './guideline'

export const ROLES = ['◎主担当', '○分担', '△協力', '委託', '－関係なし', '未協議'] as const
export type Role = (typeof ROLES)[number]

export const HALF_STATES = ['未確認', '未了', '完了', '不要'] as const
export type HalfState = (typeof HALF_STATES)[number]

/** One party's half of an item. */
export interface Responsibility {
  /** The stored row, so that a change keeps what else stands in it; absent while it has not been saved. */
  readonly rowId?: string
  readonly party: string
  readonly role: Role
  readonly duty: string
  readonly state: HalfState
  /** `YYYY-MM-DD`, or null while the row is a proposal that nobody has agreed to */
  readonly agreedOn: string | null
  readonly basis: string
}

export const CYBOZU = 'サイボウズ'
export const VENDOR = 'SI事業者'
export const HOSPITAL = '自院'
export const STANDARD_PARTIES = [CYBOZU, VENDOR, HOSPITAL] as const

/** The proposal for an item as the survey sees it. Only people set 完了 and a day of agreement. */
export function proposedResponsibilities(
  item: Pick<GuidelineItem, 'suitability' | 'parties' | 'actionGiven' | 'cybozu' | 'action' | 'documents'>,
): readonly Responsibility[] {
  const vendorRole: Role = item.parties.includes('SI事業者') ? '○分担' : '未協議'
  return [
    half(CYBOZU, cybozuRole(item.suitability), item.cybozu, item.documents.join(' '), item.suitability === '未適合' ? '未了' : undefined),
    half(VENDOR, vendorRole, vendorRole === '未協議' ? '' : item.action, ''),
    half(HOSPITAL, hospitalRole(item), item.action, ''),
  ]
}

function cybozuRole(suitability: GuidelineItem['suitability']): Role {
  switch (suitability) {
    case '適合可能':
      return '◎主担当'
    case '対象外':
      return '－関係なし'
    case '未適合':
      return '○分担'
  }
}

function hospitalRole(item: Pick<GuidelineItem, 'suitability' | 'actionGiven'>): Role {
  // 対象外 and 未適合: nobody else covers the item, so it falls to the hospital whether or not the source names an action.
  if (item.suitability !== '適合可能') return '◎主担当'
  return item.actionGiven ? '○分担' : '未協議'
}

function half(party: string, role: Role, duty: string, basis: string, state: HalfState = role === '－関係なし' ? '不要' : '未確認'): Responsibility {
  return { party, role, duty: role === '－関係なし' ? '' : duty, state, agreedOn: null, basis }
}

export const ROW_VERDICTS = ['担当なし', '二重主担当', '未協議あり', '片側未了', '双方完了'] as const
export type RowVerdict = (typeof ROW_VERDICTS)[number]

/**
 * The verdict on a row, the gravest that applies: nobody leads, two lead, somebody has not been asked, a half is open, every half is done.
 * As in a RACI table exactly one party answers for a row; a row in which two share and nobody leads is 担当なし, and so is an empty one.
 */
export function rowVerdict(row: readonly Pick<Responsibility, 'role' | 'state'>[]): RowVerdict {
  const leads = row.filter(({ role }) => role === '◎主担当').length
  if (leads === 0) return '担当なし'
  if (leads > 1) return '二重主担当'
  if (row.some(({ role }) => role === '未協議')) return '未協議あり'
  const involved = row.filter(({ role }) => role !== '－関係なし')
  return involved.every(({ state }) => state === '完了' || state === '不要') ? '双方完了' : '片側未了'
}
