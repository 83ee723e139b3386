/** Runs `npm run install:kintone` as a process of its own, with an environment of the test's. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { LocalKintone } from '../../../local-kintone/server/start'
import { inject } from 'vitest'

const INSTALL = join(import.meta.dirname, '../../../scripts/install.ts')
/** Its colon and quote must survive headers; it must be found nowhere in the output. */
export const ADMIN_PASSWORD = 'geheim:"パス'

interface Run {
  readonly code: number
  readonly output: string
}

interface RunOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly zip?: string
  /** Presses Ctrl-C when this is printed. */
  readonly interruptAt?: string
}

/** Without a terminal, as in a job: what is not in the environment cannot be asked. */
export function install(baseUrl: string, { args = [], env = {}, zip = inject('plugin').zipPath, interruptAt }: RunOptions = {}): Promise<Run> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(KINTONE_|npm_config_|https?_proxy$|no_proxy$|all_proxy$)/i.test(name)))
  const child = spawn(process.execPath, ['--import', 'tsx', INSTALL, '--plugin', zip, ...args], {
    env: { ...clean, KINTONE_BASE_URL: baseUrl, KINTONE_USERNAME: 'admin', KINTONE_PASSWORD: ADMIN_PASSWORD, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let interrupted = false
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
    if (interruptAt === undefined || interrupted || !output.includes(interruptAt)) return
    interrupted = true
    child.kill('SIGINT')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? -1, output })))
}

/** Everything that was asked of the local kintone since `from`, except reading. */
export function writes(kintone: LocalKintone, from = 0): readonly string[] {
  return kintone.requests.slice(from).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
}
