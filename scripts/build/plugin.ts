/** From the sources to a packed plug-in. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packPluginFromManifest } from '@kintone/plugin-packer/from-manifest'
import type { Plugin } from 'vite'
import { build } from 'vite'
import { readCatalog } from '../catalog/read'
import { THROW_AWAY_KEY } from './throw-away-key'

const ROOT = join(import.meta.dirname, '../..')
const ENTRIES = ['desktop', 'english', 'spreadsheet', 'mobile', 'config', 'pdf'] as const
/** Scripts that run only when something of them is first wanted. */
const WHEN_ASKED: ReadonlySet<string> = new Set(['english', 'spreadsheet', 'pdf'])

export interface PackedPlugin {
  readonly zipPath: string
  readonly id: string
  readonly bundles: readonly { readonly name: string; readonly gzipKb: number }[]
}

/** Builds plugin/ and plugin.zip in a folder (`JUNSHU_OUT`, or dist/). `JUNSHU_PPK` names the release key's file; without it the throw-away key signs. Throws a sentence if the catalog has problems or the key is none, before anything is built. */
export async function packPlugin(out = process.env['JUNSHU_OUT'] ?? join(ROOT, 'dist'), catalog = join(ROOT, 'catalog')): Promise<PackedPlugin> {
  const { problems } = readCatalog(catalog)
  if (problems.length > 0) throw new Error(`The plug-in was not built, because the catalog has ${problems.length} problems:\n${problems.join('\n')}`)
  const key = signingKey()
  const directory = join(out, 'plugin')
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  for (const folder of ['html', 'image']) cpSync(join(ROOT, 'plugin', folder), join(directory, folder), { recursive: true })
  cpSync(join(ROOT, 'manifest.json'), join(directory, 'manifest.json'))
  for (const entry of ENTRIES) await bundle(entry, directory)
  const { plugin, id } = await packPluginFromManifest(join(directory, 'manifest.json'), key)
  const zipPath = join(out, 'plugin.zip')
  writeFileSync(zipPath, plugin)
  const bundles = ENTRIES.map((entry) => ({ name: `${entry}.js`, gzipKb: Math.round(gzipSync(readFileSync(join(directory, `js/${entry}.js`))).length / 102.4) / 10 }))
  return { zipPath, id, bundles }
}

function signingKey(): string {
  const release = process.env['JUNSHU_PPK']
  if (release === undefined) return readFileSync(THROW_AWAY_KEY, 'utf8')
  if (!existsSync(release)) throw new Error(`JUNSHU_PPK names ${release}, where no key file is; nothing was packed`)
  const key = statSync(release).isFile() ? readFileSync(release, 'utf8') : ''
  if (!/-----BEGIN (RSA )?PRIVATE KEY-----/.test(key)) throw new Error(`JUNSHU_PPK names ${release}, which is no private key of a plug-in; nothing was packed`)
  return key
}

/** What no record holds, and set-up writes nothing but records: introductions of sections, and how the catalog was read from its source. */
const NOT_IN_RECORDS: ReadonlySet<string> = new Set(['introduction', 'micTable', 'micBullets', 'cutOff'])
const withoutNotes: Plugin = {
  name: 'junshu-without-notes',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]catalog[\\/](MHLW|METI)[\\/].*\.json$/.test(id)) return null
    return JSON.stringify(JSON.parse(code), (key, value: unknown) => (NOT_IN_RECORDS.has(key) ? undefined : value))
  },
}

/** The code is written against React; Preact's build of the same API is a seventh of its size (docs/decisions/005). Without this table React itself is packed. */
const REACT_AS_SHIPPED = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
]

/** pdf.js would load its worker as a module from an address; it runs on the page's own thread instead, so what is left of that is only taken out. */
const withoutModules: Plugin = {
  name: 'junshu-without-modules',
  transform(code, id) {
    return /pdfjs-dist/.test(id) ? code.replace(/\bimport\(\s*(\/\*[^*]*\*\/\s*)*[^)]*\)/g, 'Promise.reject(new Error("nothing is loaded at run time"))').replace(/import\.meta\.url/g, '"about:blank"') : null
  },
}

/** The script becomes the body of a function of its name, which runs it when it is called first. */
const whenAsked = (entry: string): Plugin => ({
  name: 'junshu-when-asked',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = `var junshu_${entry}=(()=>{let made;return()=>made??=(()=>{${file.code};return junshu_${entry}})()})();`
  },
})

/** kintone loads plug-in files as classic scripts and packs no chunks: one self-contained function an entry. */
async function bundle(entry: string, directory: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // A test runner's NODE_ENV must choose neither React's development build nor lit's: what is tested is what is shipped.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: { conditions: ['module', 'browser', 'production'], alias: REACT_AS_SHIPPED },
    plugins: [...(entry === 'config' ? [withoutNotes] : []), ...(entry === 'pdf' ? [withoutModules] : []), ...(WHEN_ASKED.has(entry) ? [whenAsked(entry)] : [])],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: directory,
      emptyOutDir: false,
      target: 'es2022',
      cssCodeSplit: false,
      lib: { entry: join(ROOT, `src/entry/${entry}.tsx`), formats: ['iife'], name: `junshu_${entry}`, fileName: () => `js/${entry}.js`, cssFileName: `css/${entry}` },
    },
  })
}
