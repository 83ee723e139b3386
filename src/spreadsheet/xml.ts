/** Goes through an XML text, tag by tag. Knows as much of XML as spreadsheets use; a document type is refused, because entities of one's own can swell without end. */

interface XmlVisitor {
  /** `name` without its prefix; `attributes` as they stand in the tag. False ends the walk. */
  open(name: string, attributes: string): boolean | void
  close(name: string): boolean | void
  /** Entities as they stand */
  text(xml: string): void
}

/** False if the text is cut off or no XML that we take. */
export function walkXml(xml: string, visitor: XmlVisitor): boolean {
  let depth = 0
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at)
    if (tag === -1) return depth === 0
    if (tag > at) visitor.text(xml.slice(at, tag))
    if (xml.startsWith('<!DOCTYPE', tag)) return false
    const [opening, closing] = xml.startsWith('<!--', tag) ? ['<!--', '-->'] : xml.startsWith('<![CDATA[', tag) ? ['<![CDATA[', ']]>'] : ['<', '>']
    const end = xml.indexOf(closing, tag + opening.length)
    if (end === -1) return false
    at = end + closing.length
    const inside = xml.slice(tag + opening.length, end)
    if (opening === '<![CDATA[') visitor.text(inside.replaceAll('&', '&amp;'))
    if (opening !== '<' || inside.startsWith('?')) continue
    if (inside.startsWith('/')) {
      depth -= 1
      if (visitor.close(localName(inside.slice(1))) === false) return true
      continue
    }
    const isEmpty = inside.endsWith('/')
    const name = localName(/^[^\s/]+/.exec(inside)?.[0] ?? '')
    if (visitor.open(name, inside) === false) return true
    if (isEmpty) {
      if (visitor.close(name) === false) return true
    } else depth += 1
  }
  return depth === 0
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).trim()
}

/** An attribute's value, entities as they stand, or null. `name` may be written with a prefix in the text. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? (found[1] ?? found[2] ?? '') : null
}
