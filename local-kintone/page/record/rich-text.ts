import { el, fill } from '../dom'
import type { Texts } from '../messages'
import { textOf, type FieldProperty, type FieldValue } from '../shapes'
import type { Edit } from './field-editors'

/*
 * Rich text is drawn from a list of what may stand in it, node by node, and never handed to the browser as markup: what the server left in
 * may not be trusted by a page either. Pictures are not shown.
 */

const shown: ReadonlySet<string> = new Set(
  'A B STRONG I EM U S STRIKE SUB SUP SPAN FONT DIV P BR HR UL OL LI BLOCKQUOTE PRE H1 H2 H3 H4 H5 H6 TABLE THEAD TBODY TR TH TD'.split(' '),
)
const silent: ReadonlySet<string> = new Set('SCRIPT STYLE IFRAME OBJECT TEMPLATE NOSCRIPT TITLE SVG MATH'.split(' '))
const styles = ['color', 'background-color', 'font-size', 'font-weight', 'font-style', 'text-decoration', 'text-align', 'margin-left', 'padding-left']

/** The nodes of a rich text, for reading. */
export function richNodes(html: string): DocumentFragment {
  const drawn = document.createDocumentFragment()
  drawn.append(...childrenOf(new DOMParser().parseFromString(html, 'text/html').body))
  return drawn
}

function childrenOf(parent: Node): Node[] {
  return Array.from(parent.childNodes, drawn).flat()
}

function drawn(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')]
  if (!(node instanceof Element) || silent.has(node.tagName.toUpperCase())) return []
  if (!shown.has(node.tagName) || !(node instanceof HTMLElement)) return childrenOf(node)
  const copy = document.createElement(node.tagName)
  for (const name of styles) copy.style.setProperty(name, node.style.getPropertyValue(name))
  if (copy.getAttribute('style') === '') copy.removeAttribute('style')
  for (const name of ['color', 'size', 'colspan', 'rowspan']) if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name) ?? '')
  const href = node.getAttribute('href') ?? ''
  if (copy instanceof HTMLAnchorElement && /^(https?:|mailto:)/i.test(href)) Object.assign(copy, { href, target: '_blank', rel: 'noopener noreferrer' })
  copy.append(...childrenOf(node))
  return [copy]
}

/** What the buttons over the editor do, by the browser's own commands. */
const commands = { bold: 'richBold', italic: 'richItalic', underline: 'richUnderline', strikeThrough: 'richStrike', insertUnorderedList: 'richList', insertOrderedList: 'richNumbers', removeFormat: 'richPlain' } as const

/** A rich text as it will look, with the commonest of kintone's buttons above it. */
export function richEditor(texts: Texts, { label }: FieldProperty, field: FieldValue, edit: Edit): HTMLElement {
  const before = textOf(field.value)
  const box = el('div', { id: edit.id, class: 'lk-rich', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, contenteditable: edit.disabled ? 'false' : 'true' })
  fill(box, richNodes(before))
  const initially = box.innerHTML
  // What nobody has touched stays to the letter, whatever the page can draw of it.
  const take = (): void => {
    field.value = box.innerHTML === initially ? before : box.textContent === '' && box.querySelector('li, hr, td') === null ? '' : box.innerHTML
  }
  box.addEventListener('input', take)
  box.addEventListener('blur', () => edit.changed())
  box.addEventListener('paste', (event) => {
    event.preventDefault()
    const html = event.clipboardData?.getData('text/html') ?? ''
    const pasted = html === '' ? document.createTextNode(event.clipboardData?.getData('text/plain') ?? '') : richNodes(html)
    const range = getSelection()?.getRangeAt(0)
    range?.deleteContents()
    range?.insertNode(pasted)
    range?.collapse(false)
    take()
  })
  const button = ([command, name]: readonly [string, (typeof commands)[keyof typeof commands]]) => {
    const run = (): void => {
      box.focus()
      // The one way to edit by command that browsers have; kintone's own editor is not documented.
      document.execCommand(command)
      take()
    }
    // The selection in the text would be lost by a press of the mouse.
    return el('button', { type: 'button', class: 'lk-button', disabled: edit.disabled, onmousedown: (event) => event.preventDefault(), onclick: run }, texts[name])
  }
  return el('div', { class: 'lk-rich-editor' }, el('div', { class: 'lk-rich-tools', role: 'toolbar', 'aria-label': label }, Object.entries(commands).map(button)), box)
}
