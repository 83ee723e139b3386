/** The plug-in's settings in kintone: kept by its JavaScript API, in force once the app is deployed. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { ServiceFailure } from '../ports/failure'
import type { SettingsStore } from '../ports/settings-store'
import { readSettings, storedSettings } from '../settings/stored-settings'
import { deploy } from './app/deploy'
import { asServiceFailure } from './failure'

/** kintone.plugin.app.getConfig and setConfig for our own plug-in. */
export interface PluginConfig {
  get(): unknown
  /** Resolves when kintone says that it is saved. What kintone refuses it shows to the person itself, and says nothing here. */
  set(config: Readonly<Record<string, string>>): Promise<void>
}

/** So long without a word from setConfig means that kintone has refused, or that the line is down. Our own measure. */
const SAVE_PATIENCE_MS = 30_000

interface Options {
  readonly client: KintoneRestAPIClient
  readonly app: string
  readonly config: PluginConfig
  readonly wait: (milliseconds: number) => Promise<void>
}

export function kintoneSettingsStore({ client, app, config, wait }: Options): SettingsStore {
  // getConfig answers what the page was opened with: what has been saved since is remembered here.
  let held = config.get()

  /** Every save raises the revision and a deploy makes it live: while both are the same, nobody has anything waiting. */
  async function othersWait(): Promise<boolean> {
    const [preview, live] = await Promise.all([true, false].map((ofPreview) => asServiceFailure(() => client.app.getAppSettings({ app, preview: ofPreview }))))
    return preview?.revision !== live?.revision
  }

  return {
    read: () => readSettings(held),

    async save(settings) {
      const stored = storedSettings(settings, held)
      if (stored === 'tooLong') return { outcome: 'tooLong' }
      const waiting = await othersWait()
      await Promise.race([config.set(stored), wait(SAVE_PATIENCE_MS).then(() => Promise.reject(new ServiceFailure('unknown', 'setConfig', null)))])
      held = stored
      if (waiting) return { outcome: 'savedOnly' }
      await deploy(client, { app, wait })
      return { outcome: 'live' }
    },

    publish: () => deploy(client, { app, wait }),
  }
}
