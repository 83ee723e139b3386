/** Plain Node, because it runs before anything is installed. */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const NODE_LEAST = [20, 19]

/** Installs the packages of package-lock.json if they are missing or older than it. Ends the process with a sentence if that cannot be done. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < NODE_LEAST[0] || (major === NODE_LEAST[0] && minor < NODE_LEAST[1])) {
    stop(`Node ${NODE_LEAST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
  // npm writes this file at the end of each install.
  const installed = join(ROOT, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs) return
  console.log('Installing packages (npm ci) …')
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  } catch {
    stop('npm ci failed; see above. Nothing was started.')
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
