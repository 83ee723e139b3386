/** Composition root of the plug-in's settings screen. */
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { createRoot } from 'react-dom/client'
import { builtInCatalog } from '../catalog'
import { fiscalYear } from '../domain/assessment'
import { kintoneAppShape } from '../kintone/app/app-shape'
import { kintonePage, screenViewIds } from '../kintone/page'
import { kintoneSeedRecords } from '../kintone/seed-records'
import { SCREENS } from '../ports/screens'
import { SetupScreen } from '../ui/config/SetupScreen'
import type { SetupActions } from '../ui/config/SetupScreen'
import { en } from '../ui/messages/en'
import { ja } from '../ui/messages/ja'
import { planSetup } from '../usecases/plan-setup'
import { runSetup } from '../usecases/run-setup'
import '../ui/config/config.css'

const page = kintonePage()
const client = new KintoneRestAPIClient(page.guestSpaceId === null ? {} : { guestSpaceId: page.guestSpaceId })
const catalog = builtInCatalog()
const ports = {
  catalog,
  shape: kintoneAppShape({
    client,
    domainClient: new KintoneRestAPIClient(),
    app: page.appId,
    catalog,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }),
  records: kintoneSeedRecords(client, page.appId),
}
const actions: SetupActions = {
  plan: (assessment) => planSetup(ports, assessment),
  run: (plan, begin) => runSetup(ports, plan, begin),
  screenLinks: async () => {
    const viewIds = await screenViewIds(page)
    return SCREENS.flatMap((screen) => (viewIds[screen] === undefined ? [] : [{ screen, url: page.listUrl(viewIds[screen], '') }]))
  },
  pluginListUrl: page.pluginListUrl(),
}

const box = document.getElementById('junshu-config')
if (!box) throw new Error('html/config.html has no box with the id junshu-config')
box.classList.add('jn-root')
const messages = page.language === 'ja' ? ja : en
createRoot(box).render(<SetupScreen messages={messages} actions={actions} initial={{ round: fiscalYear(page.today(new Date())), facility: '本院' }} />)
