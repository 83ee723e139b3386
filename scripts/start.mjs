/** `npm start`: installs what is missing, then scripts/start.ts. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './run/ensure-installed.mjs'

ensureInstalled()
const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'start.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
// A terminal sends Ctrl-C to both; a supervisor only to us.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
