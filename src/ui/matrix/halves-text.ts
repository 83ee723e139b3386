import type { Halves } from '../../domain/half-change'
import type { Responsibility } from '../../domain/responsibility'
import type { Messages } from '../messages/ja'
import { roleSign } from '../shared/marks'

/** A cell in one line, as a preview or a comparison shows it. `whole`: with duty, basis and day, which may be all that differs. */
export function halvesText(halves: Halves, messages: Messages, whole = false): string {
  if (halves.length === 0) return messages.matrixEdit.nothing
  return halves.map((half) => halfText(half, messages, whole)).join(' ／ ')
}

function halfText({ role, state, agreedOn, duty, basis }: Responsibility, messages: Messages, whole: boolean): string {
  const [sign, word] = [roleSign(role), messages.role[role]]
  const words = [word.startsWith(sign) ? word : `${sign}${word}`, messages.halfState[state]]
  if (whole) {
    words.push(agreedOn === null ? messages.matrix.proposal : messages.matrix.agreedOn(agreedOn))
    if (basis !== '') words.push(`${messages.matrix.basis}: ${basis}`)
    if (duty !== '') words.push(`${messages.matrix.duty}: ${duty}`)
  }
  return words.join('・')
}
