import { own } from '../own'
import type { Plugin } from '../model'
import type { Device, PluginFiles } from '../page-source'
import type { Store } from '../store/store'

/** [WILD#44295784740] */
const DOWNLOAD = '/k/api/plugin/content/download.do'

const contentTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript;charset=utf-8',
  css: 'text/css;charset=utf-8',
  html: 'text/html;charset=utf-8',
  json: 'application/json;charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
}

/**
 * Addresses of a plug-in's files in the manifest's order. The content id changes with the content, so an old
 * file is never taken for a new one.
 */
export function pluginFiles(plugin: Plugin, part: Device | 'config'): PluginFiles {
  const address = (path: string, kind: string) => {
    if (path.startsWith('https://')) return path
    const query = new URLSearchParams({
      contentId: (own(plugin.files, path) ?? '').slice(0, 16),
      type: `${part.toUpperCase()}_${kind}`,
      pluginId: plugin.id,
      path,
    })
    return `${DOWNLOAD}?${query}`
  }
  return { js: plugin[part].js.map((path) => address(path, 'JS')), css: plugin[part].css.map((path) => address(path, 'CSS')) }
}

export function pluginFile(store: Store, address: string): { readonly bytes: Uint8Array; readonly contentType: string } | null {
  const url = new URL(address, 'http://localhost')
  if (url.pathname !== DOWNLOAD) return null
  const path = url.searchParams.get('path') ?? ''
  const hash = own(store.get('plugin', url.searchParams.get('pluginId') ?? '')?.files, path)
  if (hash === undefined) return null
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return { bytes: store.blobs.get(hash), contentType: contentTypes[extension] ?? 'application/octet-stream' }
}
