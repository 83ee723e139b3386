import { el } from '../dom'
import { showFailure, type Page } from '../page'
import { filesOf, textOf, type FieldProperty, type FieldValue } from '../shapes'
import { fieldText } from './field-text'
import { richNodes } from './rich-text'

const linkPrefix = { WEB: '', CALL: 'tel:', MAIL: 'mailto:' } as const

/** A field's value for reading: text, or links for LINK and FILE. */
export function showField(page: Page, field: FieldValue, property: FieldProperty | null): Node {
  if (field.type === 'LINK') return link(textOf(field.value), property)
  if (field.type === 'RICH_TEXT') return richNodes(textOf(field.value))
  if (field.type === 'FILE')
    return el(
      'ul',
      { class: 'lk-files' },
      filesOf(field.value).map((file) => el('li', {}, downloadButton(page, file.fileKey, file.name))),
    )
  return document.createTextNode(fieldText(field, property, page.boot.user.timezone))
}

/** kintone links only web addresses of http and https; anything else stays text. */
function link(text: string, property: FieldProperty | null): Node {
  const prefix = linkPrefix[property?.protocol ?? 'WEB']
  if (text === '' || (prefix === '' && !/^https?:\/\//i.test(text))) return document.createTextNode(text)
  return el('a', { href: prefix + text, target: '_blank', rel: 'noopener noreferrer' }, text)
}

function downloadButton(page: Page, fileKey: string, name: string): HTMLElement {
  const save = async (): Promise<void> => {
    const address = URL.createObjectURL(await page.rest.download(fileKey))
    el('a', { href: address, download: name }).click()
    URL.revokeObjectURL(address)
  }
  return el(
    'button',
    { type: 'button', class: 'lk-link', onclick: () => void save().catch((error: unknown) => showFailure(page, error)) },
    name,
  )
}
