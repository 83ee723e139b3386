import {
  createAddress,
  editAddress,
  listAddress,
  phoneCreateAddress,
  phoneEditAddress,
  phoneListAddress,
  phoneRecordAddress,
  phoneReportAddress,
  printAddress,
  recordAddress,
  reportAddress,
  type Place,
} from '../addresses'

interface Params {
  readonly appId?: string
  readonly viewId?: string
  readonly recordId?: string
  readonly reportId?: string
}

type Builder = (place: Place, params: Params) => string

const record = (build: (place: Place, recordId: string) => string): Builder => {
  return (place, { recordId }) => build(place, required('recordId', recordId))
}

/** Pages that exist here, by the names of kintone.buildPageUrl [CD js-api/kintone/build-page-url]. */
const builders: Readonly<Record<string, Builder>> = {
  APP_INDEX: (place, { viewId }) => listAddress(place, viewId),
  APP_CREATE: (place) => createAddress(place),
  APP_DETAIL: record(recordAddress),
  APP_EDIT: record(editAddress),
  APP_PRINT: record(printAddress),
  APP_REPORT: (place, { reportId }) => reportAddress(place, required('reportId', reportId)),
  APP_INDEX_MOBILE: (place, { viewId }) => phoneListAddress(place, viewId),
  APP_CREATE_MOBILE: (place) => phoneCreateAddress(place),
  APP_DETAIL_MOBILE: record(phoneRecordAddress),
  APP_EDIT_MOBILE: record(phoneEditAddress),
  APP_REPORT_MOBILE: (place, { reportId }) => phoneReportAddress(place, required('reportId', reportId)),
}

const portals: Readonly<Record<string, string>> = { PORTAL_TOP: '/k/', PORTAL_TOP_MOBILE: '/k/m/' }

/** kintone.buildPageUrl: the whole address of a page; rejects for a page that the local kintone does not have. */
export async function buildPageUrl(page: string, params: Params, guestSpaceId: string | null): Promise<string> {
  const portal = portals[page]
  if (portal !== undefined) return location.origin + portal
  const builder = builders[page]
  if (builder === undefined) throw new Error(`kintone.buildPageUrl: the local kintone has no page ${page}.`)
  return location.origin + builder({ guestSpaceId, appId: required('appId', params.appId) }, params)
}

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`kintone.buildPageUrl: ${name} is required.`)
  return String(value)
}
