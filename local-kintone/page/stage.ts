import type { AppBoot } from './boot'
import type { Description } from './description'
import type { ListStyle } from './list/list-style'
import { Parts } from './parts'
import type { Process } from './record/process'
import type { SideBar } from './record/side-bar'
import type { Report } from './report/reports'
import type { FieldProperties, LayoutRow, RecordData, RecordRights, View } from './shapes'

/**
 * What the JavaScript API sees of the page that is open. A page sets its part when it draws and the functions of `kintone` read it;
 * where a page has no such part the API answers null, as kintone does outside the pages of a function.
 */
export class Stage {
  list: ListStage | null = null
  record: RecordStage | null = null
  report: ReportStage | null = null
  /** Below the header of the phone pages, and on the list of the desktop between toolbar and list. */
  headerSpace: HTMLElement | null = null
  headerMenuSpace: HTMLElement | null = null
  description: Description | null = null
  /** Comments and history beside a record of the desktop. */
  sideBar: SideBar | null = null
  /** null until the form was read. */
  fields: FieldProperties | null = null
  readonly parts = new Parts()
}

interface ListStage {
  readonly view: View
  readonly views: readonly View[]
  readonly reports: readonly Report[]
  /** '' if nothing narrows the list. */
  readonly condition: string
  /** The condition with order by, limit and offset. */
  readonly query: string
  /** null where the list is no table. */
  readonly style: ListStyle | null
  fieldElements(code: string): readonly HTMLElement[] | null
}

interface ReportStage {
  readonly views: readonly View[]
  readonly reports: readonly Report[]
  readonly condition: string
  readonly query: string
}

/** `print` is a page to look at, without buttons. */
export type RecordMode = 'show' | 'edit' | 'create' | 'print'

interface RecordStage {
  readonly mode: RecordMode
  readonly recordId: number | null
  readonly rights: RecordRights
  readonly process: Process | null
  get(): { record: RecordData }
  set(changed: { record: RecordData }): void
  fieldElement(code: string): HTMLElement | null
  spaceElement(elementId: string): HTMLElement | null
  setFieldShown(code: string, shown: boolean): void
  /** null if the page has no such field or space. */
  isFieldShown(code: string): boolean | null
  setGroupOpen(code: string, open: boolean): void
  isGroupOpen(code: string): boolean | null
  setFieldStyle(code: string, config: unknown): void
  fieldStyle(code: string): unknown
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
