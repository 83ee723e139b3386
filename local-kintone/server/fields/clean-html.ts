/*
 * What kintone takes out of a rich text before it keeps it. That scripts do not survive is known; which elements and attributes go exactly is
 * a guess (behaviour.md). What has nothing of the kind stays as it is, to the letter.
 */

/** Gone with everything inside them. */
const goneWhole = new Set(['script', 'style', 'iframe', 'object', 'noscript', 'template', 'svg', 'math', 'title', 'xmp'])
/** Gone themselves; what is inside them stays. */
const goneTags = new Set(['embed', 'applet', 'link', 'meta', 'base', 'frame', 'frameset', 'form', 'input', 'button', 'select', 'option', 'textarea'])
const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'background', 'xlink:href', 'poster', 'data'])

const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)(?:>|$)/gi
const attribute = /([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g

/** A rich text without scripts, handlers of events and addresses that run something. */
export function cleanHtml(html: string): string {
  let inside: string | null = null
  let cleaned = ''
  let end = 0
  for (const match of html.matchAll(token)) {
    const [whole, slash = '', tag = '', attributes = ''] = match
    const name = tag.toLowerCase()
    if (inside === null) cleaned += html.slice(end, match.index)
    end = match.index + whole.length
    if (inside !== null) {
      if (slash === '/' && name === inside) inside = null
    } else if (goneWhole.has(name)) {
      if (slash === '' && !attributes.endsWith('/')) inside = name
    } else if (name !== '' && !goneTags.has(name)) {
      cleaned += isHarmless(attributes) ? whole : `<${slash}${tag}${harmlessOf(attributes)}>`
    }
  }
  return inside === null ? cleaned + html.slice(end) : cleaned
}

function isHarmless(attributes: string): boolean {
  return [...attributes.matchAll(attribute)].every(([, name = '', value = '']) => mayStay(name, value))
}

function harmlessOf(attributes: string): string {
  const kept = [...attributes.matchAll(attribute)].filter(([, name = '', value = '']) => mayStay(name, value))
  return kept.map(([whole]) => ` ${whole}`).join('')
}

function mayStay(name: string, value: string): boolean {
  const key = name.toLowerCase()
  if (key.startsWith('on') || key === 'srcdoc') return false
  return !addressAttributes.has(key) || !runsSomething(value)
}

/** Blanks and character references inside of a scheme's name do not save it. */
function runsSomething(value: string): boolean {
  const plain = value
    .replace(/^["']|["']$/g, '')
    .replace(/&#(x?)([\da-f]+);?/gi, (_, hex: string, code: string) => String.fromCodePoint(Math.min(parseInt(code, hex === '' ? 10 : 16) || 0, 0x10ffff)))
    .replace(/&(?:tab|newline);/gi, '')
    .replace(/&colon;/gi, ':')
    .replace(/[\p{Cc}\s]/gu, '')
  return /^(?:javascript|vbscript|data:(?!image\/))/i.test(plain)
}
