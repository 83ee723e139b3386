import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isInstalled } from '../../../scripts/run/ensure-installed.mjs'

const root = mkdtempSync(join(tmpdir(), 'installed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const lock = (packages: object) => JSON.stringify({ packages: { '': { name: 'ours' }, ...packages } })
const a = { version: '1.0.0', integrity: 'sha512-a' }
const b = { version: '2.0.0', integrity: 'sha512-b', optional: true }
mkdirSync(join(root, 'node_modules'))
writeFileSync(join(root, 'package-lock.json'), lock({ 'node_modules/a': a, 'node_modules/b': b }))

test.each([
  ['all of them', lock({ 'node_modules/a': a, 'node_modules/b': b }), true],
  ['all but what other systems need', lock({ 'node_modules/a': a }), true],
  ['more, left from another branch', lock({ 'node_modules/a': a, 'node_modules/c': a }), true],
  ['another version', lock({ 'node_modules/a': { ...a, version: '1.0.1' } }), false],
  ['another content of the version', lock({ 'node_modules/a': { ...a, integrity: 'sha512-c' } }), false],
  ['nothing', lock({}), false],
  ['a list that was cut short', '{"packages": {', false],
])('packages count as installed by what is there: %s', (_, held, installed) => {
  writeFileSync(join(root, 'node_modules/.package-lock.json'), held)
  expect(isInstalled(root)).toBe(installed)
})

test('without node_modules nothing is installed', () => {
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(isInstalled(root)).toBe(false)
})
