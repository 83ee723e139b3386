/** The lists of the app: our own screens as custom views, and native lists that work without the plug-in. */
import type { ShapeEntry } from '../../ports/app-shape'
import type { Screen } from '../../ports/screens'
import type { FieldCode } from '../fields'
import { all, beforeToday, isLoginUser, isNoneOf, isOneOf, notEmpty } from '../query'
import type { Planned } from './planned'

/** The id of the one element that a custom view's HTML holds; the plug-in draws into it. No rule on kintone's HTML cleaning is known, so it is nothing but a box. */
export const SCREEN_ROOTS = {
  dashboard: 'junshu-dashboard',
  checklist: 'junshu-checklist',
  matrix: 'junshu-matrix',
  documents: 'junshu-documents',
} as const satisfies Readonly<Record<Screen, string>>

/** A view without its place among the others. */
interface ViewSettings {
  readonly type: 'LIST' | 'CALENDAR' | 'CUSTOM'
  readonly name: string
  readonly html?: string
  readonly [setting: string]: unknown
}

/** A view as GET preview/app/views.json gives it. */
export interface View extends ViewSettings {
  readonly index: string
}

/** Answers that leave nothing to do. */
export const CLOSED = ['対応済', '代替策で対応', '対象外'] as const
const SOURCE_ORDER = 'part asc, sort_no asc'
const BY_TARGET = 'target_on asc, part asc, sort_no asc'

const ANSWER_COLUMNS: readonly FieldCode[] = ['item_no', 'title', 'section', 'status', 'owner', 'department', 'target_on', 'round', 'facility']

function screen(name: string, root: Screen): ViewSettings {
  return { type: 'CUSTOM', name, html: `<div id="${SCREEN_ROOTS[root]}"></div>`, pager: false, device: 'ANY' }
}

function list(name: string, filterCond: string, fields: readonly FieldCode[] = ANSWER_COLUMNS, sort = SOURCE_ORDER): ViewSettings {
  return { type: 'LIST', name, filterCond, sort, fields }
}

export const VIEWS: readonly ViewSettings[] = [
  screen('ダッシュボード', 'dashboard'),
  screen('チェックリスト', 'checklist'),
  screen('責任分担表', 'matrix'),
  screen('文献と照会', 'documents'),
  list('自分の担当', isLoginUser('owner'), ANSWER_COLUMNS, BY_TARGET),
  list('期限超過', all(notEmpty('target_on'), beforeToday('target_on'), isNoneOf('status', CLOSED)), ANSWER_COLUMNS, BY_TARGET),
  list('未評価', isOneOf('status', ['未評価'])),
  list('要NDA・未照会', all(isOneOf('disclosure', ['要NDA']), isOneOf('inquiry', ['未照会'])), ['item_no', 'title', 'section', 'documents', 'inquiry', 'owner', 'round', 'facility']),
  list('サイボウズ未適合', isOneOf('suitability', ['未適合']), ['item_no', 'title', 'section', 'suitability', 'status', 'owner', 'target_on', 'round', 'facility']),
  { type: 'CALENDAR', name: '目標日カレンダー', filterCond: '', sort: SOURCE_ORDER, date: 'target_on', title: 'title' },
]

/** The lists of an app that does without some fields. */
export function viewsWithout(leftOut: ReadonlySet<string>): readonly ViewSettings[] {
  return VIEWS.map((view) => (view.type === 'LIST' ? { ...view, fields: (view['fields'] as readonly string[]).filter((code) => !leftOut.has(code)) } : view))
}

/** kintone deletes lists that are left out, so all of them are sent, or none. */
export function planViews(current: Readonly<Record<string, View>>, desired: readonly ViewSettings[]): Planned<Readonly<Record<string, View>>> {
  const entries: ShapeEntry[] = []
  const all: Record<string, View> = { ...current }
  let next = Math.max(-1, ...Object.values(current).map(({ index }) => Number(index))) + 1
  let changes = false
  for (const wish of desired) {
    const there = current[wish.name]
    if (!there) {
      all[wish.name] = { ...wish, index: String(next++) }
      entries.push({ part: 'view', name: wish.name, verdict: 'added' })
      changes = true
    } else if (there.type !== wish.type) {
      entries.push({ part: 'view', name: wish.name, verdict: 'inTheWay', why: 'type' })
    } else if (wish.html !== undefined && (there.html?.includes(wish.html) !== true || there['device'] !== wish['device'])) {
      // The columns and filters of a list are the user's to change; the box that a screen is drawn into, and that phones are offered it, is not.
      const html = there.html?.includes(wish.html) ? there.html : wish.html
      all[wish.name] = { ...there, html, device: wish['device'] }
      const [from, to] = there.html === html ? [there['device'], wish['device']] : [there.html, html]
      entries.push({ part: 'view', name: wish.name, verdict: 'changed', from: String(from ?? ''), to: String(to) })
      changes = true
    } else {
      entries.push({ part: 'view', name: wish.name, verdict: 'unchanged' })
    }
  }
  const names = new Set(desired.map(({ name }) => name))
  // A builtin list is kintone's own, not the user's.
  for (const view of Object.values(current)) if (!names.has(view.name) && !view['builtinType']) entries.push({ part: 'view', name: view.name, verdict: 'foreign' })
  return { entries, write: changes ? all : null }
}
