/** Composition root of the plug-in's settings screen. */
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { createRoot } from 'react-dom/client'
import { builtInCatalog } from '../catalog'
import { fiscalYear } from '../domain/assessment'
import { kintoneAppShape } from '../kintone/app/app-shape'
import { groupCode, kintoneDirectory } from '../kintone/directory'
import { kintoneOfficialTexts } from '../kintone/official-texts'
import { kintonePage, ownPluginId, pluginConfig, screenViewIds } from '../kintone/page'
import { kintoneRecordsTakeBack } from '../kintone/records-take-back'
import { kintoneSeedRecords } from '../kintone/seed-records'
import { kintoneSettingsStore } from '../kintone/settings-store'
import type { PdfReader } from '../ports/pdf-reader'
import { SCREENS } from '../ports/screens'
import { Refusal } from '../ui/config/Outcome'
import { SettingsScreen } from '../ui/config/SettingsScreen'
import type { SettingsActions } from '../ui/config/SettingsScreen'
import { configEn } from '../ui/messages/config.en'
import { configJa } from '../ui/messages/config.ja'
import { CaughtMistakes } from '../ui/shared/caught-mistakes'
import { keptText } from '../ui/shared/kept-text'
import { planSetup } from '../usecases/plan-setup'
import { runSetup } from '../usecases/run-setup'
import { planTakeBack, readRunLog, takeBack } from '../usecases/take-back'
import '../ui/config/config.css'

const page = kintonePage()
const client = new KintoneRestAPIClient(page.guestSpaceId === null ? {} : { guestSpaceId: page.guestSpaceId })
const catalog = builtInCatalog()
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
const shape = kintoneAppShape({
  client,
  domainClient: new KintoneRestAPIClient(),
  app: page.appId,
  isInGuestSpace: page.guestSpaceId !== null,
  catalog,
  maintainer: page.userCode,
  wait,
})
const directory = kintoneDirectory(page.getUsers)
const back = { app: shape.back, records: kintoneRecordsTakeBack(client, page.appId) }
const ports = {
  catalog,
  shape,
  records: kintoneSeedRecords(client, page.appId, directory),
}
const kept = keptText(() => localStorage, `junshu-run-${page.appId}`)
const actions: SettingsActions = {
  plan: (assessment, wishes, seed) => planSetup(ports, assessment, wishes, seed),
  run: (plan, begin, signal) => runSetup(ports, plan, begin, { signal }),
  groupCode: (typed) => groupCode(page.getUsers, typed),
  people: directory.people,
  assessments: ports.records.assessments,
  itemsOf: { MHLW: catalog.items.filter(({ part }) => part === 'MHLW').length, METI: catalog.items.filter(({ part }) => part === 'METI').length },
  lastRun: () => readRunLog(kept.read() ?? ''),
  keepRun: (log) => kept.write(JSON.stringify(log)),
  planTakeBack: (log) => planTakeBack(back, log),
  takeBack: (plan) => takeBack(back, plan, () => {}),
  screenLinks: async () => {
    const viewIds = await screenViewIds(page)
    return SCREENS.flatMap((screen) => (viewIds[screen] === undefined ? [] : [{ screen, url: page.listUrl(viewIds[screen], '') }]))
  },
  officialText: { items: catalog.items, texts: kintoneOfficialTexts(client, page.appId), readPdf: (bytes, progress) => pdfReader()(bytes, progress) },
  settings: kintoneSettingsStore({ client, app: page.appId, config: pluginConfig(ownPluginId()), wait }),
  pluginListUrl: page.pluginListUrl(),
}

/** What the script beside this one (entry/pdf) leaves on the page: nothing of it has run until it is asked for the first time. */
declare const junshu_pdf: () => { readonly readPdf: PdfReader }
function pdfReader(): PdfReader {
  return junshu_pdf().readPdf
}

const box = document.getElementById('junshu-config')
if (!box) throw new Error('html/config.html has no box with the id junshu-config')
box.classList.add('jn-root')
const messages = page.language === 'ja' ? configJa : configEn
createRoot(box).render(
  <CaughtMistakes drawn={(failure) => <Refusal title={messages.broken} failure={failure} messages={messages} />}>
    <SettingsScreen messages={messages} actions={actions} initial={{ round: fiscalYear(page.today(new Date())), facility: '本院' }} />
  </CaughtMistakes>,
)
