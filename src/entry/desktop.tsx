/** Composition root of the app's list and record pages on a PC. */
import type { ApiWrite } from '../kintone/answers'
import { kintoneAnswers } from '../kintone/answers'
import { kintoneAssessedItems } from '../kintone/assessed-items'
import { kintoneDirectory } from '../kintone/directory'
import { kintoneEvidenceFiles } from '../kintone/evidence-files'
import { listMemory } from '../kintone/list-memory'
import { kintoneNewerItems } from '../kintone/newer-items'
import type { KintonePage } from '../kintone/page'
import { kintonePage, onListShown, onScreenShown, ownPluginId, pluginConfig, screenViewIds } from '../kintone/page'
import { kintoneQuestions } from '../kintone/questions'
import { kintoneRecordHistories } from '../kintone/record-histories'
import { ITEM_FIELDS } from '../kintone/record-codec'
import { recordMemory } from '../kintone/record-memory'
import { requestGate } from '../kintone/request-gate'
import { kintoneWorkSteps } from '../kintone/work-steps'
import type { Answers } from '../ports/answers'
import type { AssessedItems } from '../ports/assessed-items'
import type { Directory } from '../ports/directory'
import type { EvidenceFiles } from '../ports/evidence-files'
import type { NewerItems } from '../ports/newer-items'
import type { Questions } from '../ports/questions'
import type { RecordHistories } from '../ports/record-histories'
import type { RememberedItems } from '../ports/remembered-items'
import type { Screen, ViewIds } from '../ports/screens'
import type { WorkSteps } from '../ports/work-steps'
import type { StoredSettings } from '../settings/stored-settings'
import { readSettings } from '../settings/stored-settings'
import { Checklist } from '../ui/checklist/Checklist'
import { storedDrafts } from '../ui/checklist/stored-drafts'
import type { Drafts } from '../ui/checklist/use-answer'
import { Dashboard } from '../ui/dashboard/Dashboard'
import { Documents } from '../ui/documents/Documents'
import { Matrix } from '../ui/matrix/Matrix'
import { storedMatrixDrafts } from '../ui/matrix/stored-drafts'
import type { MatrixDrafts } from '../ui/matrix/use-matrix-edit'
import { ScreenContextProvider } from '../ui/shared/context'
import { CurrentItems } from '../ui/shared/CurrentItems'
import { ScreenFrame } from '../ui/shared/ScreenFrame'
import type { UnsentQuestions } from '../ui/shared/unsent-questions'
import { unsentQuestions } from '../ui/shared/unsent-questions'
import { importMemory } from '../ui/papers/import-memory'
import type { TableFiles } from '../ui/papers/table-files'
import { keptDrawing } from './kept-drawing'
import { guideRecords } from './record-guide'
import { screenContext } from './screen-context'
import '../ui/shared/screen.css'

// What somebody has written and not yet saved outlives the drawing.
let drafts: Drafts | null = null
let matrixDrafts: MatrixDrafts | null = null
const config = pluginConfig(ownPluginId())

const drawing = keptDrawing('jn-root', (screen, root) => {
  const page = kintonePage()
  const tab = `${page.appId}-${page.userCode}`
  drafts ??= storedDrafts(sessionStorage, tab)
  matrixDrafts ??= storedMatrixDrafts(sessionStorage, tab)
  const memory = recordMemory(sessionStorage, tab, ITEM_FIELDS.join(), () => `${page.today(new Date())} ${page.timeOfDay(new Date())}`)
  const write: ApiWrite = (...request) => {
    memory.touch()
    return page.write(...request)
  }
  const ports: Ports = {
    source: kintoneAssessedItems(page.get, page.appId, page.recordUrl, requestGate(), memory),
    answers: kintoneAnswers(write, page.appId, page.apiPath),
    directory: kintoneDirectory(page.getUsers),
    files: kintoneEvidenceFiles(page.fileApi),
    histories: kintoneRecordHistories(page.get, page.appId, page.today),
    newer: kintoneNewerItems(page.get, page.appId),
    questions: kintoneQuestions(page.get, write, page.appId),
    unsent: unsentQuestions(sessionStorage, tab),
    work: kintoneWorkSteps(page.get, write, page.appId, page.userCode),
    drafts,
    matrixDrafts,
  }
  const settings = readSettings(config.get())
  // Links between screens appear once the views are known; everything else does not wait for them.
  const draw = (viewIds: ViewIds) => root.render(<App screen={screen} page={page} ports={ports} settings={settings} viewIds={viewIds} />)
  draw({})
  screenViewIds(page).then(draw, () => {})
})
onScreenShown(drawing)

onListShown((list) => listMemory(sessionStorage, kintonePage().appId).remember(list))
guideRecords('desktop')

interface Ports {
  readonly source: AssessedItems & { readonly remembered: RememberedItems }
  readonly answers: Answers
  readonly directory: Directory
  readonly files: EvidenceFiles
  readonly histories: RecordHistories
  readonly newer: NewerItems
  readonly questions: Questions
  readonly unsent: UnsentQuestions
  readonly work: WorkSteps
  readonly drafts: Drafts
  readonly matrixDrafts: MatrixDrafts
}

/** What the script beside this one (entry/spreadsheet) leaves on the page: nothing of it has run until it is asked for the first time. */
declare const junshu_spreadsheet: () => TableFiles

interface AppProps {
  readonly screen: Screen
  readonly page: KintonePage
  readonly ports: Ports
  readonly settings: StoredSettings
  readonly viewIds: ViewIds
}

function App({ screen, page, ports, settings, viewIds }: AppProps) {
  const context = { ...screenContext(page, viewIds), tableFiles: () => junshu_spreadsheet(), importMemory: importMemory(sessionStorage, `${page.appId}-${page.userCode}`), rememberList: (name: string, ids: readonly string[]) => listMemory(sessionStorage, page.appId).remember({ kind: 'records', name, ids }) }
  return (
    <ScreenContextProvider value={context}>
      <ScreenFrame screen={screen} source={ports.source} remembered={ports.source.remembered}>
        {(items, list) => (
          <CurrentItems key={list.assessment} list={list} items={items} newer={ports.newer}>
            {(current, update) => {
              switch (screen) {
                case 'matrix':
                  return <Matrix items={current} list={list} source={ports.source} answers={ports.answers} histories={ports.histories} drafts={ports.matrixDrafts} settings={settings} />
                case 'dashboard':
                  return <Dashboard items={current} round={list.open.round} />
                case 'checklist':
                  return <Checklist {...ports} assessment={list.open} items={current} update={update} />
                case 'documents':
                  return <Documents {...ports} assessment={list.open} items={current} update={update} />
              }
            }}
          </CurrentItems>
        )}
      </ScreenFrame>
    </ScreenContextProvider>
  )
}
