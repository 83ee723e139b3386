import { el, icon } from './dom'

interface MenuItem {
  readonly label: string
  readonly act: () => void
}

/** A button that opens a menu, as 「オプション」 over a record. It closes when an item is chosen, by Escape and when the focus leaves it. */
export function drawMenu(label: string, items: readonly MenuItem[]): HTMLElement {
  const show = (open: boolean): void => {
    list.hidden = !open
    button.setAttribute('aria-expanded', String(open))
  }
  const list = el(
    'ul',
    { class: 'lk-menu-items', role: 'menu', hidden: true },
    items.map((item) => {
      const choose = (): void => {
        show(false)
        item.act()
      }
      return el(
        'li',
        { role: 'none' },
        el('button', { type: 'button', class: 'lk-menu-item', role: 'menuitem', onclick: choose }, item.label),
      )
    }),
  )
  const button = el(
    'button',
    {
      type: 'button',
      class: 'lk-tool',
      title: label,
      'aria-label': label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => show(list.hidden !== false),
    },
    icon('more'),
  )
  const menu = el('div', { class: 'lk-menu' }, button, list)
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return
    show(false)
    button.focus()
  })
  menu.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) show(false)
  })
  return menu
}
