/** The demo hospital's app on the local kintone: made and filled as an administrator of a real domain would do it, by the official client. */
import { readFileSync } from 'node:fs'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'

export const ADMIN = { username: 'admin', password: 'admin' }
const APP_NAME = '医療情報ガイドライン遵守管理'
/** The demo's group of people who may read and no more. */
const VIEWERS = 'readonly-viewers'

interface DemoApp {
  readonly app: string
  readonly settingsUrl: string
}

/** Installs the packed plug-in (or updates it), and makes the app with the plug-in in it unless it is there. */
export async function prepareDemoApp(baseUrl: string, zipPath: string, pluginId: string): Promise<DemoApp> {
  const client = new KintoneRestAPIClient({ baseUrl, auth: ADMIN })
  await installPlugin(client, zipPath, pluginId)
  const { apps } = await client.app.getApps({ name: APP_NAME })
  const app = apps.find(({ name }) => name === APP_NAME)?.appId ?? (await makeApp(client, pluginId))
  return { app, settingsUrl: `${baseUrl}/k/admin/app/${app}/plugin/config?pluginId=${pluginId}` }
}

async function installPlugin(client: KintoneRestAPIClient, zipPath: string, pluginId: string): Promise<void> {
  const { fileKey } = await client.file.uploadFile({ file: { name: 'plugin.zip', data: readFileSync(zipPath) } })
  const { plugins } = await client.plugin.getPlugins({ ids: [pluginId] })
  if (plugins.length > 0) await client.plugin.updatePlugin({ id: pluginId, fileKey })
  else await client.plugin.installPlugin({ fileKey })
}

async function makeApp(client: KintoneRestAPIClient, pluginId: string): Promise<string> {
  const { app } = await client.app.addApp({ name: APP_NAME })
  await client.app.addPlugins({ app, ids: [pluginId] })
  const nobody = { appEditable: false, recordViewable: true, recordAddable: false, recordEditable: false, recordDeletable: false, recordImportable: false, recordExportable: false }
  const staff = { ...nobody, recordAddable: true, recordEditable: true, recordExportable: true }
  await client.app.updateAppAcl({
    app,
    rights: [
      { entity: { type: 'CREATOR' }, ...staff, appEditable: true, recordDeletable: true, recordImportable: true },
      { entity: { type: 'GROUP', code: VIEWERS }, ...nobody },
      { entity: { type: 'GROUP', code: 'everyone' }, ...staff },
    ],
  })
  await client.app.deployApp({ apps: [{ app }] })
  await deployed(client, app)
  return app
}

async function deployed(client: KintoneRestAPIClient, app: string): Promise<void> {
  for (;;) {
    const { apps } = await client.app.getDeployStatus({ apps: [app] })
    const status = apps[0]?.status
    if (status === 'SUCCESS') return
    if (status !== 'PROCESSING') throw new Error(`The demo's app was not deployed: ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
