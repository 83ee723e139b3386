/** Addresses of the pages. [WILD] */
export interface Place {
  readonly guestSpaceId: string | null
  readonly appId: string
}

function base({ guestSpaceId }: Pick<Place, 'guestSpaceId'>): string {
  return guestSpaceId === null ? '/k' : `/k/guest/${guestSpaceId}`
}

export function listAddress(place: Place, viewId?: string): string {
  return `${base(place)}/${place.appId}/${viewId === undefined ? '' : `?view=${encodeURIComponent(viewId)}`}`
}

export function recordAddress(place: Place, recordId: string): string {
  return `${base(place)}/${place.appId}/show#record=${encodeURIComponent(recordId)}`
}

export function editAddress(place: Place, recordId: string): string {
  return `${recordAddress(place, recordId)}&mode=edit`
}

/** A new record with the values of another [WILD#19572083474]. */
export function duplicateAddress(place: Place, recordId: string): string {
  return `${createAddress(place)}?record=${encodeURIComponent(recordId)}`
}

export function printAddress(place: Place, recordId: string): string {
  return `${base(place)}/${place.appId}/print?record=${encodeURIComponent(recordId)}`
}

export function reportAddress(place: Place, reportId: string): string {
  return `${base(place)}/${place.appId}/report?report=${encodeURIComponent(reportId)}`
}

export function phoneReportAddress(place: Place, reportId: string): string {
  return `${base(place)}/m/${place.appId}/report?report=${encodeURIComponent(reportId)}`
}

export function createAddress(place: Place): string {
  return `${base(place)}/${place.appId}/edit`
}

export function phoneListAddress(place: Place, viewId?: string): string {
  return `${base(place)}/m/${place.appId}/${viewId === undefined ? '' : `?view=${encodeURIComponent(viewId)}`}`
}

export function phoneRecordAddress(place: Place, recordId: string): string {
  return `${base(place)}/m/${place.appId}/show?record=${encodeURIComponent(recordId)}`
}

export function phoneEditAddress(place: Place, recordId: string): string {
  return `${base(place)}/m/${place.appId}/edit?record=${encodeURIComponent(recordId)}`
}

export function phoneCreateAddress(place: Place): string {
  return `${base(place)}/m/${place.appId}/edit`
}

export function appPluginsAddress(place: Place): string {
  return `${base(place)}/admin/app/${place.appId}/plugin/`
}

export function pluginSettingsAddress(place: Place, pluginId: string): string {
  return `${appPluginsAddress(place)}config?pluginId=${encodeURIComponent(pluginId)}`
}

export function appSettingsAddress(place: Place): string {
  return `${base(place)}/admin/app/flow?app=${encodeURIComponent(place.appId)}`
}
