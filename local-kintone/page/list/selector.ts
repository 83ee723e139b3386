import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import type { Report } from '../report/reports'
import type { View } from '../shapes'

interface SelectorParts {
  readonly views: readonly View[]
  readonly reports: readonly Report[]
  readonly openView: (viewId: string) => void
  readonly openReport: (reportId: string) => void
}

/**
 * The drop-down over lists and graphs: both kinds on the desktop, on the phone only those of the page (CD js-api: the phone has
 * functions of its own for the two). Scripts may hide it, or single entries of it.
 */
export function drawSelector(page: Page<AppBoot>, { views, reports, openView, openReport }: SelectorParts): HTMLSelectElement {
  const { stage, texts } = page
  const option = (kind: 'ViewSelectorItems' | 'ReportSelectorItems', id: string, name: string) =>
    stage.parts.register(`${kind}/${id}`, el('option', { value: `${kind}/${id}` }, name))
  const lists = views.map(({ id, name }) => option('ViewSelectorItems', id, name))
  const graphs = reports.map(({ id, name }) => option('ReportSelectorItems', id, name))
  const both = lists.length > 0 && graphs.length > 0
  const selector = el(
    'select',
    {
      class: 'lk-view-selector',
      'aria-label': texts.viewSelector,
      onchange: () => {
        const [kind, id] = selector.value.split('/')
        if (kind === 'ReportSelectorItems') openReport(id ?? '')
        else openView(id ?? '')
      },
    },
    both ? [el('optgroup', { label: texts.views }, lists), el('optgroup', { label: texts.reports }, graphs)] : [...lists, ...graphs],
  )
  const name = page.boot.page.endsWith('_MOBILE') ? (graphs.length > 0 ? 'ReportSelector' : 'ViewSelector') : 'ViewAndReportSelector'
  return stage.parts.register(name, selector)
}

export function chooseView(selector: HTMLSelectElement, viewId: string): void {
  selector.value = `ViewSelectorItems/${viewId}`
}

export function chooseReport(selector: HTMLSelectElement, reportId: string): void {
  selector.value = `ReportSelectorItems/${reportId}`
}
