import { appPluginsAddress, listAddress } from '../addresses'
import type { AppFlowBoot } from '../boot'
import { el, fill } from '../dom'
import { attempt, placeOf, type Page } from '../page'
import { drawShell, titleBar } from '../shell'
import type { FieldProperties, View } from '../shapes'
import { drawDeployBar } from './deploy-bar'

/** An app's settings in short: what the preview holds, the way to its plug-ins, and putting changes live or throwing them away. */
export async function startAppFlow(page: Page<AppFlowBoot>): Promise<void> {
  const { boot, texts } = page
  const summary = el('dl', { class: 'lk-summary' })
  fill(
    drawShell(page),
    titleBar(page, texts.appSettings),
    el(
      'section',
      { class: 'lk-panel' },
      el('h1', {}, texts.appSettings),
      summary,
      el(
        'p',
        {},
        el('a', { href: appPluginsAddress(placeOf(page)) }, texts.plugins),
        '　',
        el('a', { href: listAddress(placeOf(page)) }, texts.showApp),
      ),
      drawDeployBar(page),
    ),
  )
  attempt(page, () => drawSummary(page, summary))

  async function drawSummary({ rest }: Page, list: HTMLElement): Promise<void> {
    const params = { app: boot.app.id, lang: 'user' }
    const [{ name }, { properties }, { views }] = await Promise.all([
      rest.call<{ name: string }>('GET', 'preview/app/settings', params),
      rest.call<{ properties: FieldProperties }>('GET', 'preview/app/form/fields', params),
      rest.call<{ views: Readonly<Record<string, View>> | null }>('GET', 'preview/app/views', params),
    ])
    const labels = Object.values(properties).map(({ label }) => label)
    const entry = (term: string, text: string) => [el('dt', {}, term), el('dd', {}, text)]
    fill(
      list,
      entry(texts.appName, name),
      entry(texts.appId, boot.app.id),
      entry(texts.fields, labels.join('、')),
      entry(texts.views, Object.keys(views ?? {}).join('、')),
    )
  }
}
