import type { CustomItem } from '../apps/customize'
import type { Device, PluginFiles } from '../page-source'
import type { Store } from '../store/store'

/** What the pages need of an app's and a plug-in's settings beside the page source. */
export interface StoredSettings {
  /** The app's own files for a device, in order; none where their scope leaves the user out (ADMIN: the app's administrators only). */
  customFiles(appId: string, device: Device, administersApp: boolean): PluginFiles
  /** An uploaded file by the address that `customFiles` gave, with the app it belongs to; null if the app does not use it any more. */
  customFile(address: string): CustomFile | null
  /** The keys of its settings that a plug-in cannot do without [PMV config.required_params]. */
  requiredParams(pluginId: string): readonly string[]
}

interface CustomFile {
  readonly appId: string
  readonly bytes: Uint8Array
  readonly contentType: string
}

const download = '/k/api/js/download.do'
const contentTypes = { JS: 'text/javascript;charset=utf-8', CSS: 'text/css;charset=utf-8' } as const

type Kind = keyof typeof contentTypes

/** Reads the live settings at each request: a deploy shows at the next page. */
export function storedSettings(store: Store): StoredSettings {
  const itemsOf = (appId: string, device: Device, kind: Kind): readonly CustomItem[] => {
    const part = store.get('live', appId)?.customize[device]
    return (kind === 'JS' ? part?.js : part?.css) ?? []
  }
  return {
    customFiles(appId, device, administersApp) {
      const scope = store.get('live', appId)?.customize.scope
      if (scope === undefined || scope === 'NONE' || (scope === 'ADMIN' && !administersApp)) return { js: [], css: [] }
      const addresses = (kind: Kind) =>
        itemsOf(appId, device, kind).map((item) => addressOf(item, appId, `${device.toUpperCase()}_${kind}`))
      return { js: addresses('JS'), css: addresses('CSS') }
    },
    customFile(address) {
      const url = new URL(address, 'http://localhost')
      const [device, kind] = (url.searchParams.get('jsType') ?? '').split('_')
      const appId = url.searchParams.get('app') ?? ''
      if (url.pathname !== download || !isDevice(device) || !isKind(kind)) return null
      const wanted = url.searchParams.get('contentId')
      const item = itemsOf(appId, device === 'DESKTOP' ? 'desktop' : 'mobile', kind).find(
        (one) => one.type === 'FILE' && one.file.fileKey === wanted,
      )
      const hash = item === undefined || wanted === null ? undefined : store.get('file', wanted)?.hash
      return hash === undefined ? null : { appId, bytes: store.blobs.get(hash), contentType: contentTypes[kind] }
    },
    requiredParams: (pluginId) => store.get('plugin', pluginId)?.config.requiredParams ?? [],
  }
}

function addressOf(item: CustomItem, app: string, jsType: string): string {
  return item.type === 'URL' ? item.url : `${download}?${new URLSearchParams({ app, contentId: item.file.fileKey, jsType })}`
}

function isDevice(text: string | undefined): text is 'DESKTOP' | 'MOBILE' {
  return text === 'DESKTOP' || text === 'MOBILE'
}

function isKind(text: string | undefined): text is Kind {
  return text === 'JS' || text === 'CSS'
}
