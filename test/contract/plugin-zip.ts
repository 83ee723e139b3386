import packer from '@kintone/plugin-packer'
import { strToU8, zipSync } from 'fflate'

/** A plug-in that does nothing, as the official packer makes it; the same key gives the same plug-in. */
export async function packedPlugin(version: number, key?: string): Promise<{ readonly zip: Buffer; readonly key: string; readonly id: string }> {
  const manifest = {
    manifest_version: 1,
    version,
    type: 'APP',
    name: { en: 'Check', ja: '点検' },
    icon: 'icon.png',
    desktop: { js: ['desktop.js'], css: [] },
  }
  const files = { 'manifest.json': JSON.stringify(manifest), 'icon.png': 'png', 'desktop.js': '(() => {})()' }
  const contents = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
  const packed = await packer(Buffer.from(contents), key)
  return { zip: packed.plugin, key: packed.privateKey, id: packed.id }
}
