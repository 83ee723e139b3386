/** What a new round takes over from a former one, item by item. Only records that are added take something over: nothing that is there is written to. */
import type { Assessment } from './assessment'

/** `status` apart from the other answers: many hospitals keep what they have written and judge each item anew. */
export const HAND_OVER_PARTS = ['people', 'responsibilities', 'answers', 'status'] as const
export type HandOverPart = (typeof HAND_OVER_PARTS)[number]

export interface HandOver {
  readonly from: Assessment
  readonly parts: readonly HandOverPart[]
}

/** Counted in records that will be added. */
export interface HandOverPreview {
  /** The former round has the same item. */
  readonly matched: number
  /** It has not: these begin empty. */
  readonly unmatched: number
  /** How many take over something of each kind; 0 for a kind that is not wanted. */
  readonly counts: Readonly<Record<HandOverPart, number>>
  /** How many leave files behind: kintone takes a file into one record only. */
  readonly withFiles: number
  /** Names of people and departments that are no longer there to be chosen and are left out; null if that could not be looked up. */
  readonly gone: readonly string[] | null
}

/** The former rounds from which one can be begun: any other round of the same facility first, the newest at the top, then those of other facilities. */
export function handOverChoices(all: readonly Assessment[], assessment: Assessment): readonly Assessment[] {
  const others = all.filter(({ round, facility }) => round !== assessment.round || facility !== assessment.facility)
  const rank = ({ facility }: Assessment) => (facility === assessment.facility ? 0 : 1)
  return others.toSorted((a, b) => rank(a) - rank(b) || b.round.localeCompare(a.round, 'ja', { numeric: true }) || a.facility.localeCompare(b.facility, 'ja'))
}
