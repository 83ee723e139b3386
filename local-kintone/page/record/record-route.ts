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
import { readActionSource, type ActionSource } from './app-actions'
import { placeInAddress, readPlace, type ListPlace } from './neighbours'

/** Which record is open and how, by the address, and the addresses that a record page leads to. */
export interface RecordRoute {
  readonly mode: RecordMode
  readonly recordId: string | null
  /** The record that a new one begins as a copy of. */
  readonly sourceId: string | null
  /** The app action that a new one begins with. */
  readonly action: ActionSource | null
  /** The list that the record was opened from. */
  readonly place: ListPlace | null
  /** What the side bar opens at, if the address says: `tab=history` or `tab=comments` (WILD). */
  readonly tab: string | null
  readonly show: (recordId: string, place?: ListPlace) => string
  readonly edit: (recordId: string) => string
  readonly create: string
  readonly list: string
}

/**
 * Desktop: the record and the mode are in the hash (WILD), so turning from one to the other loads nothing. Printing and
 * duplicating name the record in the query.
 */
export function desktopRoute(page: Page<AppBoot>): RecordRoute {
  const place = placeOf(page)
  const hash = new URLSearchParams(location.hash.slice(1))
  const query = new URLSearchParams(location.search)
  const { page: name } = page.boot
  const creating = name === 'APP_CREATE'
  const printing = name === 'APP_PRINT'
  const listed = readPlace(hash)
  const action = creating ? readActionSource(location.search) : null
  return {
    mode: creating ? 'create' : printing ? 'print' : hash.get('mode') === 'edit' ? 'edit' : 'show',
    recordId: creating ? null : printing ? query.get('record') : hash.get('record'),
    sourceId: creating && action === null ? query.get('record') : null,
    action,
    place: listed,
    tab: hash.get('tab'),
    show: (recordId, at) => recordAddress(place, recordId) + placeInAddress(at ?? listed),
    edit: (recordId) => editAddress(place, recordId) + placeInAddress(listed),
    create: createAddress(place),
    list: listAddress(place),
  }
}

/** Phone: the record is in the query and every mode is a page of its own (WILD; the edit page's address: WILD#65721109836). */
export function phoneRoute(page: Page<AppBoot>): RecordRoute {
  const place = placeOf(page)
  const modes = { APP_DETAIL_MOBILE: 'show', APP_EDIT_MOBILE: 'edit', APP_CREATE_MOBILE: 'create' } as const
  const { page: name } = page.boot
  const query = new URLSearchParams(location.search)
  const listed = readPlace(query)
  const action = name === 'APP_CREATE_MOBILE' ? readActionSource(location.search) : null
  return {
    mode: name === 'APP_DETAIL_MOBILE' || name === 'APP_EDIT_MOBILE' || name === 'APP_CREATE_MOBILE' ? modes[name] : 'show',
    recordId: name === 'APP_CREATE_MOBILE' ? null : query.get('record'),
    sourceId: null,
    action,
    place: listed,
    tab: null,
    show: (recordId, at) => phoneRecordAddress(place, recordId) + placeInAddress(at ?? listed),
    edit: (recordId) => phoneEditAddress(place, recordId) + placeInAddress(listed),
    create: phoneCreateAddress(place),
    list: phoneListAddress(place),
  }
}
