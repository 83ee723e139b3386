import { recordAddress, phoneRecordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { placeOf, type Page } from '../page'
import { RestFailure } from '../rest'
import { recordIdOf, textOf, type FieldProperties, type FieldProperty, type RecordData } from '../shapes'
import { fieldText } from './field-text'

/** Records of another app that belong to this one, drawn when they have come: read as the user, the first `size` of them. */
export function drawRelatedList(page: Page<AppBoot>, property: FieldProperty, record: RecordData): HTMLElement {
  const box = el('div', { class: 'lk-related' })
  void load(page, property, record).then(
    (found) => fill(box, found === null ? page.texts.noRecords : drawRecords(page, property, found)),
    (error: unknown) => {
      // No right to the other app: kintone shows no list then either (guess).
      if (!(error instanceof RestFailure)) throw error
      fill(box, error.message)
    },
  )
  return box
}

interface Found {
  readonly fields: FieldProperties
  readonly records: readonly RecordData[]
}

async function load(page: Page<AppBoot>, { referenceTable }: FieldProperty, record: RecordData): Promise<Found | null> {
  const key = textOf(record[referenceTable?.condition.field ?? '']?.value)
  if (referenceTable === undefined || referenceTable === null || key === '') return null
  const { relatedApp, condition, filterCond, sort, size } = referenceTable
  const same = `${condition.relatedField} = "${key.replace(/[\\"]/g, '\\$&')}"`
  const where = filterCond === '' ? same : `${same} and (${filterCond})`
  const query = `${where} order by ${sort === '' ? '$id desc' : sort} limit ${size}`
  const [{ properties }, { records }] = await Promise.all([
    page.rest.call<{ properties: FieldProperties }>('GET', 'app/form/fields', { app: relatedApp.app, lang: 'user' }),
    page.rest.call<{ records: readonly RecordData[] }>('GET', 'records', { app: relatedApp.app, query }),
  ])
  return records.length === 0 ? null : { fields: properties, records }
}

function drawRecords(page: Page<AppBoot>, { referenceTable }: FieldProperty, { fields, records }: Found): HTMLElement {
  const codes = (referenceTable?.displayFields ?? []).filter((code) => code in fields)
  const place = { ...placeOf(page), appId: referenceTable?.relatedApp.app ?? '' }
  const address = page.boot.page === 'APP_DETAIL_MOBILE' ? phoneRecordAddress : recordAddress
  const text = (record: RecordData, code: string) => {
    const field = record[code]
    return field === undefined ? '' : fieldText(field, fields[code] ?? null, page.boot.user.timezone)
  }
  const heads = codes.map((code) => el('th', { scope: 'col' }, fields[code]?.label ?? code))
  const drawRow = (record: RecordData) => {
    const link = el('a', { href: address(place, recordIdOf(record)), 'aria-label': page.texts.showRecord }, '▤')
    return el('tr', {}, el('td', {}, link), codes.map((code) => el('td', {}, text(record, code))))
  }
  return el('table', { class: 'lk-table' }, el('thead', {}, el('tr', {}, el('th', {}), heads)), el('tbody', {}, records.map(drawRow)))
}
