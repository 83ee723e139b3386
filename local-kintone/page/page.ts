import type { Boot } from './boot'
import type { Place } from './addresses'
import type { Events } from './events'
import type { Texts } from './messages'
import { RestFailure, type Rest } from './rest'
import type { Stage } from './stage'
import type { Ui } from './ui'

/** What every page works with; made once in main.ts. */
export interface Page<B extends Boot = Boot> {
  readonly boot: B
  readonly root: HTMLElement
  readonly texts: Texts
  readonly rest: Rest
  readonly events: Events
  readonly stage: Stage
  readonly ui: Ui
}

export function placeOf(page: Page<Extract<Boot, { app: unknown }>>): Place {
  return { guestSpaceId: page.boot.app.guestSpaceId, appId: page.boot.app.id }
}

/** Shows a refusal in the server's words; anything else is our own mistake and goes on. */
export function showFailure(page: Page, error: unknown): void {
  if (!(error instanceof RestFailure)) throw error
  const details = Object.values(error.errors).flat()
  page.ui.notify('ERROR', [page.texts.failed, error.message, ...details].join('\n'))
}

/** Runs what a button starts; a refusal is shown, the page stays as it was. */
export function attempt(page: Page, work: () => Promise<void>): void {
  work().catch((error: unknown) => showFailure(page, error))
}
