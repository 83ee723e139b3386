import { fieldsByCode, type Field } from '../fields/field'
import { systemField } from '../fields/field'
import { requiredParameter, usedName } from '../problems'
import { builtinViewStays, invalidInput, noPrivilege, notWithThisToken, unknownSettingsField } from '../refusals'
import { parseCondition, parseSort } from '../query/check'
import type { AppCall } from '../rest/call'
import { flag, integerText, list, map, object, oneOf, read, text, type Of } from '../rest/shape'
import { changeSettings, settingsOf } from './settings'

/** A list of the app as GET views answers it; which of the lower members there are is said by `type`. [SDK:types view.ts] */
export interface View {
  readonly type: 'LIST' | 'CALENDAR' | 'CUSTOM'
  readonly builtinType?: 'ASSIGNEE'
  readonly name: string
  readonly id: string
  readonly filterCond: string
  readonly sort: string
  readonly index: string
  readonly fields?: readonly string[]
  readonly date?: string
  readonly title?: string
  readonly html?: string
  readonly pager?: boolean
  readonly device?: 'DESKTOP' | 'ANY'
}

const viewShape = object(
  { type: oneOf('LIST', 'CALENDAR', 'CUSTOM'), index: integerText(0) },
  {
    name: text(1, 64),
    filterCond: text(),
    sort: text(),
    fields: list(text(1)),
    date: text(1),
    title: text(1),
    html: text(),
    pager: flag,
    device: oneOf('DESKTOP', 'ANY'),
    builtinType: oneOf('ASSIGNEE'),
  },
)
const viewsShape = object({ views: map(viewShape) })
type ViewInput = Of<typeof viewShape>

const MOST_VIEWS = 1_000

export function getViews(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { views: Object.fromEntries(inOrder(settings.views).map((view) => [view.name, view])), revision: String(settings.revision) }
}

/**
 * PUT preview/app/views: the whole set, so views that are not named are deleted. A key is the current name, or the name of a new view.
 * Touching CUSTOM views takes a kintone system administrator and no API token. [CD apps/view/update-views; TIPS
 * customize-view-using-getquery]
 */
export function putViews(call: AppCall): unknown {
  const { views: given } = read(viewsShape, call.input)
  if (given.size > MOST_VIEWS) {
    throw invalidInput({ path: 'views', message: { ja: `一覧は${MOST_VIEWS}個までです。`, en: `Up to ${MOST_VIEWS} views can be added.` } })
  }
  let after: readonly View[] = []
  const revision = changeSettings(call, (settings) => {
    const before = new Map(settings.views.map((view) => [view.name, view]))
    checkCustomRight(call, settings.views, given)
    const names = new Set<string>()
    after = inOrder(
      [...given].map(([key, view]) => {
        const path = `views[${key}]`
        const known = before.get(key)
        const name = view.name ?? key
        if (known === undefined && name !== key) throw invalidInput({ path: `${path}.name`, message: requiredParameter })
        if (names.has(name)) throw invalidInput({ path: `${path}.name`, message: usedName })
        names.add(name)
        const id = known?.id ?? String(5_520_000 + call.state.next('view'))
        return readView(view, name, id, known?.type === view.type ? known : undefined, path, settings.form)
      }),
    ).map((view, index) => ({ ...view, index: String(index) }))
    refuseWithoutBuiltin(after, settings.views)
    return { ...settings, views: after }
  })
  return { views: Object.fromEntries(after.map((view) => [view.name, { id: view.id }])), revision }
}

/** The list "assigned to me" cannot be left out while process management is on. [monosashi docs/KINTONE.md, 2026-08-30] */
function refuseWithoutBuiltin(after: readonly View[], before: readonly View[]): void {
  const builtin = before.find((view) => view.builtinType !== undefined)
  if (builtin !== undefined && !after.some((view) => view.id === builtin.id)) throw builtinViewStays()
}

function checkCustomRight(call: AppCall, before: readonly View[], given: ReadonlyMap<string, ViewInput>): void {
  const touchesCustom = before.some((view) => view.type === 'CUSTOM') || [...given.values()].some((view) => view.type === 'CUSTOM')
  if (!touchesCustom) return
  if (call.caller.via === 'token') throw notWithThisToken()
  if (!call.caller.user.administrator) throw noPrivilege()
}

function readView(view: ViewInput, name: string, id: string, known: View | undefined, path: string, form: readonly Field[]): View {
  const codes = fieldsByCode(form)
  const field = (code: string) => {
    if (!codes.has(code)) throw unknownSettingsField(code)
    return code
  }
  const filterCond = view.filterCond ?? known?.filterCond ?? ''
  const sort = view.sort ?? known?.sort ?? ''
  parseCondition(filterCond, form, `${path}.filterCond`)
  parseSort(sort, form, `${path}.sort`)
  const common = {
    type: view.type,
    name,
    id,
    filterCond,
    sort: sort === '' ? `${systemField(form, 'RECORD_NUMBER').code} desc` : sort,
    index: view.index,
    ...(known?.builtinType && { builtinType: known.builtinType }),
  }
  if (view.type === 'LIST') {
    const fields = view.fields ?? known?.fields
    if (fields === undefined || fields.length === 0) throw invalidInput({ path: `${path}.fields`, message: requiredParameter })
    return { ...common, fields: fields.map(field) }
  }
  if (view.type === 'CALENDAR') {
    const date = view.date ?? known?.date ?? systemField(form, 'UPDATED_TIME').code
    const title = view.title ?? known?.title ?? systemField(form, 'RECORD_NUMBER').code
    return { ...common, date: field(date), title: field(title) }
  }
  return {
    ...common,
    html: view.html ?? known?.html ?? '',
    pager: view.pager ?? known?.pager ?? true,
    device: view.device ?? known?.device ?? 'DESKTOP',
  }
}

function inOrder(views: readonly View[]): readonly View[] {
  return [...views].sort((a, b) => Number(a.index) - Number(b.index))
}
