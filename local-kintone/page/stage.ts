import type { AppBoot } from './boot'
import type { FieldProperties, LayoutRow, RecordData, RecordRights, View } from './shapes'

/**
 * What the JavaScript API sees of the page that is open. A page sets its part when it draws and the functions of `kintone` read it;
 * where a page has no such part the API answers null, as kintone does outside the pages of a function.
 */
export class Stage {
  list: ListStage | null = null
  record: RecordStage | null = null
  /** Below the header of the phone pages, and on the list of the desktop between toolbar and list. */
  headerSpace: HTMLElement | null = null
  headerMenuSpace: HTMLElement | null = null
}

export interface ListStage {
  readonly view: View
  readonly views: readonly View[]
  /** '' if nothing narrows the list. */
  readonly condition: string
  /** The condition with order by, limit and offset. */
  readonly query: string
  fieldElements(code: string): readonly HTMLElement[] | null
}

export type RecordMode = 'show' | 'edit' | 'create'

export interface RecordStage {
  readonly mode: RecordMode
  readonly recordId: number | null
  readonly rights: RecordRights
  get(): { record: RecordData }
  set(changed: { record: RecordData }): void
  fieldElement(code: string): HTMLElement | null
  spaceElement(elementId: string): HTMLElement | null
  setFieldShown(code: string, shown: boolean): void
  setGroupOpen(code: string, open: boolean): void
}

/** The form of an app as both record pages and lists need it. */
export interface AppForm {
  readonly fields: FieldProperties
  readonly layout: readonly LayoutRow[]
}

/** Prefix of event names on the page: phone pages have their own twins. */
export function eventPrefix(page: AppBoot['page']): string {
  return page.endsWith('_MOBILE') ? 'mobile.app.record' : 'app.record'
}
