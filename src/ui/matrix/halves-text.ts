import type { Halves } from '../../domain/half-change'
import type { Responsibility } from '../../domain/responsibility'
import type { Messages } from '../messages/ja'
import { roleSign } from '../shared/marks'
import { plainLineBreaks } from '../../domain/line-breaks'

/** What a cell holds besides role and state. */
const PARTICULARS = ['agreedOn', 'basis', 'duty'] as const
type Particular = (typeof PARTICULARS)[number]

/** A cell in one line, as a preview or a comparison shows it: role and state, and of the particulars those that are asked for. */
export function halvesText(halves: Halves, messages: Messages, particulars: readonly Particular[] = []): string {
  if (halves.length === 0) return messages.matrixEdit.nothing
  return halves.map((half) => halfText(half, messages, particulars)).join(' ／ ')
}

/** In which particulars the versions of a cell differ: two long duties that are alike would hide what is not. All of them, where there is nothing to compare or more than one half. */
export function differing(versions: readonly Halves[]): readonly Particular[] {
  const halves = versions.filter((version) => version.length > 0)
  if (halves.length < 2 || halves.some((version) => version.length > 1)) return PARTICULARS
  return PARTICULARS.filter((particular) => new Set(halves.map(([half]) => plainLineBreaks(half?.[particular] ?? ''))).size > 1)
}

/** Everything that a cell holds, which may be all that differs. */
export const WHOLE: readonly Particular[] = PARTICULARS

function halfText({ role, state, agreedOn, duty, basis }: Responsibility, messages: Messages, particulars: readonly Particular[]): string {
  const [sign, word] = [roleSign(role), messages.role[role]]
  const words = [word.startsWith(sign) ? word : `${sign}${word}`, messages.halfState[state]]
  if (particulars.includes('agreedOn')) words.push(agreedOn === null ? messages.matrix.proposal : messages.matrix.agreedOn(agreedOn))
  if (particulars.includes('basis') && basis !== '') words.push(`${messages.matrix.basis}: ${basis}`)
  if (particulars.includes('duty') && duty !== '') words.push(`${messages.matrix.duty}: ${duty}`)
  return words.join('・')
}
