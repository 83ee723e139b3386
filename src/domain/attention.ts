/** What somebody should look at: what presses most first, and beside it what belongs to it. */
import type { AssessedItem } from './assessment'
import type { Figure } from './figure'
import { figure } from './figure'
import type { ItemFilter } from './item-filter'

/** One line a tile: its own concern first, then those that are told with it. */
const TILES = [
  ['overdue', 'soon', 'noTarget'],
  ['withoutOwner', 'withoutDepartment'],
  ['noParty', 'twoLeads', 'undiscussed'],
  ['notAsked', 'asked', 'answered'],
  ['nonconforming', 'nonconformingOpen'],
  ['withoutEvidence', 'evidenceExpired', 'evidenceSoon'],
] as const
export type Concern = (typeof TILES)[number][number]
type MainConcern = (typeof TILES)[number][0]

// What is closed needs no owner and no department any more, so only open items are a concern there.
const FILTERS: Readonly<Record<Concern, Partial<ItemFilter>>> = {
  overdue: { due: 'overdue' },
  soon: { due: 'soon' },
  noTarget: { due: 'none' },
  withoutOwner: { owner: '', progress: 'open' },
  withoutDepartment: { department: '', progress: 'open' },
  noParty: { verdict: '担当なし' },
  twoLeads: { verdict: '二重主担当' },
  undiscussed: { verdict: '未協議あり' },
  notAsked: { disclosure: '要NDA', inquiry: '未照会' },
  asked: { disclosure: '要NDA', inquiry: '照会中' },
  answered: { disclosure: '要NDA', inquiry: '回答あり' },
  nonconforming: { suitability: '未適合' },
  nonconformingOpen: { suitability: '未適合', progress: 'open' },
  withoutEvidence: { evidence: 'missing' },
  evidenceExpired: { evidence: 'expired' },
  evidenceSoon: { evidence: 'soon' },
}

interface ConcernFigure<Named extends Concern = Concern> {
  readonly concern: Named
  readonly figure: Figure
}

export interface AttentionTile {
  readonly main: ConcernFigure<MainConcern>
  readonly others: readonly ConcernFigure[]
}

/** Every concern with its figure, tile by tile, also where nothing is concerned. `today`: `YYYY-MM-DD`. */
export function attention(items: readonly AssessedItem[], today: string): readonly AttentionTile[] {
  const of = <Named extends Concern>(concern: Named): ConcernFigure<Named> => ({ concern, figure: figure(items, FILTERS[concern], today) })
  // Where nothing can be given to a department, none is missing.
  const lacksPlace = (concern: Concern) => concern === 'withoutDepartment' && items.length > 0 && !items.some(({ takesDepartments }) => takesDepartments)
  return TILES.map(([main, ...others]) => ({ main: of(main), others: others.filter((concern) => !lacksPlace(concern)).map((concern) => of(concern)) }))
}
