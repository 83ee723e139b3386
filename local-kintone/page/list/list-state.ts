/** What a list's address says beside the view [WILD]: kintone sorts by `f` + an inner field number; here by the field's code. */
export interface ListState {
  readonly viewId: string | null
  /** The filter of this visit; null leaves the view's own in force. */
  readonly filter: string | null
  readonly sort: string | null
  readonly offset: number
  readonly limit: number
  /** Month of a calendar, `YYYY-MM`; null for this month. */
  readonly month: string | null
}

export const pageSizes = [20, 50, 100] as const

export function readListState(search: string): ListState {
  const params = new URLSearchParams(search)
  const code = params.get('sort_0')
  const size = Number(params.get('size'))
  const offset = Number(params.get('offset'))
  return {
    viewId: params.get('view'),
    filter: params.get('q'),
    sort: code === null ? null : `${code} ${params.get('order_0')?.toLowerCase() === 'desc' ? 'desc' : 'asc'}`,
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
    limit: pageSizes.find((known) => known === size) ?? pageSizes[0],
    month: /^\d{4}-\d{2}$/.test(params.get('date') ?? '') ? params.get('date') : null,
  }
}

export function listSearch({ viewId, filter, sort, offset, limit, month }: ListState): string {
  const params = new URLSearchParams()
  if (viewId !== null) params.set('view', viewId)
  if (filter !== null) params.set('q', filter)
  const [code, order] = sort?.split(' ') ?? []
  if (code !== undefined && order !== undefined) {
    params.set('sort_0', code)
    params.set('order_0', order)
  }
  if (offset > 0) params.set('offset', String(offset))
  if (limit !== pageSizes[0]) params.set('size', String(limit))
  if (month !== null) params.set('date', month)
  const search = params.toString()
  return search === '' ? '' : `?${search}`
}
