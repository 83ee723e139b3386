/** `npm run test:faults`: set-up broken at every one of its requests, in every way. The last line counts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './run/ensure-installed.mjs'

ensureInstalled()
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'junshu-faults-'))
const report = join(folder, 'report.json')
const run = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--project', 'faults', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, JUNSHU_FAULTS: 'all' },
})
let passed = 0
let failed = 0
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed = result.numPassedTests
  failed = result.numFailedTests + result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
} catch {
  console.error('The test runner left no report.')
}
rmSync(folder, { recursive: true, force: true })
if (run.status !== 0 && failed === 0) failed = 1
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
