import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import validate from '@kintone/plugin-manifest-validator'
import { unzipSync } from 'fflate'
import { describe, expect, inject, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const { zipPath, id, bundles } = inject('plugin')
const contents = unzipSync(unzipSync(readFileSync(zipPath))['contents.zip'] as Uint8Array)
const text = (name: string) => new TextDecoder().decode(contents[name])

describe('the package', () => {
  it('has a manifest that the official validator accepts', () => {
    const manifest = JSON.parse(text('manifest.json')) as Parameters<typeof validate>[0]
    expect(validate(manifest)).toMatchObject({ valid: true })
  })

  it('is read by cli-kintone, with the name, version and id that it was packed with', async () => {
    const { stdout } = await promisify(execFile)(join(ROOT, 'node_modules/.bin/cli-kintone'), ['plugin', 'info', '--input', zipPath, '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ id, version: '0.1.0', name: 'Medical Guideline Compliance' })
  })

  it('names local files only, and holds every one of them', () => {
    const manifest = JSON.parse(text('manifest.json')) as { icon: string; desktop: { js: string[]; css: string[] }; mobile: { js: string[]; css: string[] }; config: { html: string; js: string[]; css: string[] } }
    const files = [manifest.icon, ...manifest.desktop.js, ...manifest.desktop.css, ...manifest.mobile.js, ...manifest.mobile.css, manifest.config.html, ...manifest.config.js, ...manifest.config.css]
    for (const file of files) expect(contents[file], file).toBeDefined()
    expect(Object.keys(contents).sort()).toEqual([...new Set(files), 'manifest.json'].sort())
  })

  it('loads nothing from another host, and no module', () => {
    for (const script of ['js/desktop.js', 'js/english.js', 'js/spreadsheet.js', 'js/mobile.js', 'js/config.js', 'js/pdf.js']) {
      expect(text(script)).not.toMatch(/\bimport\s*\(|^\s*(import|export)\s/m)
      expect(text(script)).not.toMatch(/(src|href)\s*[:=]\s*["'`]https?:/)
      expect(text(script).trimStart()).toMatch(/^(var \w+\s*=\s*)?\(?function|^\(\(?\)?\s*=>|^var /)
    }
    for (const style of ['css/desktop.css', 'css/mobile.css', 'css/config.css']) expect(text(style)).not.toMatch(/url\(|@import/)
  })

  it('has the catalog in the settings screen only, where it is written from', () => {
    expect(text('js/config.js')).toContain('パスワードの管理と利用者の注意')
    for (const script of ['js/desktop.js', 'js/mobile.js']) expect(text(script)).not.toContain('パスワードの管理と利用者の注意')
  })

  it('keeps every rule of its styles below its own root', () => {
    for (const style of ['css/desktop.css', 'css/mobile.css', 'css/config.css']) {
      // A page with a name of ours is used by our own papers only.
      const withoutPages = text(style).replace(/@page jn-[\w-]+\s*\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '')
      const selectors = withoutPages.replace(/@(media|container|keyframes|supports)[^{]*\{/g, '').match(/[^{}]+(?=\{)/g) ?? []
      const foreign = selectors.flatMap((list) => list.split(/,(?![^(]*\))/)).map((one) => one.trim()).filter((one) => !one.includes('.jn-') && !/^(to|from|\d+%)$/.test(one))
      expect(foreign, style).toEqual([])
    }
  })

  // Preact stands for React in the package (docs/decisions/005): with React itself, the lists' script is over.
  it.each(bundles)('stays within its size: $name with $gzipKb KB gzipped', ({ name, gzipKb }) => {
    const limits: Readonly<Record<string, number>> = { 'desktop.js': 120, 'english.js': 20, 'spreadsheet.js': 20, 'mobile.js': 90, 'config.js': 260, 'pdf.js': 520 }
    expect(gzipKb).toBeLessThanOrEqual(limits[name] ?? 0)
  })
})

describe('npm run build', () => {
  it.each([
    ['is not there', '/nowhere/key.ppk', 'JUNSHU_PPK names /nowhere/key.ppk, where no key file is; nothing was packed\n'],
    ['is a folder', ROOT, `JUNSHU_PPK names ${ROOT}, which is no private key of a plug-in; nothing was packed\n`],
  ])('says in one sentence that its key %s, and packs nothing', async (_, key, sentence) => {
    const build = promisify(execFile)(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/build.ts')], { env: { ...process.env, JUNSHU_PPK: key, JUNSHU_OUT: '/nowhere' } })
    await expect(build).rejects.toMatchObject({ code: 1, stdout: '', stderr: sentence })
  })
})
