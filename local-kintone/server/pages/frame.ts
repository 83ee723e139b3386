import type { Boot, Language } from '../../page/boot'
import { bootElementId, rootElementId } from '../../page/boot'
import { escapeHtml, jsonForScript } from './html'
import type { PluginFiles } from '../page-source'

export const scriptPath = '/k/static/page.js'
export const stylePath = '/k/static/page.css'

interface FramePlugin {
  readonly id: string
  readonly files: PluginFiles
}

interface Frame {
  readonly title: string
  readonly language: Language
  readonly boot: Boot
  /** The app's own files, which come before those of its plug-ins [CD js-api/events/event-handling]. */
  readonly custom: PluginFiles
  /** In the app's order; their files are loaded as classic scripts after the page's own [CD js-api/events/event-handling]. */
  readonly plugins: readonly FramePlugin[]
}

/** The HTML of a page that the browser script draws. `kintone.$PLUGIN_ID` is set anew before each file of a plug-in (CD js-api). */
export function frame({ title, language, boot, custom, plugins }: Frame): string {
  const styles = [...custom.css, ...plugins.flatMap(({ files }) => files.css)].map(styleTag)
  const scripts = plugins.flatMap(({ id, files }) =>
    files.js.map((url) => `<script>kintone.$PLUGIN_ID = ${jsonForScript(id)}</script>\n${scriptTag(url)}`),
  )
  return document(title, language, styles, [
    `<div id="${rootElementId}"></div>`,
    `<script type="application/json" id="${bootElementId}">${jsonForScript(boot)}</script>`,
    scriptTag(scriptPath),
    ...custom.js.map(scriptTag),
    ...scripts,
  ])
}

/** A page without the browser script: log-in and refusals. `body` is HTML. */
export function plainPage(title: string, language: Language, body: string): string {
  return document(title, language, [], [`<div class="lk-plain">${body}</div>`])
}

function document(title: string, language: Language, head: readonly string[], body: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(title)}</title>`,
    styleTag(stylePath),
    ...head,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
  ].join('\n')
}

function styleTag(url: string): string {
  return `<link rel="stylesheet" href="${escapeHtml(url)}">`
}

function scriptTag(url: string): string {
  return `<script src="${escapeHtml(url)}"></script>`
}
