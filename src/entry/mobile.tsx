/** Composition root of the app's list and record pages on a phone. */
import { kintoneAnswers } from '../kintone/answers'
import { kintoneAssessedItems } from '../kintone/assessed-items'
import { kintoneDirectory } from '../kintone/directory'
import { kintoneEvidenceFiles } from '../kintone/evidence-files'
import { kintonePage, onScreenShown, screenViewIds } from '../kintone/page'
import { kintoneNewerItems } from '../kintone/newer-items'
import { kintoneQuestions } from '../kintone/questions'
import { kintoneWorkSteps } from '../kintone/work-steps'
import type { ViewIds } from '../ports/screens'
import type { Drafts } from '../ui/checklist/use-answer'
import { PhoneApp } from '../ui/phone/PhoneApp'
import { storedDrafts } from '../ui/checklist/stored-drafts'
import { ScreenContextProvider } from '../ui/shared/context'
import { Guarded } from '../ui/shared/states'
import { unsentQuestions } from '../ui/shared/unsent-questions'
import { keptDrawing } from './kept-drawing'
import { guideRecords } from './record-guide'
import { screenContext } from './screen-context'
import '../ui/shared/screen.css'

let drafts: Drafts | null = null

const drawing = keptDrawing('jn-root jn-phone', (screen, root) => {
  const page = kintonePage('mobile')
  const tab = `${page.appId}-${page.userCode}`
  drafts ??= storedDrafts(sessionStorage, tab)
  const ports = {
    source: kintoneAssessedItems(page.get, page.appId, page.recordUrl),
    answers: kintoneAnswers(page.write, page.appId, page.apiPath),
    directory: kintoneDirectory(page.getUsers),
    files: kintoneEvidenceFiles(page.fileApi),
    newer: kintoneNewerItems(page.get, page.appId),
    questions: kintoneQuestions(page.get, page.write, page.appId),
    unsent: unsentQuestions(sessionStorage, tab),
    work: kintoneWorkSteps(page.get, page.write, page.appId, page.userCode),
    drafts,
  }
  const draw = (viewIds: ViewIds) =>
    root.render(
      <ScreenContextProvider value={screenContext(page, viewIds)}>
        <Guarded>
          <PhoneApp screen={screen} ports={ports} />
        </Guarded>
      </ScreenContextProvider>,
    )
  draw({})
  screenViewIds(page).then(draw, () => {})
})
onScreenShown(drawing, 'mobile')

guideRecords('mobile')
