/** Making an app's saved settings live, and waiting until they are. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { ServiceFailure } from '../../ports/failure'
import { asServiceFailure } from '../failure'

/** A deploy of an app of this size takes seconds; after this long it is given up, and pressing again looks first whether it has come through. */
const PATIENCE_MS = 180_000
const POLL_MS = [200, 300, 500, 1_000]
/** A poll that fails says nothing about the deploy itself. */
const POLLS_THAT_MAY_FAIL = 5

interface Deploy {
  readonly app: string
  /** kintone refuses the deploy if somebody has saved since; left out: whatever is saved goes live. */
  readonly revision?: string
  /** Throws away what is saved and not live, instead */
  readonly revert?: true
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Rejects with a ServiceFailure if kintone refuses, if it ends in anything but success, or if it takes over three minutes. */
export async function deploy(client: KintoneRestAPIClient, { app, revision, revert, wait }: Deploy): Promise<void> {
  await asServiceFailure(() => client.app.deployApp({ apps: [revision === undefined ? { app } : { app, revision }], ...(revert ? { revert } : {}) }))
  let waited = 0
  let failedPolls = 0
  for (let poll = 0; waited < PATIENCE_MS; poll++) {
    const pause = POLL_MS[Math.min(poll, POLL_MS.length - 1)] as number
    await wait(pause)
    waited += pause
    const status = await deployStatus(client, app).catch((error: unknown) => {
      if (++failedPolls > POLLS_THAT_MAY_FAIL) throw error
      return 'PROCESSING'
    })
    if (status === 'SUCCESS') return
    if (status !== 'PROCESSING') throw new ServiceFailure('refused', `deploy ${status}`, status)
  }
  throw new ServiceFailure('busy', `deploy PROCESSING > ${PATIENCE_MS / 1000} s`, 'PROCESSING')
}

async function deployStatus(client: KintoneRestAPIClient, app: string): Promise<string> {
  const { apps } = await asServiceFailure(() => client.app.getDeployStatus({ apps: [app] }))
  return apps[0]?.status ?? 'PROCESSING'
}
