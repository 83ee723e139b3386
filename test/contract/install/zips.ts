/** The packed plug-in with another key or version. */
import { readFileSync, writeFileSync } from 'node:fs'
import packer from '@kintone/plugin-packer'
import { unzipSync, zipSync } from 'fflate'
import { THROW_AWAY_KEY } from '../../../scripts/build/throw-away-key'

/** Writes it to `to` and returns the path. `key`: the throw-away key if left out, `null` for one of its own. */
export async function repacked(from: string, to: string, { version, key = readFileSync(THROW_AWAY_KEY, 'utf8') }: { readonly version?: string; readonly key?: string | null }): Promise<string> {
  const contents = unzipSync(unzipSync(readFileSync(from))['contents.zip'] as Uint8Array)
  const manifest = JSON.parse(new TextDecoder().decode(contents['manifest.json'])) as { version: string }
  const changed = { ...contents, 'manifest.json': new TextEncoder().encode(JSON.stringify({ ...manifest, version: version ?? manifest.version })) }
  const { plugin } = await packer(Buffer.from(zipSync(changed)), key ?? undefined)
  writeFileSync(to, plugin)
  return to
}

/** The package with one byte of its contents changed after it was signed. */
export function withOtherContents(from: string): Uint8Array {
  const files = unzipSync(readFileSync(from))
  const contents = Uint8Array.from(files['contents.zip'] as Uint8Array)
  const at = Math.floor(contents.length / 2)
  contents[at] = (contents[at] as number) ^ 1
  return zipSync({ ...files, 'contents.zip': contents })
}
