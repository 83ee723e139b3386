/** `npm test`: installs what is missing, then catalog, lint, types, and all tests. The last line counts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './run/ensure-chromium.mjs'
import { ensureInstalled } from './run/ensure-installed.mjs'

ensureInstalled()
const chromium = ensureChromium()
const root = join(import.meta.dirname, '..')
const bin = (name) => join(root, 'node_modules/.bin', name)
const folder = mkdtempSync(join(tmpdir(), 'junshu-test-'))
const report = join(folder, 'report.json')

const run = (title, command, args) => {
  console.log(`\n— ${title}`)
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } }).status === 0
}

const counts = { passed: 0, failed: 0, skipped: 0 }
const count = (ok) => (ok ? counts.passed++ : counts.failed++)

count(run('catalog', bin('tsx'), ['scripts/catalog-check.ts']))
count(run('lint', bin('eslint'), ['.', '--max-warnings', '0']))
count(run('types', bin('tsc'), ['--noEmit']))
const built = run('plug-in package', bin('tsx'), ['scripts/build.ts'])
count(built)
const testsEnded = run('tests', bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests
  counts.skipped += result.numPendingTests + result.numTodoTests
  // A test file that cannot even be loaded has no tests to count.
  counts.failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
} catch {
  console.error('The test runner left no report.')
}
rmSync(folder, { recursive: true, force: true })
if (!testsEnded && counts.failed === 0) counts.failed++

console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
process.exit(counts.failed === 0 ? 0 : 1)
