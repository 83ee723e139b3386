/** What a packed plug-in says of itself, read before it is sent anywhere. plugin.zip = contents.zip + PUBKEY + SIGNATURE (@kintone/plugin-packer). */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { THROW_AWAY_KEY } from '../build/throw-away-key'
import { Stop } from './stop'

export interface PluginZip {
  readonly path: string
  readonly bytes: Buffer
  /** Made from the key: another key is another plug-in. */
  readonly id: string
  readonly version: string
  /** In every language of the manifest: kintone tells a plug-in's name in its user's. */
  readonly names: readonly string[]
  readonly isThrowAway: boolean
}

export function readPluginZip(path: string): PluginZip {
  if (!existsSync(path)) throw new Stop(`There is no packed plug-in at ${path}: JUNSHU_PPK=/path/to/your.ppk npm run build packs dist/plugin.zip, --plugin names another file.`)
  const bytes = readFileSync(path)
  try {
    const outer = unzipSync(bytes)
    const [contents, key, signature] = [part(outer, 'contents.zip'), part(outer, 'PUBKEY'), part(outer, 'SIGNATURE')]
    if (!isSigned(contents, key, signature)) throw new Error('its SIGNATURE does not belong to its contents.zip: the file was damaged or changed after it was signed; build or download it again')
    const manifest = JSON.parse(new TextDecoder().decode(part(unzipSync(contents), 'manifest.json'))) as { version: unknown; name: Readonly<Record<string, string>> }
    return { path, bytes, id: idOf(key), version: String(manifest.version), names: Object.values(manifest.name), isThrowAway: Buffer.from(key).equals(throwAwayKey()) }
  } catch (error) {
    throw new Stop(`${path} is no packed plug-in (${error instanceof Error ? error.message : error}).`)
  }
}

function part(files: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const file = files[name]
  if (file === undefined) throw new Error(`no ${name} in it`)
  return file
}

/** RSASSA-PKCS1-v1_5 with SHA-1 over contents.zip, by the key that comes with it. (@kintone/plugin-packer sign.js) */
function isSigned(contents: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('RSA-SHA1', contents, createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}

/** The first 32 hex digits of the key's sha256, each digit 0-f written as a-p. (@kintone/plugin-packer uuid.js, hex2a.js) */
function idOf(key: Uint8Array): string {
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return [...hex].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('')
}

function throwAwayKey(): Buffer {
  return createPublicKey(readFileSync(THROW_AWAY_KEY)).export({ type: 'spki', format: 'der' })
}

/** Whether version `a` is below `b`; kintone's are up to three numbers. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
