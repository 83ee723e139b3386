import { createHash, createPublicKey, verify } from 'node:crypto'
import { unzipSync } from 'fflate'
import { Refusal } from '../refusal'
import { brokenPlugin } from '../refusals'
import { integer, list, map, object, read, text, textOrNumber, type Of } from '../rest/shape'

/*
 * plugin.zip = contents.zip + PUBKEY (DER SPKI) + SIGNATURE (RSASSA-PKCS1-v1_5, SHA-1, over contents.zip);
 * the id is made from the key. [PP dist/sign.js, uuid.js, hex2a.js]
 */

const part = object({}, { js: list(text(1), 0, 30), css: list(text(1), 0, 30) })
const manifestShape = object(
  { manifest_version: integer(1), version: textOrNumber, type: text(1), name: map(text(1, 64)), icon: text(1) },
  {
    description: map(text(1, 200)),
    desktop: part,
    mobile: part,
    config: object({}, { html: text(1), js: list(text(1), 0, 30), css: list(text(1), 0, 30), required_params: list(text(1, 64)) }),
  },
)

type Manifest = Of<typeof manifestShape>

export interface PluginPackage {
  readonly id: string
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** [HELP admin/limitation/limit.html] */
const LARGEST_HTML = 65_535
const LARGEST_FILE = 20 * 1024 * 1024

/** Opens a packed plug-in; refused when a part is missing, the signature does not fit, or the manifest names what is not there. */
export function openPackage(zip: Uint8Array): PluginPackage {
  const outer = unzip(zip, 'plugin.zip')
  const contents = member(outer, 'contents.zip')
  const key = member(outer, 'PUBKEY')
  if (!isSigned(contents, key, member(outer, 'SIGNATURE'))) throw brokenPlugin('SIGNATURE')
  const files = new Map(Object.entries(unzip(contents, 'contents.zip')))
  const manifest = readManifest(files)
  checkFiles(manifest, files)
  return { id: pluginIdOf(key), manifest, files }
}

function unzip(bytes: Uint8Array, name: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes)
  } catch {
    throw brokenPlugin(name)
  }
}

function member(files: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const file = files[name]
  if (file === undefined) throw brokenPlugin(name)
  return file
}

function isSigned(contents: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('RSA-SHA1', contents, createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}

/** First 32 hex digits of the key's sha256, each digit 0-f written as a-p. */
function pluginIdOf(key: Uint8Array): string {
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return [...hex].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('')
}

function readManifest(files: ReadonlyMap<string, Uint8Array>): Manifest {
  const bytes = files.get('manifest.json')
  if (bytes === undefined) throw brokenPlugin('manifest.json')
  let manifest: Manifest
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
    manifest = read(manifestShape, json)
  } catch (error) {
    const places = error instanceof Refusal ? error.problems.map((problem) => problem.path).join(', ') : ''
    throw brokenPlugin(places === '' ? 'manifest.json' : `manifest.json: ${places}`)
  }
  if (manifest.type !== 'APP') throw brokenPlugin('manifest.json: type')
  if (!manifest.name.has('en')) throw brokenPlugin('manifest.json: name.en')
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){0,2}$/.test(manifest.version)) throw brokenPlugin('manifest.json: version')
  return manifest
}

function checkFiles(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): void {
  const { desktop, mobile, config } = manifest
  const named = [manifest.icon, ...[desktop, mobile, config].flatMap((group) => [...(group?.js ?? []), ...(group?.css ?? [])])]
  for (const path of named) {
    if (/^https:\/\//.test(path)) continue
    const file = files.get(path)
    if (file === undefined || file.byteLength > LARGEST_FILE) throw brokenPlugin(path)
  }
  if (config?.html === undefined) return
  const html = files.get(config.html)
  if (html === undefined || html.byteLength > LARGEST_HTML) throw brokenPlugin(config.html)
}
