import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import type { FieldProperties } from '../shapes'
import type { Bucket } from './aggregate'
import type { Aggregation, Report } from './reports'

/** Further bars are left out; the table below has every number. */
const mostBars = 50
const tableTypes: readonly string[] = ['TABLE', 'PIVOT_TABLE']

/** A graph as bars of its first aggregation (one look for all kinds of chart) and the table of all numbers. */
export function drawReport(page: Page<AppBoot>, report: Report, buckets: readonly Bucket[], fields: FieldProperties): HTMLElement {
  const { texts } = page
  const bars = tableTypes.includes(report.chartType) ? null : drawBars(page, buckets)
  return el(
    'section',
    { class: 'lk-panel lk-report-panel' },
    el('h1', {}, report.name),
    buckets.length === 0 ? el('p', { class: 'lk-empty' }, texts.noRecords) : [bars, drawTable(page, report, buckets, fields)],
  )
}

function drawBars(page: Page<AppBoot>, buckets: readonly Bucket[]): HTMLElement {
  const shown = buckets.slice(0, mostBars)
  const largest = Math.max(...shown.map(({ values }) => Math.abs(values[0] ?? 0)), 0)
  return el(
    'div',
    { class: 'lk-bars', 'aria-hidden': 'true' },
    shown.map(({ groups, values }) => {
      const share = largest === 0 ? 0 : (Math.abs(values[0] ?? 0) / largest) * 100
      return el(
        'div',
        { class: 'lk-bar-row' },
        el('span', { class: 'lk-bar-label' }, groups.map((group) => groupText(page, group)).join(' / ')),
        el('span', { class: 'lk-bar-track' }, el('span', { class: 'lk-bar', style: `width: ${share.toFixed(2)}%` })),
        el('span', { class: 'lk-bar-value' }, numberText(values[0] ?? null)),
      )
    }),
  )
}

function drawTable(
  page: Page<AppBoot>,
  { groups, aggregations }: Report,
  buckets: readonly Bucket[],
  fields: FieldProperties,
): HTMLElement {
  const heads = [...groups.map(({ code }) => labelOf(fields, code)), ...aggregations.map((one) => aggregationText(page, one, fields))]
  return el(
    'div',
    { class: 'lk-report-table' },
    el(
      'table',
      { class: 'lk-table' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          heads.map((text) => el('th', { scope: 'col' }, text)),
        ),
      ),
      el(
        'tbody',
        {},
        buckets.map((bucket) =>
          el(
            'tr',
            {},
            bucket.groups.map((group) => el('td', {}, groupText(page, group))),
            bucket.values.map((value) => el('td', { class: 'lk-number' }, numberText(value))),
          ),
        ),
      ),
    ),
  )
}

function groupText({ texts }: Page<AppBoot>, group: string): string {
  return group === '' ? texts.emptyGroup : group
}

function aggregationText({ texts }: Page<AppBoot>, { type, code }: Aggregation, fields: FieldProperties): string {
  return type === 'COUNT' ? texts.aggregations.COUNT : `${texts.aggregations[type]}: ${labelOf(fields, code ?? '')}`
}

function labelOf(fields: FieldProperties, code: string): string {
  const inner = Object.values(fields).find((field) => field.fields !== undefined && code in field.fields)?.fields?.[code]
  return fields[code]?.label ?? inner?.label ?? code
}

/** At most four decimals, without the noise of binary sums. */
function numberText(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 4 })
}
