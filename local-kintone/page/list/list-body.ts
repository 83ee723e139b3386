import { phoneRecordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el } from '../dom'
import { placeOf, type Page } from '../page'
import { fieldText } from '../record/field-text'
import { placeInAddress } from '../record/neighbours'
import { recordIdOf, type RecordData, type View } from '../shapes'
import { placeInList, type ListBody, type ListParts } from './list-parts'
import { drawTable } from './list-table'
import { drawMonth } from './month'

export function drawListBody(page: Page<AppBoot>, parts: ListParts): ListBody {
  const { view, loaded } = parts
  if (view.type === 'CUSTOM') return { element: customBox(view), cells: new Map(), style: null }
  if (loaded.kind === 'month') return { element: drawMonth(page, parts, loaded), cells: new Map(), style: null }
  const records = loaded.kind === 'page' ? loaded.records : []
  return page.boot.page === 'APP_INDEX_MOBILE' ? cards(page, parts, records) : drawTable(page, parts, records)
}

/**
 * An administrator's html, put in as markup: that is what a custom view is. Scripts in it do not run (innerHTML); whether
 * kintone runs them is not known.
 */
function customBox(view: View): HTMLElement {
  const box = el('div', { class: 'lk-custom-view' })
  box.innerHTML = view.html ?? ''
  return box
}

function cards(page: Page<AppBoot>, parts: ListParts, records: readonly RecordData[]): ListBody {
  const { view, fields } = parts
  const codes = (view.fields ?? []).filter((code) => code in fields)
  const element = el(
    'ul',
    { class: 'lk-cards' },
    records.map((record, index) =>
      el(
        'li',
        {},
        el(
          'a',
          { href: phoneRecordAddress(placeOf(page), recordIdOf(record)) + placeInAddress(placeInList(parts, index)) },
          codes.slice(0, 5).map((code) => {
            const field = record[code]
            if (field === undefined) return null
            const text = fieldText(field, fields[code] ?? null, page.boot.user.timezone)
            return el('div', {}, el('span', { class: 'lk-card-label' }, fields[code]?.label ?? code), el('span', {}, text))
          }),
        ),
      ),
    ),
    records.length === 0 ? el('li', { class: 'lk-empty' }, page.texts.noRecords) : null,
  )
  return { element, cells: new Map(), style: null }
}
