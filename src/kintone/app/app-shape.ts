/** AppShape over kintone's app settings API, by the official client: preview first, then one deploy. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Catalog } from '../../domain/guideline'
import type { AppShape, ShapePlan, ShapeStep } from '../../ports/app-shape'
import { ServiceFailure } from '../../ports/failure'
import { asServiceFailure } from '../failure'
import type { FieldProperty } from './form'
import { desiredFields } from './form'
import type { Layout } from './layout'
import type { AppChanges, AppSettings } from './shape-plan'
import { planShape } from './shape-plan'
import type { View } from './views'
import { VIEWS } from './views'

export interface AppShapeOptions {
  readonly client: KintoneRestAPIClient
  /** The same domain outside any guest space: plug-ins belong to the whole domain. */
  readonly domainClient: KintoneRestAPIClient
  readonly app: string
  readonly catalog: Catalog
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A deploy of an app of this size takes seconds; after this long it is given up, and pressing again looks first whether it has come through. */
const DEPLOY_PATIENCE_MS = 180_000
const DEPLOY_POLL_MS = [200, 300, 500, 1_000]
/** A poll that fails says nothing about the deploy itself. */
const DEPLOY_POLLS_THAT_MAY_FAIL = 5

export function kintoneAppShape({ client, domainClient, app, catalog, wait }: AppShapeOptions): AppShape<AppChanges> {
  async function mayBuild(): Promise<boolean> {
    try {
      // Reading the domain's plug-ins needs the very right that saving a custom view needs. [kintone.dev plugins API]
      await asServiceFailure(() => domainClient.plugin.getPlugins({ limit: 1 }))
      return true
    } catch (error) {
      if (error instanceof ServiceFailure && error.kind === 'forbidden') return false
      throw error
    }
  }

  async function plan(): Promise<ShapePlan<AppChanges>> {
    const [current, live] = await Promise.all([settings(true), settings(false).catch(nullIfNeverDeployed)])
    return planShape(current, live, desiredFields(catalog), VIEWS)
  }

  async function settings(preview: boolean): Promise<AppSettings> {
    const [fields, layout, views] = await asServiceFailure(() =>
      Promise.all([client.app.getFormFields({ app, preview }), client.app.getFormLayout({ app, preview }), client.app.getViews({ app, preview })]),
    )
    // The client's types say more than kintone's own description promises; what we read of them is checked by planShape.
    return {
      // Read side by side: if somebody saved in between, the oldest makes the first write a conflict instead of a loss.
      revision: String(Math.min(...[fields, layout, views].map(({ revision }) => Number(revision)))),
      fields: fields.properties as unknown as Readonly<Record<string, FieldProperty>>,
      layout: layout.layout as unknown as Layout,
      views: views.views as unknown as Readonly<Record<string, View>>,
    }
  }

  async function apply({ changes }: ShapePlan<AppChanges>, begin: (step: ShapeStep) => void): Promise<void> {
    let revision = changes.revision
    const write = async (step: ShapeStep, call: (revision: string) => Promise<{ revision: string }>) => {
      begin(step)
      revision = (await asServiceFailure(() => call(revision))).revision
    }
    // The client wants mutable arrays and narrower types than the API; each value was built by form.ts, layout.ts and views.ts.
    type FieldsParameter = Parameters<typeof client.app.addFormFields>[0]['properties']
    const { fieldsToAdd, fieldsToChange, layout, views } = changes
    if (Object.keys(fieldsToAdd).length > 0) {
      await write('fields', (at) => client.app.addFormFields({ app, properties: fieldsToAdd as FieldsParameter, revision: at }))
    }
    if (Object.keys(fieldsToChange).length > 0) {
      await write('fields', (at) => client.app.updateFormFields({ app, properties: fieldsToChange as FieldsParameter, revision: at }))
    }
    if (layout) {
      type LayoutParameter = Parameters<typeof client.app.updateFormLayout>[0]['layout']
      await write('layout', (at) => client.app.updateFormLayout({ app, layout: layout as unknown as LayoutParameter, revision: at }))
    }
    if (views) {
      type ViewsParameter = Parameters<typeof client.app.updateViews>[0]['views']
      await write('views', (at) => client.app.updateViews({ app, views: views as unknown as ViewsParameter, revision: at }))
    }
    if (changes.deploy) {
      begin('deploy')
      await asServiceFailure(() => client.app.deployApp({ apps: [{ app, revision }] }))
      await deployed()
    }
  }

  async function deployed(): Promise<void> {
    let waited = 0
    let failedPolls = 0
    for (let poll = 0; waited < DEPLOY_PATIENCE_MS; poll++) {
      const pause = DEPLOY_POLL_MS[Math.min(poll, DEPLOY_POLL_MS.length - 1)] as number
      await wait(pause)
      waited += pause
      const status = await deployStatus().catch((error: unknown) => {
        if (++failedPolls > DEPLOY_POLLS_THAT_MAY_FAIL) throw error
        return 'PROCESSING'
      })
      if (status === 'SUCCESS') return
      if (status !== 'PROCESSING') throw new ServiceFailure('refused', `deploy ${status}`, status)
    }
    throw new ServiceFailure('busy', `deploy PROCESSING > ${DEPLOY_PATIENCE_MS / 1000} s`, 'PROCESSING')
  }

  async function deployStatus(): Promise<string> {
    const { apps } = await asServiceFailure(() => client.app.getDeployStatus({ apps: [app] }))
    return apps[0]?.status ?? 'PROCESSING'
  }

  return { mayBuild, plan, apply }
}

/** Only an app that was never deployed is missing live while its preview is there. */
function nullIfNeverDeployed(error: unknown): null {
  if (error instanceof ServiceFailure && error.kind === 'notFound') return null
  throw error
}
