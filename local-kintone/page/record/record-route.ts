import {
  createAddress,
  editAddress,
  listAddress,
  phoneCreateAddress,
  phoneEditAddress,
  phoneListAddress,
  phoneRecordAddress,
  recordAddress,
} from '../addresses'
import type { AppBoot } from '../boot'
import { placeOf, type Page } from '../page'
import type { RecordMode } from '../stage'

/** Which record is open and how, by the address, and the addresses that a record page leads to. */
export interface RecordRoute {
  readonly mode: RecordMode
  readonly recordId: string | null
  /** The record that a new one begins as a copy of. */
  readonly sourceId: string | null
  /** What the side bar opens at, if the address says: `tab=history` or `tab=comments` (WILD). */
  readonly tab: string | null
  readonly show: (recordId: string) => string
  readonly edit: (recordId: string) => string
  readonly create: string
  readonly list: string
}

/**
 * Desktop: the record and the mode are in the hash (kintone.md 8), so turning from one to the other loads nothing. Printing and
 * duplicating name the record in the query.
 */
export function desktopRoute(page: Page<AppBoot>): RecordRoute {
  const place = placeOf(page)
  const hash = new URLSearchParams(location.hash.slice(1))
  const query = new URLSearchParams(location.search)
  const { page: name } = page.boot
  const creating = name === 'APP_CREATE'
  const printing = name === 'APP_PRINT'
  return {
    mode: creating ? 'create' : printing ? 'print' : hash.get('mode') === 'edit' ? 'edit' : 'show',
    recordId: creating ? null : printing ? query.get('record') : hash.get('record'),
    sourceId: creating ? query.get('record') : null,
    tab: hash.get('tab'),
    show: (recordId) => recordAddress(place, recordId),
    edit: (recordId) => editAddress(place, recordId),
    create: createAddress(place),
    list: listAddress(place),
  }
}

/** Phone: the record is in the query and every mode is a page of its own (kintone.md 8; the edit page's address: WILD#65721109836). */
export function phoneRoute(page: Page<AppBoot>): RecordRoute {
  const place = placeOf(page)
  const modes = { APP_DETAIL_MOBILE: 'show', APP_EDIT_MOBILE: 'edit', APP_CREATE_MOBILE: 'create' } as const
  const { page: name } = page.boot
  return {
    mode: name === 'APP_DETAIL_MOBILE' || name === 'APP_EDIT_MOBILE' || name === 'APP_CREATE_MOBILE' ? modes[name] : 'show',
    recordId: new URLSearchParams(location.search).get('record'),
    sourceId: null,
    tab: null,
    show: (recordId) => phoneRecordAddress(place, recordId),
    edit: (recordId) => phoneEditAddress(place, recordId),
    create: phoneCreateAddress(place),
    list: phoneListAddress(place),
  }
}
