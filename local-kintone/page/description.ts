import { el, icon, textOfHtml } from './dom'
import type { Page } from './page'

type DescriptionState = 'OPEN' | 'CLOSED' | 'HIDDEN'

/** The app's description, folded under the app's name [CD js-api/app/show-or-hide-app-description]. */
export class Description {
  readonly button: HTMLElement | null
  readonly panel: HTMLElement | null

  /** Without text there is neither button nor panel. */
  constructor(page: Page, html: string) {
    const text = textOfHtml(html)
    const label = page.texts.description
    this.panel = text === '' ? null : el('div', { class: 'lk-description', hidden: true }, text)
    const toggle = () => this.show(this.state === 'OPEN' ? 'CLOSED' : 'OPEN')
    this.button =
      this.panel === null
        ? null
        : el(
            'button',
            { type: 'button', class: 'lk-tool', title: label, 'aria-label': label, 'aria-expanded': 'false', onclick: toggle },
            icon('info'),
          )
  }

  get state(): DescriptionState {
    if (this.panel === null) return 'HIDDEN'
    return this.panel.hidden ? 'CLOSED' : 'OPEN'
  }

  show(state: 'OPEN' | 'CLOSED'): void {
    if (this.panel === null) return
    this.panel.hidden = state === 'CLOSED'
    this.button?.setAttribute('aria-expanded', String(state === 'OPEN'))
  }
}
