/** Composition root of set-up on the command line: the same use cases, planned and run apart, over whatever connection the caller has made. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { builtInCatalog } from '../catalog'
import type { Assessment } from '../domain/assessment'
import type { SeedPlan } from '../domain/seed-plan'
import { planSeed } from '../domain/seed-plan'
import { kintoneAppShape } from '../kintone/app/app-shape'
import { kintoneSeedRecords } from '../kintone/seed-records'
import type { ShapeWishes } from '../ports/app-shape'
import type { PlanOutcome, SetupPlan } from '../usecases/plan-setup'
import { planSetup } from '../usecases/plan-setup'
import type { RunControl, SetupOutcome, SetupStep } from '../usecases/run-setup'
import { runSetup } from '../usecases/run-setup'

export interface CommandLineSetup {
  /** Reads and writes nothing. Rejects with a ServiceFailure. */
  plan(): Promise<PlanOutcome>
  run(plan: SetupPlan, begin: (step: SetupStep) => void, control: RunControl): Promise<SetupOutcome>
}

interface CommandLineOptions {
  readonly client: KintoneRestAPIClient
  /** The same domain outside any guest space. */
  readonly domainClient: KintoneRestAPIClient
  readonly app: string
  readonly isInGuestSpace: boolean
  /** Login name of whoever runs set-up; may write the catalog's fields. */
  readonly user: string
  readonly assessment: Assessment
  readonly wishes: ShapeWishes
}

export function commandLineSetup({ client, domainClient, app, isInGuestSpace, user, assessment, wishes }: CommandLineOptions): CommandLineSetup {
  const catalog = builtInCatalog()
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  const ports = { catalog, shape: kintoneAppShape({ client, domainClient, app, isInGuestSpace, catalog, maintainer: user, wait }), records: kintoneSeedRecords(client, app) }
  return { plan: () => planSetup(ports, assessment, wishes), run: (plan, begin, control) => runSetup(ports, plan, begin, control) }
}

/** The records that an app without any would get. */
export function seedOfNewApp(assessment: Assessment): SeedPlan {
  return planSeed(builtInCatalog(), assessment, new Set())
}
