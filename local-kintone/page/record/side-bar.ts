import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { attempt, type Page } from '../page'
import { drawComments } from './comments'
import { drawHistory } from './history'

type SideBarTab = 'COMMENTS' | 'HISTORY'

/** What is beside a record while it is read, on the phone below it: its comments and its history, one of them at a time. */
export class SideBar {
  readonly element: HTMLElement
  readonly #panel = el('div', { class: 'lk-sidebar-panel', role: 'tabpanel' })
  readonly #tabs: ReadonlyMap<SideBarTab, HTMLElement>
  #open: SideBarTab
  // A slow answer must not draw over the tab that was chosen later.
  #turn = 0

  constructor(
    private readonly page: Page<AppBoot>,
    private readonly recordId: string,
    withComments: boolean,
    private readonly restore: Parameters<typeof drawHistory>[2],
  ) {
    const { texts } = page
    const names: readonly (readonly [SideBarTab, string])[] = [
      ...(withComments ? ([['COMMENTS', texts.comments]] as const) : []),
      ['HISTORY', texts.history],
    ]
    this.#tabs = new Map(
      names.map(([tab, name]) => [tab, el('button', { type: 'button', class: 'lk-tab', role: 'tab', onclick: () => this.show(tab) }, name)]),
    )
    this.#open = withComments ? 'COMMENTS' : 'HISTORY'
    this.element = el('aside', { class: 'lk-sidebar' }, el('div', { class: 'lk-tabs', role: 'tablist' }, [...this.#tabs.values()]), this.#panel)
  }

  /** null while it is closed. */
  get open(): SideBarTab | null {
    return this.element.hidden ? null : this.#open
  }

  /** Opens at a tab; without the tab that is asked for, at the one there is. */
  show(wanted: SideBarTab = this.#open): void {
    const tab = this.#tabs.has(wanted) ? wanted : 'HISTORY'
    this.#open = tab
    this.element.hidden = false
    for (const [name, button] of this.#tabs) button.setAttribute('aria-selected', String(name === tab))
    const turn = ++this.#turn
    attempt(this.page, async () => {
      const { page, recordId, restore } = this
      const drawn = await (tab === 'COMMENTS' ? drawComments(page, recordId) : drawHistory(page, recordId, restore))
      if (turn === this.#turn) fill(this.#panel, ...drawn)
    })
  }

  close(): void {
    this.element.hidden = true
  }
}
