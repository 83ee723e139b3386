import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { deploy } from '../given'

/** What some runs have shown: writes that were acknowledged and are gone, and writes of which only a part is there. */
interface KilledRuns {
  readonly runs: number
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly half: readonly string[]
}

/** Each write is one bulkRequest that adds this many records: all of them or none must be there. */
const RECORDS_PER_WRITE = 3

/**
 * Kills the server (SIGKILL) again and again while several writers write, each time after a while that `after` gives, and looks on the next
 * start whether every acknowledged write is there whole.
 */
export async function killAgainAndAgain(runs: number, after: (run: number) => number): Promise<KilledRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'killed-kintone-'))
  const acknowledged = new Set<string>()
  const lost: string[] = []
  const half: string[] = []
  let server = await started(folder)
  try {
    const app = await makeApp(server.client)
    for (let run = 0; run < runs; run += 1) {
      const writing = Promise.all([0, 1, 2].map((writer) => writeUntilCut(server.client, app, `${run}-${writer}`, acknowledged)))
      await wait(after(run))
      server.process.kill('SIGKILL')
      await writing
      server = await started(folder)
      const found = await countByWrite(server.client, app)
      for (const name of acknowledged) if (!found.has(name)) lost.push(name)
      for (const [name, count] of found) if (count !== RECORDS_PER_WRITE) half.push(`${name}: ${count} of ${RECORDS_PER_WRITE}`)
    }
    return { runs, acknowledged: acknowledged.size, lost, half }
  } finally {
    server.process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Started {
  readonly process: ChildProcess
  readonly client: KintoneRestAPIClient
}

async function started(folder: string): Promise<Started> {
  const process = spawn(globalThis.process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'server.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const baseUrl = await new Promise<string>((resolve, reject) => {
    process.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()))
    process.once('exit', (code) => reject(new Error(`The server did not start (${code})`)))
  })
  return { process, client: new KintoneRestAPIClient({ baseUrl, auth: { username: 'admin', password: 'admin' } }) }
}

async function makeApp(client: KintoneRestAPIClient): Promise<string> {
  const { app } = await client.app.addApp({ name: '耐久' })
  await client.app.addFormFields({ app, properties: { write: { type: 'SINGLE_LINE_TEXT', code: 'write', label: 'write' } } })
  await deploy(client, app)
  return app
}

/** Writes one after the other until the connection is cut; notes what was acknowledged. */
async function writeUntilCut(client: KintoneRestAPIClient, app: string, writer: string, acknowledged: Set<string>): Promise<void> {
  for (let count = 0; ; count += 1) {
    const name = `${writer}-${count}`
    const record = { write: { value: name } }
    try {
      await client.bulkRequest({
        requests: Array.from({ length: RECORDS_PER_WRITE }, () => ({ method: 'POST', api: '/k/v1/record.json', payload: { app, record } })),
      })
    } catch {
      return
    }
    acknowledged.add(name)
  }
}

async function countByWrite(client: KintoneRestAPIClient, app: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const record of await client.record.getAllRecordsWithId({ app, fields: ['$id', 'write'] })) {
    const name = String(record['write']?.value)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
