import { appSettingsAddress, listAddress, phoneListAddress } from './addresses'
import type { Boot, BootApp } from './boot'
import { el, fill, icon } from './dom'
import { placeOf, type Page } from './page'

/** The header bar with the way home, who is signed in and signing out; below it the page's own content. Gives the content's element. */
export function drawShell(page: Page): HTMLElement {
  const { boot, root, texts } = page
  const phone = boot.page.endsWith('_MOBILE')
  const content = el('main', { class: 'lk-content' })
  root.className = phone ? 'lk-page lk-phone' : 'lk-page'
  fill(
    root,
    el(
      'header',
      { class: 'lk-header' },
      el(
        'a',
        { class: 'lk-home', href: phone ? '/k/m/' : '/k/', 'aria-label': texts.home },
        icon('home'),
        el('span', {}, texts.productName),
      ),
      el(
        'div',
        { class: 'lk-header-user' },
        boot.administrator && !phone ? el('a', { href: '/k/admin/system/plugin/' }, texts.systemPlugins) : null,
        el('span', { class: 'lk-user' }, boot.user.name),
        el(
          'form',
          { method: 'post', action: '/logout' },
          el('input', { type: 'hidden', name: '__REQUEST_TOKEN__', value: boot.requestToken }),
          el('button', { type: 'submit', class: 'lk-link' }, texts.logout),
        ),
      ),
    ),
    content,
  )
  return content
}

/** The app's name over its pages, a link to its list, and the button of its description where the page has set one. */
export function titleBar(page: Page<Extract<Boot, { app: BootApp }>>, ...crumbs: (string | HTMLElement)[]): HTMLElement {
  const place = placeOf(page)
  const address = page.boot.page.endsWith('_MOBILE') ? phoneListAddress(place) : listAddress(place)
  return el(
    'div',
    { class: 'lk-titlebar' },
    el('a', { class: 'lk-app-name', href: address }, el('span', { class: 'lk-app-icon' }, icon('app')), page.boot.app.name),
    crumbs.map((crumb) => el('span', { class: 'lk-crumb' }, crumb)),
    page.stage.description?.button ?? null,
  )
}

/** The way to the app's settings, for those who administer the app; kintone has none on the phone. */
export function settingsLink(page: Page<Extract<Boot, { app: BootApp }>>): HTMLElement | null {
  if (!page.boot.app.permissions.editApp || page.boot.page.endsWith('_MOBILE')) return null
  const { appSettings } = page.texts
  const href = appSettingsAddress(placeOf(page))
  const link = el('a', { class: 'lk-tool', href, title: appSettings, 'aria-label': appSettings }, icon('gear'))
  return page.stage.parts.register('AppSettingsButton', link)
}
