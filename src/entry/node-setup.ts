/** Composition root of set-up outside a browser: the same use cases, signed in by a password. */
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { builtInCatalog } from '../catalog'
import type { Assessment } from '../domain/assessment'
import type { Catalog } from '../domain/guideline'
import { kintoneAppShape } from '../kintone/app/app-shape'
import { kintoneRecordsTakeBack } from '../kintone/records-take-back'
import { kintoneSeedRecords } from '../kintone/seed-records'
import type { SeedWishes } from '../domain/seed-plan'
import { USUAL_SEED } from '../domain/seed-plan'
import type { ShapeEntry, ShapeWishes } from '../ports/app-shape'
import { pendingOfOthers } from '../ports/app-shape'
import type { PlanOutcome, SetupPorts } from '../usecases/plan-setup'
import { planSetup, USUAL_WISHES } from '../usecases/plan-setup'
import type { RunControl, SetupOutcome, SetupStep } from '../usecases/run-setup'
import { runSetup } from '../usecases/run-setup'
import type { TakeBackPorts } from '../usecases/take-back'

interface NodeConnection {
  readonly baseUrl: string
  readonly auth: { readonly username: string; readonly password: string }
  readonly guestSpaceId?: string
  readonly app: string
  /** The built-in one, unless told otherwise. */
  readonly catalog?: Catalog
  readonly wait?: (milliseconds: number) => Promise<void>
}

export interface NodeSetup extends NodeConnection, Partial<ShapeWishes>, Partial<SeedWishes>, RunControl {
  readonly assessment: Assessment
  readonly begin?: (step: SetupStep) => void
  /** Goes on even though the deploy publishes what other people have saved and not made live. */
  readonly publishPending?: boolean
}

/** Something that somebody else has saved would be published along with set-up's own; nothing has been written. */
interface PendingOutcome {
  readonly outcome: 'pending'
  readonly pending: readonly ShapeEntry[]
}

export function nodePorts(connection: NodeConnection): SetupPorts {
  const { client, shape, catalog } = connect(connection)
  return { catalog, shape, records: kintoneSeedRecords(client, connection.app) }
}

function connect({ baseUrl, auth, guestSpaceId, app, catalog = builtInCatalog(), wait = sleep }: NodeConnection) {
  const client = new KintoneRestAPIClient({ baseUrl, auth, ...(guestSpaceId === undefined ? {} : { guestSpaceId }) })
  const domainClient = new KintoneRestAPIClient({ baseUrl, auth })
  return { catalog, client, shape: kintoneAppShape({ client, domainClient, app, isInGuestSpace: guestSpaceId !== undefined, catalog, maintainer: auth.username, wait }) }
}

/** What set-up needs to take a run back. */
export function nodeTakeBackPorts(connection: NodeConnection): TakeBackPorts {
  const { client, shape } = connect(connection)
  return { app: shape.back, records: kintoneRecordsTakeBack(client, connection.app) }
}

/** Plans and, if nothing stands in the way, carries out. Rejects with a ServiceFailure if the app cannot be read. */
export async function setUpApp(options: NodeSetup): Promise<SetupOutcome | Exclude<PlanOutcome, { outcome: 'planned' }> | PendingOutcome> {
  const { assessment, preset = USUAL_WISHES.preset, viewersGroup = USUAL_WISHES.viewersGroup, parts, reviewers, handOver, begin = () => {}, publishPending = false, ...control } = options
  const ports = nodePorts(options)
  const planned = await planSetup(ports, assessment, { preset, viewersGroup }, { parts: parts ?? USUAL_SEED.parts, reviewers: reviewers ?? USUAL_SEED.reviewers, handOver: handOver ?? null })
  if (planned.outcome !== 'planned') return planned
  const pending = pendingOfOthers(planned.plan.shape)
  if (pending.length > 0 && !publishPending) return { outcome: 'pending', pending }
  return runSetup(ports, planned.plan, begin, control)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
