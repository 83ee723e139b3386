import { duplicateAddress, printAddress } from '../addresses'
import type { AppSettings } from '../app-settings'
import type { AppBoot } from '../boot'
import { el, icon } from '../dom'
import { addLink } from '../list/toolbar'
import { drawMenu } from '../menu'
import { placeOf, type Page } from '../page'
import { settingsLink } from '../shell'
import type { RecordRights } from '../shapes'
import type { RecordMode } from '../stage'
import { drawRecordPager, type Neighbours } from './neighbours'
import type { RecordRoute } from './record-route'

interface ToolbarParts {
  readonly page: Page<AppBoot>
  readonly settings: AppSettings
  readonly route: RecordRoute
  readonly rights: RecordRights
  readonly mode: RecordMode
  /** null for a record that was opened from no list. */
  readonly neighbours: Neighbours | null
  readonly save: () => void
  readonly remove: () => void
}

/** Save and cancel while editing; otherwise what the user has the right to, and the scripts' menu space on the desktop. */
export function drawRecordToolbar(parts: ToolbarParts): HTMLElement {
  const { page, mode } = parts
  const menuSpace = page.boot.page.endsWith('_MOBILE') ? null : page.stage.headerMenuSpace
  const buttons = mode === 'show' ? readButtons(parts) : editButtons(parts)
  return el('div', { class: 'lk-toolbar' }, menuSpace, el('span', { class: 'lk-toolbar-gap' }), buttons)
}

function editButtons({ page, route, save }: ToolbarParts): HTMLElement[] {
  const { texts } = page
  const back = route.recordId === null ? route.list : route.show(route.recordId)
  return [
    el('a', { class: 'lk-button', href: back }, texts.cancel),
    el('button', { type: 'button', class: 'lk-button lk-button-submit', onclick: save }, texts.save),
  ]
}

function readButtons({ page, settings, route, rights, neighbours, remove }: ToolbarParts): (HTMLElement | null)[] {
  const { boot, texts, stage } = page
  const { recordId } = route
  if (recordId === null) return []
  const desktop = boot.page === 'APP_DETAIL'
  const mayAdd = boot.app.permissions.addRecord
  const place = placeOf(page)
  const items = [
    ...(desktop ? [{ label: texts.print, act: () => location.assign(printAddress(place, recordId)) }] : []),
    ...(rights.record.deletable ? [{ label: texts.remove, act: remove }] : []),
  ]
  return [
    neighbours === null ? null : drawRecordPager(page, neighbours),
    mayAdd ? addLink(page) : null,
    rights.record.editable ? stage.parts.register('EditRecordButton', toolLink(route.edit(recordId), texts.edit, 'pencil')) : null,
    desktop && mayAdd && settings.enableDuplicateRecord
      ? stage.parts.register('DuplicateRecordButton', toolLink(duplicateAddress(place, recordId), texts.duplicate, 'copy'))
      : null,
    items.length === 0 ? null : stage.parts.register('OptionsButton', drawMenu(texts.options, items)),
    settingsLink(page),
  ]
}

function toolLink(href: string, label: string, name: 'pencil' | 'copy'): HTMLElement {
  return el('a', { class: 'lk-tool', href, title: label, 'aria-label': label }, icon(name))
}
