import type { PortalBoot } from './boot'
import { el, fill, icon } from './dom'
import type { Page } from './page'
import { drawShell } from './shell'

/** The portal: the apps that the user may open. */
export function startPortal(page: Page<PortalBoot>): void {
  const { boot, texts } = page
  const base = boot.page === 'PORTAL_TOP_MOBILE' ? '/k/m/' : '/k/'
  fill(
    drawShell(page),
    el('div', { class: 'lk-titlebar' }, el('h1', {}, texts.portal)),
    el(
      'section',
      { class: 'lk-panel' },
      el('h2', {}, texts.apps),
      boot.apps.length === 0
        ? el('p', { class: 'lk-empty' }, texts.noApps)
        : el(
            'ul',
            { class: 'lk-apps' },
            boot.apps.map(({ id, name }) =>
              el('li', {}, el('a', { href: `${base}${id}/` }, el('span', { class: 'lk-app-icon' }, icon('app')), name)),
            ),
          ),
    ),
  )
}
