/** The local kintone in a process of its own, so that it does not share a processor's time with what is measured. Told what to do over Node's channel between processes. */
import { startLocalKintone } from '../../local-kintone/server/start'
import { startFront } from './front'
import { DEPLOY_MILLIS } from './stand'

const kintone = await startLocalKintone({ dataDir: null, port: 0, deployMillis: DEPLOY_MILLIS })
let delay = 0
const front = await startFront(kintone.baseUrl, () => delay)
/** What a page of kintone asks for: the API, and the page itself. */
const EVERYTHING = /.*/

process.on('message', (message: { readonly delay: number }) => {
  delay = message.delay
  kintone.faults.clear()
  if (delay > 0) kintone.faults.plant({ does: 'delay', millis: delay, path: EVERYTHING, times: Infinity })
  process.send?.({ delayed: delay })
})
process.on('disconnect', () => {
  front.close()
  void kintone.close().then(() => process.exit(0))
})
process.send?.({ baseUrl: kintone.baseUrl, frontUrl: front.url })
