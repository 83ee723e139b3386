/** Finds Chromium for browser tests, measurements and pictures, or installs Debian's when it may. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stop } from './ensure-installed.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The path of a Chromium: `CHROMIUM` from the environment first, then the usual places, then Debian's package. */
export function ensureChromium() {
  const wanted = process.env['CHROMIUM']
  if (wanted !== undefined) return existsSync(wanted) ? wanted : stop(`CHROMIUM names ${wanted}, where no program is: name a Chromium, or leave it out.`)
  const found = PLACES.find((place) => existsSync(place))
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return stop('Chromium is needed. Install it (Debian: apt-get install chromium fonts-noto-cjk) or name one in the environment variable CHROMIUM.')
  }
  console.log('Installing Chromium (apt-get) …')
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  } catch {
    return stop('apt-get could not install chromium; see above.')
  }
  return '/usr/bin/chromium'
}
