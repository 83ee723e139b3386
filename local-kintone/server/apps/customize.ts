import { requiredParameter } from '../problems'
import { invalidInput } from '../refusals'
import type { AppCall } from '../rest/call'
import { list, object, oneOf, read, text, type Of } from '../rest/shape'
import { changeSettings, settingsOf } from './settings'
import { readCustomFile, type SettingsFile } from './settings-files'

const item = object({ type: oneOf('URL', 'FILE') }, { url: text(1), file: object({ fileKey: text(1) }) })
const device = object({}, { js: list(item, 0, 30), css: list(item, 0, 30) })
const customizeShape = object({}, { scope: oneOf('ALL', 'ADMIN', 'NONE'), desktop: device, mobile: device })

export type CustomItem = { readonly type: 'URL'; readonly url: string } | { readonly type: 'FILE'; readonly file: SettingsFile }

export interface Customization {
  readonly scope: 'ALL' | 'ADMIN' | 'NONE'
  readonly desktop: { readonly js: readonly CustomItem[]; readonly css: readonly CustomItem[] }
  readonly mobile: { readonly js: readonly CustomItem[]; readonly css: readonly CustomItem[] }
}

export function getCustomize(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { ...settings.customize, revision: String(settings.revision) }
}

/** PUT preview/app/customize: a list that is named is replaced whole, one that is not stays. The pages do not run these files. */
export function putCustomize(call: AppCall): unknown {
  const given = read(customizeShape, call.input)
  const items = (list: readonly Of<typeof item>[] | undefined, before: readonly CustomItem[], path: string) =>
    list === undefined ? before : list.map((entry, index) => readItem(call, entry, `${path}[${index}]`))
  const revision = changeSettings(call, (settings) => {
    const { customize } = settings
    const part = (name: 'desktop' | 'mobile') => ({
      js: items(given[name]?.js, customize[name].js, `${name}.js`),
      css: items(given[name]?.css, customize[name].css, `${name}.css`),
    })
    return { ...settings, customize: { scope: given.scope ?? customize.scope, desktop: part('desktop'), mobile: part('mobile') } }
  })
  return { revision }
}

function readItem(call: AppCall, entry: Of<typeof item>, path: string): CustomItem {
  if (entry.type === 'URL') {
    if (entry.url === undefined) throw invalidInput({ path: `${path}.url`, message: requiredParameter })
    return { type: 'URL', url: entry.url }
  }
  if (entry.file === undefined) throw invalidInput({ path: `${path}.file`, message: requiredParameter })
  return { type: 'FILE', file: readCustomFile(call, entry.file.fileKey) }
}
