/** Plain Node, because it runs before anything is installed. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const NODE_LEAST = [20, 19]

/** Installs the packages of package-lock.json unless just these are there. Ends the process with a sentence if that cannot be done. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < NODE_LEAST[0] || (major === NODE_LEAST[0] && minor < NODE_LEAST[1])) {
    stop(`Node ${NODE_LEAST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
  if (isInstalled(ROOT)) return
  console.log('Installing packages (npm ci) …')
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  } catch {
    stop('npm ci failed; see above. Nothing was started.')
  }
}

/**
 * Whether node_modules holds what package-lock.json names. By content: a clone, a copy or another branch gives the files any age.
 * npm writes its own list of what it installed at the end of each install, so that one that was broken off does not count.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  try {
    const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages
    const held = packagesOf('node_modules/.package-lock.json')
    // What is optional is left out on other systems.
    const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path, { optional }]) => path !== '' && optional !== true)
    return wanted.every(([path, { version, integrity }]) => held[path]?.version === version && held[path]?.integrity === integrity)
  } catch {
    return false
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
