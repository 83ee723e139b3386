/** Set-up of an empty app, and the official command-line tool beside it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setUpApp } from '../../src/entry/node-setup'
import { CATALOG_FIELDS, RESPONSIBILITIES } from '../../src/kintone/fields'
import { ADMIN } from '../../scripts/demo/app'
import type { Measured } from './figures'
import { median, rounded } from './figures'
import { onTheWay, requestsOf, underWay } from './requests'
import type { Stand } from './stand'
import { DEPLOY_MILLIS, LATENCY } from './stand'

const CLI = join(import.meta.dirname, '../../node_modules/.bin/cli-kintone')
const ASSESSMENT = { round: '2026', facility: '本院' }

export async function measureSetup(stand: Stand, runs: number): Promise<readonly Measured[]> {
  const { client } = stand
  const whole: { requests: number; latencies: number; millis: number; seeding: number }[] = []
  let last = ''
  for (let run = 0; run < runs; run += 1) {
    await stand.delay(0)
    const { app } = await client.app.addApp({ name: `set-up ${run}` })
    await stand.delay(LATENCY)
    let seedingFrom = 0
    const { requests, millis } = await requestsOf(async () => {
      const begin = (step: string) => step === 'records' && (seedingFrom = performance.now())
      const outcome = await setUpApp({ baseUrl: stand.baseUrl, auth: ADMIN, app, assessment: ASSESSMENT, begin })
      if (outcome.outcome !== 'done') throw new Error(`set-up: ${JSON.stringify(outcome)}`)
    })
    const seeding = performance.now() - seedingFrom
    const polls = ({ method, path }: { method: string; path: string }) => method === 'GET' && path.includes('/preview/app/deploy.json')
    const own = requests.filter((request) => !polls(request))
    whole.push({ requests: onTheWay(own), latencies: underWay(own), millis, seeding })
    last = app
  }
  const cli = await importedByCli(stand, last, runs)
  const millis = median(whole.map((run) => run.millis))
  const seeding = median(whole.map((run) => run.seeding))
  const requests = median(whole.map((run) => run.requests))
  const latencies = median(whole.map((run) => run.latencies))
  return [
    { name: 'setup.requests', value: requests, runs: whole.map((run) => run.requests), note: '' },
    { name: 'setup.ratio', value: median(whole.map(ratioOf)), runs: whole.map(ratioOf), note: `${rounded(millis)} ms / (${rounded(latencies)} + ${DEPLOY_MILLIS}) ms; were the local kintone's own work nothing, they would be ${requests * LATENCY} + ${DEPLOY_MILLIS} ms` },
    {
      name: 'setup.vsCli',
      value: millis / median(cli),
      runs: whole.map((run) => run.millis / median(cli)),
      also: seeding < median(cli),
      note: `cli-kintone ${rounded(median(cli))} ms (its start included), whole set-up ${rounded(millis)} ms, the seeding alone ${rounded(seeding)} ms`,
    },
  ]
}

function ratioOf({ millis, latencies }: { readonly millis: number; readonly latencies: number }): number {
  return millis / (latencies + DEPLOY_MILLIS)
}

/** The same 393 records, written by cli-kintone from a file that cli-kintone itself has exported, into an app with the same form. In milliseconds a run */
async function importedByCli({ client, baseUrl, delay }: Stand, from: string, runs: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'junshu-bench-'))
  const login = ['--base-url', baseUrl, '--username', ADMIN.username, '--password', ADMIN.password]
  const cli = async (...parameters: readonly string[]) => (await promisify(execFile)(CLI, [...parameters, ...login], { maxBuffer: 64 * 1024 * 1024 })).stdout
  try {
    await delay(0)
    const csv = await cli('record', 'export', '--app', from, '--order-by', '$id asc', '--fields', [...CATALOG_FIELDS, 'round', 'facility', RESPONSIBILITIES].join(','))
    const file = join(folder, 'records.csv')
    writeFileSync(file, csv)
    const millis: number[] = []
    for (let run = 0; run < runs; run += 1) {
      await delay(0)
      const { app } = await client.app.addApp({ name: `import ${run}` })
      const outcome = await setUpApp({ baseUrl, auth: ADMIN, app, assessment: ASSESSMENT })
      if (outcome.outcome !== 'done') throw new Error(`set-up: ${JSON.stringify(outcome)}`)
      const ids = (await client.record.getAllRecords({ app, fields: ['$id'] })).map((record) => ({ id: String(record['$id']?.value) }))
      await client.record.deleteAllRecords({ app, records: ids })
      await delay(LATENCY)
      const start = performance.now()
      await cli('record', 'import', '--app', app, '--file-path', file)
      millis.push(performance.now() - start)
      await delay(0)
      const { totalCount } = await client.record.getRecords({ app, fields: ['$id'], totalCount: true, query: 'limit 1' })
      if (totalCount !== String(ids.length)) throw new Error(`cli-kintone imported ${totalCount} of ${ids.length} records`)
    }
    return millis
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
