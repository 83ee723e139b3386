import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalKintone } from './start'

/* npx tsx local-kintone/server/main.ts --port 8100 --data .local-kintone */

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8100' }, data: { type: 'string' } },
})

try {
  const kintone = await startLocalKintone({ dataDir: values.data === undefined ? null : resolve(values.data), port: Number(values.port) })
  console.log(`Local kintone: ${kintone.baseUrl}/k/ (admin / admin)`)
  const stop = () => void kintone.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
