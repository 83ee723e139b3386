import { listAddress, phoneListAddress, phoneReportAddress, reportAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { addLink } from '../list/toolbar'
import { chooseReport, drawSelector } from '../list/selector'
import { loadForm, loadViews } from '../list/views'
import { placeOf, showFailure, type Page } from '../page'
import { drawShell, settingsLink, titleBar } from '../shell'
import type { FieldProperties, View } from '../shapes'
import { aggregate } from './aggregate'
import { allRecords } from './all-records'
import { drawReport } from './report-view'
import { loadReports, type Report } from './reports'

/** One graph of the app: its numbers, read as the user who looks, and bars. Fires app.report.show or its phone twin. */
export async function startReportPage(page: Page<AppBoot>): Promise<void> {
  const content = drawShell(page)
  try {
    const form = await loadForm(page)
    page.stage.fields = form.fields
    const [views, reports] = await Promise.all([loadViews(page, form), loadReports(page)])
    const wanted = new URLSearchParams(location.search).get('report')
    const report = reports.find(({ id }) => id === wanted)
    const body = el('div', { class: 'lk-report' })
    fill(content, titleBar(page), toolbar(page, views, reports, report ?? null), body)
    if (report === undefined) return fill(body, el('p', { class: 'lk-empty' }, page.texts.reportNotFound))
    await draw(page, report, views, reports, form.fields, body)
  } catch (error) {
    showFailure(page, error)
  }
}

async function draw(
  page: Page<AppBoot>,
  report: Report,
  views: readonly View[],
  reports: readonly Report[],
  fields: FieldProperties,
  body: HTMLElement,
): Promise<void> {
  const { boot, stage, events } = page
  const phone = boot.page === 'APP_REPORT_MOBILE'
  const condition = new URLSearchParams(location.search).get('q') ?? report.filterCond
  stage.report = { views, reports, condition, query: condition }
  const records = await allRecords(page, condition, codesOf(report, fields))
  fill(body, drawReport(page, report, aggregate(report, records, fields, boot.user.timezone), fields))
  await events.fire({ type: phone ? 'mobile.app.report.show' : 'app.report.show', appId: Number(boot.app.id) })
}

function toolbar(page: Page<AppBoot>, views: readonly View[], reports: readonly Report[], report: Report | null): HTMLElement {
  const place = placeOf(page)
  const phone = page.boot.page === 'APP_REPORT_MOBILE'
  const selector = drawSelector(page, {
    views: phone ? [] : views,
    reports,
    openView: (viewId) => location.assign(phone ? phoneListAddress(place, viewId) : listAddress(place, viewId)),
    openReport: (reportId) => location.assign(phone ? phoneReportAddress(place, reportId) : reportAddress(place, reportId)),
  })
  if (report !== null) chooseReport(selector, report.id)
  return el(
    'div',
    { class: 'lk-toolbar-area' },
    el(
      'div',
      { class: 'lk-toolbar' },
      selector,
      el('span', { class: 'lk-toolbar-gap' }),
      page.boot.app.permissions.addRecord ? addLink(page) : null,
      settingsLink(page),
    ),
  )
}

/** The fields to read: those the graph names, or the tables that they lie in. */
function codesOf({ groups, aggregations }: Report, fields: FieldProperties): readonly string[] {
  const named = [...groups, ...aggregations].flatMap(({ code }) => code ?? [])
  const tableOf = (code: string) => Object.values(fields).find((field) => field.fields !== undefined && code in field.fields)?.code
  return [...new Set(named.map((code) => tableOf(code) ?? code))]
}
