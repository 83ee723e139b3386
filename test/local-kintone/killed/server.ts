import { startLocalKintone } from '../../../local-kintone/server/start'

/* A local kintone in a process of its own, to be killed: `tsx server.ts <data folder>`; tells its address on the first line. */

const kintone = await startLocalKintone({ dataDir: process.argv[2] ?? null, port: 0, deployMillis: 5 })
console.log(kintone.baseUrl)
