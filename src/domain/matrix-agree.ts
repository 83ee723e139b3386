/** Marking many halves as agreed at once. */
import type { AssessedItem } from './assessment'
import { agreed, canBeAgreed } from './half-change'
import type { CellWrite } from './matrix-edit'
import { halvesOf } from './matrix-edit'

/** What marking some items as agreed would do */
export interface AgreementPreview {
  /** Items in which something would be agreed */
  readonly items: number
  readonly halves: number
  /** 未協議: cannot be agreed */
  readonly open: number
  /** Agreed before: keep their day */
  readonly already: number
}

/** Counted in halves, but for `items`; nothing is changed. */
export function agreementOn(items: readonly AssessedItem[]): AgreementPreview {
  const halves = items.flatMap(({ responsibilities }) => responsibilities)
  return {
    items: items.filter(({ responsibilities }) => responsibilities.some(canBeAgreed)).length,
    halves: halves.filter(canBeAgreed).length,
    open: halves.filter(({ role, agreedOn }) => role === '未協議' && agreedOn === null).length,
    already: halves.filter(({ agreedOn }) => agreedOn !== null).length,
  }
}

/** Every half that can be agreed gets the day and, behind its basis, who agreed. */
export function agreementWrites(items: readonly AssessedItem[], day: string, who: string): readonly CellWrite[] {
  return items.flatMap((item) => {
    const parties = [...new Set(item.responsibilities.filter(canBeAgreed).map(({ party }) => party))]
    return parties.map((party) => ({ recordId: item.recordId, party, halves: halvesOf(item, party).map((half) => (canBeAgreed(half) ? agreed(half, day, who) : half)) }))
  })
}
