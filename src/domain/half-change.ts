/** Changes to one party's half of an item, as a person makes them in the matrix. */
import type { HalfState, Responsibility, Role } from './responsibility'
import { HALF_STATES, ROLES } from './responsibility'
import { plainLineBreaks } from './line-breaks'

/** What a party has in one record: usually one half; none; or, by a slip in the record's form, several. */
export type Halves = readonly Responsibility[]

/** A half that nobody has written yet, as kintone's form would begin it. */
export function newHalf(party: string, role: Role = '未協議'): Responsibility {
  return { party, role, duty: '', state: stateFor(role, '未確認'), agreedOn: null, basis: '' }
}

/** Whoever is not involved has nothing to finish; whoever becomes involved begins at 未確認, as in a proposal. */
function stateFor(role: Role, state: HalfState): HalfState {
  if (role === '－関係なし') return '不要'
  return state === '不要' ? '未確認' : state
}

/**
 * The half in another role. What was agreed was agreed for the old role, so the day of agreement goes; back in the role that `stored` has,
 * the half is again what it was, so that cycling once round changes nothing.
 */
export function inRole(half: Responsibility, role: Role, stored: Responsibility | undefined): Responsibility {
  if (role === half.role) return half
  if (role === stored?.role) return { ...half, role, state: stored.state, agreedOn: plainLineBreaks(half.duty) === plainLineBreaks(stored.duty) ? stored.agreedOn : null }
  return { ...half, role, state: leavesOrJoins(half.role, role) ? stateFor(role, half.state) : half.state, agreedOn: null }
}

/**
 * The half with another duty. As with another role, what was agreed was agreed for the old one: the day that `stored` has goes, and comes back
 * with the old words. A day that has been set since stays.
 */
export function withDuty(half: Responsibility, duty: string, stored: Responsibility | undefined): Responsibility {
  if (plainLineBreaks(duty) === plainLineBreaks(half.duty)) return { ...half, duty }
  if (half.agreedOn !== null && half.agreedOn !== stored?.agreedOn) return { ...half, duty }
  const isAsAgreed = stored !== undefined && half.role === stored.role && plainLineBreaks(duty) === plainLineBreaks(stored.duty)
  return { ...half, duty, agreedOn: isAsAgreed ? stored.agreedOn : null }
}

/** Whether somebody has changed what was agreed, so that it has to be agreed anew. */
export function losesAgreement(half: Responsibility, stored: Responsibility | undefined): boolean {
  return half.agreedOn === null && stored !== undefined && stored.agreedOn !== null && !sameTask(half, stored)
}

/** The same role and duty: what an agreement is about. */
export function sameTask(a: Omit<Responsibility, 'rowId'>, b: Omit<Responsibility, 'rowId'>): boolean {
  return a.role === b.role && plainLineBreaks(a.duty).trim() === plainLineBreaks(b.duty).trim()
}

function leavesOrJoins(from: Role, to: Role): boolean {
  return (from === '－関係なし') !== (to === '－関係なし')
}

/** The role after (`step` 1) or before (-1) this one, round and round; from nothing, the first or the last. */
export function nextRole(role: Role | null, step: 1 | -1): Role {
  return next(ROLES, role, step)
}

/** As nextRole: the state after (`step` 1) or before (-1) this one, round and round. */
export function nextState(state: HalfState, step: 1 | -1): HalfState {
  return next(HALF_STATES, state, step)
}

function next<T>(values: readonly [T, ...T[]] | readonly T[], value: T | null, step: 1 | -1): T {
  const at = value === null ? (step === 1 ? -1 : values.length) : values.indexOf(value)
  return values[(at + step + values.length) % values.length] as T
}

/** Role and state as another half has them. Duty, basis and day of agreement belong to the one item and are never carried to another. */
export function withRoleAndState(halves: Halves, party: string, from: Pick<Responsibility, 'role' | 'state'>, stored: Halves): Halves {
  const half = halves[0] ?? newHalf(party)
  return [{ ...inRole(half, from.role, stored[0]), state: from.state }]
}

/** Whether the half can be agreed to at all: what has not been discussed cannot, and what is agreed is. */
export function canBeAgreed(half: Responsibility): boolean {
  return half.role !== '未協議' && half.agreedOn === null
}

const AGREED_BY = '協議: '

/** The half agreed on a day; who agreed stands behind the basis, where kintone's own list shows it too. */
export function agreed(half: Responsibility, day: string, who: string): Responsibility {
  const basis = basisProper(half.basis)
  // The mark that parts basis and names would end the names early.
  const names = who.replaceAll('／', '・').trim()
  const by = names === '' ? '' : `${AGREED_BY}${names}`
  return { ...half, agreedOn: day, basis: [basis, by].filter((part) => part !== '').join('／') }
}

/** The basis without the names of those who agreed: that somebody agreed proves no work done. */
export function basisProper(basis: string): string {
  return basis.replace(/(^|／)協議: [^／]*$/, '').trim()
}

/** Whether a cell says the same; which rows of the table hold it does not count. */
export function sameHalves(a: Halves, b: Halves): boolean {
  return a.length === b.length && a.every((half, at) => sameHalf(half, b[at] as Responsibility))
}

function sameHalf(a: Responsibility, b: Responsibility): boolean {
  return a === b || (a.party === b.party && a.role === b.role && a.state === b.state && a.agreedOn === b.agreedOn && a.basis === b.basis && plainLineBreaks(a.duty) === plainLineBreaks(b.duty))
}
