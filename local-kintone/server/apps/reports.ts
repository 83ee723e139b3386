import { fieldsByCode } from '../fields/field'
import { parseCondition } from '../query/check'
import { requiredParameter, usedName } from '../problems'
import { invalidInput, unknownSettingsField } from '../refusals'
import type { AppCall } from '../rest/call'
import { anyObject, flag, integerText, list, map, object, oneOf, read, text, type Of } from '../rest/shape'
import { statusNames } from './process'
import { changeSettings, settingsOf } from './settings'

const group = object({ code: text(1) }, { per: oneOf('YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE') })
const aggregation = object({ type: oneOf('COUNT', 'SUM', 'AVERAGE', 'MAX', 'MIN') }, { code: text(1) })
const sort = object({ by: oneOf('TOTAL', 'GROUP1', 'GROUP2', 'GROUP3'), order: oneOf('ASC', 'DESC') })
const report = object(
  {
    chartType: oneOf('BAR', 'COLUMN', 'PIE', 'LINE', 'PIVOT_TABLE', 'TABLE', 'AREA', 'SPLINE', 'SPLINE_AREA'),
    index: integerText(0),
    groups: list(group, 1, 3),
    aggregations: list(aggregation, 1, 10),
  },
  {
    name: text(1, 64),
    chartMode: oneOf('NORMAL', 'STACKED', 'PERCENTAGE'),
    filterCond: text(),
    sorts: list(sort, 0, 3),
    periodicReport: object({ active: flag }, { period: anyObject }),
  },
)
const reportsShape = object({ reports: map(report) })
/** [SDK:types report.ts] */
const needsMode: readonly string[] = ['BAR', 'COLUMN', 'AREA', 'SPLINE_AREA']

export type Reports = readonly (Of<typeof report> & { readonly id: string; readonly name: string })[]

/** `periodicReport` is null where it was never configured. [SPEC AppReportsGetReport] */
export function getReports(call: AppCall): unknown {
  const settings = settingsOf(call)
  const reports = [...settings.reports].sort((a, b) => Number(a.index) - Number(b.index))
  return { reports: Object.fromEntries(reports.map((item) => [item.name, { periodicReport: null, ...item }])), revision: String(settings.revision) }
}

/** PUT preview/app/reports: the whole set of graphs, by current name. The stand-in keeps graphs and draws none. */
export function putReports(call: AppCall): unknown {
  const { reports: given } = read(reportsShape, call.input)
  let after: Reports = []
  const revision = changeSettings(call, (settings) => {
    const ids = new Map(settings.reports.map((item) => [item.name, item.id]))
    const codes = fieldsByCode(settings.form)
    const names = new Set<string>()
    after = [...given].map(([key, item]) => {
      const path = `reports[${key}]`
      const name = item.name ?? key
      if (!ids.has(key) && name !== key) throw invalidInput({ path: `${path}.name`, message: requiredParameter })
      if (names.has(name)) throw invalidInput({ path: `${path}.name`, message: usedName })
      names.add(name)
      if (needsMode.includes(item.chartType) && item.chartMode === undefined) {
        throw invalidInput({ path: `${path}.chartMode`, message: requiredParameter })
      }
      for (const { code } of item.groups) if (!codes.has(code)) throw unknownSettingsField(code)
      for (const { type, code } of item.aggregations) if (type !== 'COUNT' && !codes.has(code ?? '')) throw unknownSettingsField(code ?? '')
      parseCondition(item.filterCond ?? '', settings.form, `${path}.filterCond`, statusNames(settings.process))
      return { filterCond: '', sorts: [], ...item, name, id: ids.get(key) ?? String(6_310_000 + call.state.next('report')) }
    })
    return { ...settings, reports: after }
  })
  return { reports: Object.fromEntries(after.map((item) => [item.name, { id: item.id }])), revision }
}
