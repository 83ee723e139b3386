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
  readonly show: (recordId: string) => string
  readonly edit: (recordId: string) => string
  readonly create: string
  readonly list: string
}

/** Desktop: the record and the mode are in the hash (kintone.md 8), so turning from one to the other loads nothing. */
export function desktopRoute(page: Page<AppBoot>): RecordRoute {
  const place = placeOf(page)
  const hash = new URLSearchParams(location.hash.slice(1))
  const creating = page.boot.page === 'APP_CREATE'
  return {
    mode: creating ? 'create' : hash.get('mode') === 'edit' ? 'edit' : 'show',
    recordId: creating ? null : hash.get('record'),
    show: (recordId) => recordAddress(place, recordId),
    edit: (recordId) => editAddress(place, recordId),
    create: createAddress(place),
    list: listAddress(place),
  }
}

/** Phone: the record is in the query and every mode is a page of its own (kintone.md 8; the edit page's address is a guess). */
export function phoneRoute(page: Page<AppBoot>): RecordRoute {
  const place = placeOf(page)
  const modes = { APP_DETAIL_MOBILE: 'show', APP_EDIT_MOBILE: 'edit', APP_CREATE_MOBILE: 'create' } as const
  const { page: name } = page.boot
  return {
    mode: name === 'APP_DETAIL_MOBILE' || name === 'APP_EDIT_MOBILE' || name === 'APP_CREATE_MOBILE' ? modes[name] : 'show',
    recordId: new URLSearchParams(location.search).get('record'),
    show: (recordId) => phoneRecordAddress(place, recordId),
    edit: (recordId) => phoneEditAddress(place, recordId),
    create: phoneCreateAddress(place),
    list: phoneListAddress(place),
  }
}
