/** Which row of the reference is which item. */
import type { GuidelineItem } from '../guideline'
import type { Row } from './row'

export type MaybeRow = Row | { readonly unread: string }

/** Whether a row says of the item what the catalog says: verdict, disclosure and documents. */
export function sameFacts(row: Row, item: GuidelineItem): boolean {
  return row.suitability === item.suitability && row.disclosure === item.disclosure && [...row.documents].sort().join() === [...item.documents].sort().join()
}

/** Whether a row may print this where the item stands: a number that is merged over several rows is printed beside none or one of them. */
export function fitsMark(mark: string, { part, no }: Pick<GuidelineItem, 'part' | 'no'>): boolean {
  if (part === 'MHLW') return mark === no
  const [, section = no, number, bullet] = /^([\d.]+)(?:\((\d+)\))?(?:-(\d+))?$/.exec(no) ?? []
  if (mark === '') return true
  if (mark === '・') return bullet !== undefined
  return mark === section ? number === undefined : number !== undefined && mark === `(${number})` && (bullet === undefined || bullet === '1')
}

const FITS = 3
const DIFFERS = -4
const LEFT_OUT = -2

/** Pairs rows and items in their order, so that what is missing or damaged on either side shifts nothing behind it. The best pairing by points, as in the comparison of two texts. */
export function pairedRows<R extends MaybeRow>(rows: readonly R[], items: readonly GuidelineItem[]): ReadonlyMap<string, R> {
  const points = (row: MaybeRow | undefined, item: GuidelineItem | undefined) => (!row || !item || 'unread' in row ? 0 : (sameFacts(row, item) ? FITS : DIFFERS) + (fitsMark(row.mark, item) ? FITS : DIFFERS))
  // best[r][i]: the most points that the rows from r and the items from i can have.
  const best = Array.from({ length: rows.length + 1 }, () => new Float64Array(items.length + 1))
  const at = (row: number, item: number) => best[row]?.[item] ?? 0
  for (let row = rows.length; row >= 0; row -= 1) {
    for (let item = items.length; item >= 0; item -= 1) {
      const options = [row < rows.length ? at(row + 1, item) + LEFT_OUT : -Infinity, item < items.length ? at(row, item + 1) + LEFT_OUT : -Infinity, row < rows.length && item < items.length ? at(row + 1, item + 1) + points(rows[row], items[item]) : -Infinity]
      ;(best[row] as Float64Array)[item] = row === rows.length && item === items.length ? 0 : Math.max(...options)
    }
  }
  const pairs = new Map<string, R>()
  for (let row = 0, item = 0; row < rows.length && item < items.length; ) {
    if (at(row, item) === at(row + 1, item + 1) + points(rows[row], items[item])) {
      pairs.set(items[item]?.no ?? '', rows[row] as R)
      row += 1
      item += 1
    } else if (at(row, item) === at(row + 1, item) + LEFT_OUT) row += 1
    else item += 1
  }
  return pairs
}
