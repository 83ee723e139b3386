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

export const ROW_AGREEMENTS = ['proposed', 'agreed'] as const
/** `proposed`: somebody involved has a half that nobody has agreed to; `agreed`: everybody involved has agreed, and nobody is left to ask. */
export type RowAgreement = (typeof ROW_AGREEMENTS)[number]

/** null: neither, as some have agreed and others have not been asked, or nobody is involved. 未協議 is no proposal that could be agreed to. */
export function rowAgreement(row: readonly Pick<Responsibility, 'role' | 'agreedOn'>[]): RowAgreement | null {
  const involved = row.filter(({ role }) => role !== '－関係なし')
  const proposals = involved.filter(({ role, agreedOn }) => role !== '未協議' && agreedOn === null)
  if (proposals.length > 0) return 'proposed'
  return involved.length > 0 && involved.every(({ role }) => role !== '未協議') ? 'agreed' : null
}

/** Whose halves make the verdict what it is: who leads besides another, who has not been asked, who is not done. Nobody of a row in which nobody leads, or all are done. */
export function behindVerdict<Half extends Pick<Responsibility, 'role' | 'state'>>(row: readonly Half[]): readonly Half[] {
  switch (rowVerdict(row)) {
    case '担当なし':
    case '双方完了':
      return []
    case '二重主担当':
      return row.filter(({ role }) => role === '◎主担当')
    case '未協議あり':
      return row.filter(({ role }) => role === '未協議')
    case '片側未了':
      return row.filter((half) => isLeft(half))
  }
}

function isLeft({ role, state }: Pick<Responsibility, 'role' | 'state'>): boolean {
  return role !== '－関係なし' && state !== '完了' && state !== '不要'
}

/**
 * The verdict on a row, the gravest that applies: nobody leads, two lead, somebody has not been asked, a half is open, every half is done.
 * As in a RACI table exactly one party answers for a row; a row in which two share and nobody leads is 担当なし, and so is an empty one.
 */
export function rowVerdict(row: readonly Pick<Responsibility, 'role' | 'state'>[]): RowVerdict {
  const leads = row.filter(({ role }) => role === '◎主担当').length
  if (leads === 0) return '担当なし'
  if (leads > 1) return '二重主担当'
  if (row.some(({ role }) => role === '未協議')) return '未協議あり'
  return row.some(isLeft) ? '片側未了' : '双方完了'
}
