import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterEach, describe, expect, it } from 'vitest'
import { startLocalKintone } from '../../local-kintone/server/start'
import { ADMIN } from '../../scripts/demo/app'

const START = join(import.meta.dirname, '../../scripts/start.ts')
const ended: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end()
})

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'junshu-start-'))
  ended.push(() => rm(path, { recursive: true, force: true }))
  return path
}

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  /** Its exit code, or null when `until` was printed first. */
  readonly code: number | null
}

async function start(options: { readonly port: number; readonly data: string; readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>>; readonly until?: RegExp }): Promise<Started> {
  const env = { ...process.env, PORT: String(options.port), JUNSHU_OUT: await folder(), ...options.env }
  const child = spawn(process.execPath, ['--import', 'tsx', START, '--data', options.data, ...(options.args ?? [])], { env })
  let output = ''
  const code = await new Promise<number | null>((resolve) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if ((options.until ?? /^ready /m).test(output)) resolve(null)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (exitCode) => resolve(exitCode ?? -1))
  })
  ended.push(() => stopped(child))
  return { child, output: () => output, code }
}

/** Its exit code, once it is over. */
function stopped(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  const exit = new Promise((resolve) => child.on('exit', resolve))
  child.kill(signal)
  return exit
}

const readyUrl = (output: string) => /^ready (\S+)$/m.exec(output)?.[1] ?? ''

describe('npm start', () => {
  it('ends with an app of 393 records, says where, and finds them again the next time', async () => {
    const data = await folder()
    const first = await start({ port: 0, data })
    expect(first.output()).toContain('set-up: 393 records added, 0 were there')
    expect(readyUrl(first.output())).toMatch(/^http:\/\/localhost:\d+\/k\/1\/$/)
    await stopped(first.child)
    const second = await start({ port: 0, data })
    expect(second.output()).toContain('set-up: 0 records added, 393 were there')
    const client = new KintoneRestAPIClient({ baseUrl: new URL(readyUrl(second.output())).origin, auth: ADMIN })
    expect((await client.record.getRecords({ app: 1, query: 'limit 1', totalCount: true })).totalCount).toBe('393')
  })

  it('-- --empty stops before set-up, with the plug-in in an empty app', async () => {
    const { output } = await start({ port: 0, data: await folder(), args: ['--empty'] })
    expect(output()).toMatch(/^plug-in settings: http:\/\/localhost:\d+\/k\/admin\/app\/1\/plugin\/config\?pluginId=[a-p]{32}$/m)
    const client = new KintoneRestAPIClient({ baseUrl: new URL(readyUrl(output())).origin, auth: ADMIN })
    expect((await client.app.getFormFields({ app: 1 })).properties['item_key']).toBeUndefined()
    expect((await client.record.getRecords({ app: 1, totalCount: true })).totalCount).toBe('0')
  })

  it('stopped by Ctrl-C in the middle of set-up says so, and goes on the next time', async () => {
    const data = await folder()
    const first = await start({ port: 0, data, until: /^set-up: layout$/m })
    expect(await stopped(first.child, 'SIGINT')).toBe(0)
    expect(first.output()).toMatch(/^stopped before the app was ready: start again to go on$/m)
    expect(first.output()).not.toContain('    at ')
    expect((await start({ port: 0, data })).output()).toMatch(/^set-up: 393 records added, 0 were there$/m)
  })

  it('says which port is in use, and writes nothing', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve))
    ended.push(() => new Promise((resolve) => taken.close(resolve)))
    const { port } = taken.address() as AddressInfo
    const data = join(await folder(), 'never-made')
    const { code, output } = await start({ port, data })
    expect(code).toBe(1)
    expect(output()).toMatch(new RegExp(`${port}`))
    expect(output()).not.toContain('    at ')
    expect(await readdir(data).catch(() => [])).toEqual([])
  })

  it('-- --fresh forgets what the folder held, but touches no folder that holds anything else, or that another one uses', async () => {
    const data = await folder()
    const first = await start({ port: 0, data, args: ['--empty'] })
    const beside = await start({ port: 0, data, args: ['--empty', '--fresh'] })
    expect(beside.code).toBe(1)
    expect(beside.output()).toMatch(/in use by another local kintone/)
    const asked = await fetch(readyUrl(first.output()))
    expect(asked.ok || asked.status === 401).toBe(true)
    await stopped(first.child)
    await mkdir(join(data, 'letters'))
    const refused = await start({ port: 0, data, args: ['--empty', '--fresh'] })
    expect(refused.code).toBe(1)
    expect(refused.output()).toMatch(/not a local kintone's \(letters\)\. Nothing was removed/)
    await rm(join(data, 'letters'), { recursive: true })
    const again = await startLocalKintone({ dataDir: data, port: 0, fresh: true })
    ended.push(() => again.close())
    expect((await new KintoneRestAPIClient({ baseUrl: again.baseUrl, auth: ADMIN }).app.getApps({})).apps).toEqual([])
  })

  it('says what is wrong with a broken data folder, and leaves it as it is', async () => {
    const data = await folder()
    const first = await start({ port: 0, data, args: ['--empty'] })
    await stopped(first.child)
    const files = await readdir(data)
    for (const name of files.filter((file) => file.includes('.'))) await writeFile(join(data, name), 'not what it was\nnor this\nnor that\n')
    const { code, output } = await start({ port: 0, data })
    expect(code).toBe(1)
    expect(output()).toContain(data)
    expect(output()).not.toContain('    at ')
    expect(await readdir(data)).toEqual(files)
  })

  it.each([
    ['a port that is no number', { PORT: 'eighty' }, [], /PORT must be a number from 0 to 65535/],
    ['an argument it does not know', {}, ['--emty'], /--emty[\s\S]*Usage: npm start/],
    ['a data folder without a name', {}, ['--data', ''], /^--data names no folder\.$/m],
    ['a key file that holds no key', { JUNSHU_PPK: import.meta.filename }, [], /JUNSHU_PPK names .*start\.test\.ts, which is no private key of a plug-in/],
    ['a key file that is not there', { JUNSHU_PPK: '/nowhere/key.ppk' }, [], /JUNSHU_PPK names \/nowhere\/key\.ppk/],
  ])('says what is wrong with %s', async (_, env, args, sentence) => {
    const { code, output } = await start({ port: 0, data: await folder(), args, env })
    expect(code).toBe(1)
    expect(output()).toMatch(sentence)
    expect(output()).not.toContain('    at ')
  })
})
