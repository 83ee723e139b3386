/** Composition root of set-up outside a browser: the same use cases, signed in by a password. */
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { builtInCatalog } from '../catalog'
import type { Assessment } from '../domain/assessment'
import { kintoneAppShape } from '../kintone/app/app-shape'
import { kintoneSeedRecords } from '../kintone/seed-records'
import type { PlanOutcome } from '../usecases/plan-setup'
import { planSetup } from '../usecases/plan-setup'
import type { SetupOutcome, SetupStep } from '../usecases/run-setup'
import { runSetup } from '../usecases/run-setup'

export interface NodeSetup {
  readonly baseUrl: string
  readonly auth: { readonly username: string; readonly password: string }
  readonly guestSpaceId?: string
  readonly app: string
  readonly assessment: Assessment
  readonly begin?: (step: SetupStep) => void
}

/** Plans and, if nothing stands in the way, carries out. Rejects with a ServiceFailure if the app cannot be read. */
export async function setUpApp(options: NodeSetup): Promise<SetupOutcome | Exclude<PlanOutcome, { outcome: 'planned' }>> {
  const { baseUrl, auth, guestSpaceId, app, assessment, begin = () => {} } = options
  const client = new KintoneRestAPIClient({ baseUrl, auth, ...(guestSpaceId === undefined ? {} : { guestSpaceId }) })
  const domainClient = new KintoneRestAPIClient({ baseUrl, auth })
  const catalog = builtInCatalog()
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  const ports = { catalog, shape: kintoneAppShape({ client, domainClient, app, catalog, wait }), records: kintoneSeedRecords(client, app) }
  const planned = await planSetup(ports, assessment)
  return planned.outcome === 'planned' ? runSetup(ports, planned.plan, begin) : planned
}
