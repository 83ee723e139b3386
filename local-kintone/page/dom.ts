type Child = Node | string | null | readonly Child[]
type Listener = (event: Event) => void
type Props = Readonly<Record<string, string | boolean | Listener | null>>

/**
 * An element with attributes, listeners (`onclick: …`) and children. Text always becomes a text node, so record values cannot become markup.
 * `false` and `null` leave an attribute out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (typeof value === 'string') element.setAttribute(name, value)
    else if (value === true) element.setAttribute(name, '')
  }
  append(element, children)
  return element
}

/** Puts new children in place of the old. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren()
  append(element, children)
}

/** The text of HTML that an administrator or a rich editor wrote: nothing of it is ever run or loaded. */
export function textOfHtml(html: string): string {
  const withBreaks = html.replace(/<br\s*\/?>|<\/(?:div|p|li)>/gi, '\n')
  return (new DOMParser().parseFromString(withBreaks, 'text/html').body.textContent ?? '').replace(/\n+$/, '')
}

type IconName = keyof typeof iconPaths

const iconPaths = {
  gear: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zm0 2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM8.6 1h2.8l.4 2.2 1.5.6 1.9-1.2 2 2-1.2 1.9.6 1.5 2.2.4v2.8l-2.2.4-.6 1.5 1.2 1.9-2 2-1.9-1.2-1.5.6-.4 2.2H8.6l-.4-2.2-1.5-.6-1.9 1.2-2-2 1.2-1.9-.6-1.5L1.2 11.4V8.6l2.2-.4.6-1.5-1.2-1.9 2-2 1.9 1.2 1.5-.6z',
  plus: 'M9 3h2v6h6v2h-6v6H9v-6H3V9h6z',
  minus: 'M3 9h14v2H3z',
  filter: 'M2 3h16l-6.2 7.4V17l-3.6-2v-4.6z',
  pencil: 'M3 17v-3.5L13.2 3.3a1.4 1.4 0 0 1 2 0l1.5 1.5a1.4 1.4 0 0 1 0 2L6.5 17z',
  trash: 'M7 2h6l1 2h4v2H2V4h4zM4 7h12l-1 11H5z',
  document: 'M4 1h8l4 4v14H4zm2 7v2h8V8zm0 4v2h8v-2z',
  home: 'M10 2 1 10h3v8h4v-5h4v5h4v-8h3z',
  down: 'M4 7h12l-6 7z',
  chart: 'M2 2h2v14h14v2H2zm4 7h3v6H6zm4-5h3v11h-3zm4 3h3v8h-3z',
  info: 'M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 5h2v2H9zm0 4h2v6H9z',
  more: 'M3 8h4v4H3zm5 0h4v4H8zm5 0h4v4h-4z',
  copy: 'M6 1h11v13h-3v5H3V6h3zm2 2v3h6v6h1V3z',
  app: 'M3 2h6v6H3zm8 0h6v6h-6zM3 10h6v6H3zm8 0h6v6h-6z',
} as const

/** A drawn icon; the words come from the button around it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('class', 'lk-icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', iconPaths[name])
  path.setAttribute('fill-rule', 'evenodd')
  svg.append(path)
  return svg
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue
    if (typeof child === 'string' || child instanceof Node) element.append(child)
    else append(element, child)
  }
}
