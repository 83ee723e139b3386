import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { attempt, type Page } from '../page'
import type { FieldProperties, Lookup, RecordData } from '../shapes'
import { fieldText } from './field-text'

const PAGE = 20

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`
const both = (...conditions: readonly string[]) => conditions.filter((condition) => condition !== '').map((condition) => `(${condition})`).join(' and ')

/** The records of the other app that have this key: two at most, since more than one is all that counts. */
export async function sourcesWith(page: Page<AppBoot>, lookup: Lookup, key: string): Promise<readonly RecordData[]> {
  return ask(page, lookup, `${both(`${lookup.relatedKeyField} = ${quoted(key)}`, lookup.filterCond)} limit 2`)
}

async function ask(page: Page<AppBoot>, { relatedApp }: Lookup, query: string): Promise<readonly RecordData[]> {
  return (await page.rest.call<{ records: readonly RecordData[] }>('GET', 'records', { app: relatedApp.app, query })).records
}

/**
 * Has a person pick a record of the other app: its key and the fields that the lookup names for picking, searched by words, 20 a page.
 * null if the dialog was left. [HELP app/form/lookup; the dialog's look and words: guess]
 */
export async function pickSource(page: Page<AppBoot>, lookup: Lookup, typed: string): Promise<RecordData | null> {
  const { texts, rest, ui } = page
  const { properties } = await rest.call<{ properties: FieldProperties }>('GET', 'app/form/fields', { app: lookup.relatedApp.app, lang: 'user' })
  const { relatedKeyField } = lookup
  const codes = [relatedKeyField, ...lookup.lookupPickerFields.filter((code) => code !== relatedKeyField && code in properties)]
  const isText = properties[relatedKeyField]?.type !== 'NUMBER' && properties[relatedKeyField]?.type !== 'RECORD_NUMBER'
  let picked: RecordData | null = null
  let offset = 0

  const search = el('input', { type: 'search', value: typed, 'aria-label': texts.lookupSearch })
  const list = el('div', { class: 'lk-pick' })
  const dialog = ui.dialog({ title: texts.lookupPick, body: el('div', {}, searchBar(), list), showCancelButton: true, showCloseButton: true })

  function searchBar(): HTMLElement {
    const again = (event: Event): void => {
      event.preventDefault()
      offset = 0
      attempt(page, show)
    }
    return el('form', { class: 'lk-pick-search', onsubmit: again }, search, el('button', { type: 'submit', class: 'lk-button' }, texts.search))
  }

  const row = (record: RecordData): HTMLElement => {
    const take = (): void => {
      picked = record
      dialog.close()
    }
    const text = (code: string) => (record[code] === undefined ? '' : fieldText(record[code], properties[code] ?? null, page.boot.user.timezone))
    const choose = el('button', { type: 'button', class: 'lk-button', 'aria-label': `${texts.pick}: ${text(relatedKeyField)}`, onclick: take }, texts.pick)
    return el('tr', {}, el('td', {}, choose), codes.map((code) => el('td', {}, text(code))))
  }

  async function show(): Promise<void> {
    const word = search.value.trim()
    const named = word === '' ? '' : `${relatedKeyField} ${isText ? 'like' : '='} ${quoted(word)}`
    const order = lookup.sort === '' ? '$id desc' : lookup.sort
    const found = await ask(page, lookup, `${both(named, lookup.filterCond)} order by ${order} limit ${PAGE + 1} offset ${offset}`)
    const turn = (label: string, by: number, there: boolean) =>
      there ? el('button', { type: 'button', class: 'lk-button', onclick: () => { offset += by; attempt(page, show) } }, label) : null
    const heads = codes.map((code) => el('th', { scope: 'col' }, properties[code]?.label ?? code))
    fill(
      list,
      found.length === 0
        ? el('p', { class: 'lk-empty' }, texts.lookupNotFound)
        : el('table', { class: 'lk-table' }, el('thead', {}, el('tr', {}, el('th', {}), heads)), el('tbody', {}, found.slice(0, PAGE).map(row))),
      el('div', { class: 'lk-pick-pages' }, turn(texts.previousPage, -PAGE, offset > 0), turn(texts.nextPage, PAGE, found.length > PAGE)),
    )
  }

  await show()
  await dialog.show()
  return picked
}
