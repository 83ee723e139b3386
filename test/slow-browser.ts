/** `SLOW_BROWSER=6`: every page computes six times slower and the local kintone answers 120 ms later, as on a busy machine; what is read too early fails then. Time-outs grow with it. */
import type { BrowserContext, Page } from 'playwright-core'
import type { LocalKintone } from '../local-kintone/server/start'

/** How many times slower; 1 is as fast as the machine is */
export const SLOWNESS = Math.max(1, Number(process.env['SLOW_BROWSER'] ?? 1))
const DELAY_MILLIS = 120

/** Sets how long a look or a step in the context's pages may take, and slows them down where that is asked for. */
export function paceOf(context: BrowserContext, patienceMillis: number): void {
  context.setDefaultTimeout(patienceMillis * SLOWNESS)
  if (SLOWNESS > 1) context.on('page', (page) => void slowDown(page).catch(() => {}))
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS })
}

/** Has the local kintone answer later from now on, where that is asked for. */
export function slowAnswers({ faults }: LocalKintone): void {
  if (SLOWNESS > 1) faults.plant({ does: 'delay', millis: DELAY_MILLIS, times: Infinity })
}
