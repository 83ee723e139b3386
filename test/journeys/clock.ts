/** All journeys happen on a Wednesday morning in November 2026, in the pages and in the local kintone alike: what is overdue, the fiscal year and the months of a chart are the same whenever they are tried. Time goes on from there. */
import type { BrowserContext } from 'playwright-core'

const MORNING = Date.parse('2026-11-25T10:00:00+09:00')
const SHIFT = MORNING - Date.now()

/** Now, as the journeys have it. */
export function now(): Date {
  return new Date(Date.now() + SHIFT)
}

/** Sets the clock of the pages that the context opens from now on. */
export async function setClock(context: BrowserContext): Promise<void> {
  await context.addInitScript((shift) => {
    const Real = Date
    globalThis.Date = new Proxy(Real, {
      construct: (target, args, asked) => Reflect.construct(target, args.length > 0 ? args : [Real.now() + shift], asked) as Date,
      apply: () => new Real(Real.now() + shift).toString(),
      get: (target, name) => (name === 'now' ? () => Real.now() + shift : Reflect.get(target, name)),
    })
  }, SHIFT)
}
