import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packPlugin } from '../../scripts/build/plugin'

const ROOT = join(import.meta.dirname, '../..')

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'junshu-bad-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script of ours and gives its exit code and all that it said. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd: ROOT, env: { ...process.env, ...env } }, (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }))
  })
}

/** The real catalog with one wrong value. */
function spoiltCatalog(): string {
  const catalog = join(folder, 'catalog')
  cpSync(join(ROOT, 'catalog'), catalog, { recursive: true })
  const file = join(catalog, 'MHLW/6.5.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"最低限"', '"必須"'))
  return catalog
}

describe('a catalog with a wrong value', () => {
  it('is told with file, item and field, and the command fails', async () => {
    const { code, said } = await run(['--import', 'tsx', 'scripts/catalog-check.ts', spoiltCatalog()])
    expect(code).toBe(1)
    expect(said).toMatch(/MHLW\/6\.5\.json: 6\.5-\d+ level must be equal to one of the allowed values, but is "必須"/)
    expect(said).not.toContain('    at ')
  })

  it('packs nothing, not even half a package', async () => {
    const out = join(folder, 'out')
    await expect(packPlugin(out, spoiltCatalog())).rejects.toThrow(/was not built, because the catalog has 1 problems:\n.*MHLW\/6\.5\.json/)
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
  })
})

describe('a machine without Chromium', () => {
  it('is told which program is missing before any test begins, and the command fails', async () => {
    const ensure = "import('./scripts/run/ensure-chromium.mjs').then(({ ensureChromium }) => console.log('found', ensureChromium()))"
    const { code, said } = await run(['-e', ensure], { CHROMIUM: join(folder, 'no-chromium') })
    expect([code, said]).toEqual([1, `CHROMIUM names ${join(folder, 'no-chromium')}, where no program is: name a Chromium, or leave it out.\n`])
  })
})
