import { placeOf, type Page } from '../page'
import type { AppBoot } from '../boot'
import type { AppForm } from '../stage'
import type { FieldProperties, LayoutCell, LayoutRow, View } from '../shapes'

/** The id of kintone's built-in list of everything, which REST does not tell; 20 as seen in addresses, a guess (behaviour.md). */
const allViewId = '20'

/** Views in their order with the built-in （すべて） at the end. A phone is not offered custom views for the desktop (WILD). */
export async function loadViews(page: Page<AppBoot>, form: AppForm): Promise<readonly View[]> {
  const { appId } = placeOf(page)
  const { views } = await page.rest.call<{ views: Readonly<Record<string, View>> }>('GET', 'app/views', { app: appId, lang: 'user' })
  const phone = page.boot.page.endsWith('_MOBILE')
  const offered = Object.values(views).filter((view) => !(phone && view.type === 'CUSTOM' && view.device !== 'ANY'))
  return [...offered.toSorted((a, b) => Number(a.index) - Number(b.index)), allView(page.texts.all, form)]
}

export async function loadForm(page: Page<AppBoot>): Promise<AppForm> {
  const params = { app: page.boot.app.id, lang: 'user' }
  const [{ properties }, { layout }] = await Promise.all([
    page.rest.call<{ properties: FieldProperties }>('GET', 'app/form/fields', params),
    page.rest.call<{ layout: readonly LayoutRow[] }>('GET', 'app/form/layout', params),
  ])
  return { fields: properties, layout }
}

function allView(name: string, { fields, layout }: AppForm): View {
  const inLayout = layout.flatMap(cellsOf).flatMap(({ code }) => (code === undefined ? [] : [code]))
  const number = Object.values(fields).find(({ type }) => type === 'RECORD_NUMBER')
  const codes = [...(number === undefined ? [] : [number.code]), ...inLayout.filter((code) => code !== number?.code)]
  return { type: 'LIST', builtinType: 'ALL', name, id: allViewId, index: '-1', filterCond: '', sort: '', fields: codes }
}

function cellsOf(row: LayoutRow): readonly LayoutCell[] {
  if (row.type === 'ROW') return row.fields
  return row.type === 'GROUP' ? row.layout.flatMap(cellsOf) : [{ type: 'SUBTABLE', code: row.code }]
}
