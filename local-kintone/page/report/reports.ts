import type { AppBoot } from '../boot'
import type { Page } from '../page'

export type Per = 'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR' | 'MINUTE'

interface ReportGroup {
  readonly code: string
  readonly per?: Per
}

export interface Aggregation {
  readonly type: 'COUNT' | 'SUM' | 'AVERAGE' | 'MAX' | 'MIN'
  readonly code?: string
}

interface ReportSort {
  readonly by: 'TOTAL' | 'GROUP1' | 'GROUP2' | 'GROUP3'
  readonly order: 'ASC' | 'DESC'
}

/** A graph of an app [SDK:types report.ts]; only the members that are used here. */
export interface Report {
  readonly id: string
  readonly name: string
  readonly index: string
  readonly chartType: string
  readonly chartMode?: 'NORMAL' | 'STACKED' | 'PERCENTAGE'
  readonly groups: readonly ReportGroup[]
  readonly aggregations: readonly Aggregation[]
  readonly filterCond: string
  readonly sorts: readonly ReportSort[]
  readonly periodicReport: { readonly active: boolean } | null
}

/** The app's graphs in their order. */
export async function loadReports(page: Page<AppBoot>): Promise<readonly Report[]> {
  const params = { app: page.boot.app.id, lang: 'user' }
  const { reports } = await page.rest.call<{ reports: Readonly<Record<string, Report>> }>('GET', 'app/reports', params)
  return Object.values(reports).toSorted((a, b) => Number(a.index) - Number(b.index))
}
