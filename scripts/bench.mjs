/** `npm run bench`: installs what is missing, then test/bench/main.ts. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureChromium } from './run/ensure-chromium.mjs'
import { ensureInstalled } from './run/ensure-installed.mjs'

ensureInstalled()
const chromium = ensureChromium()
const bench = spawnSync(process.execPath, ['--import', 'tsx', '--max-old-space-size=6000', join(import.meta.dirname, '../test/bench/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: chromium },
})
process.exit(bench.status ?? 1)
