/** Composition root of the app's list and record pages on a phone. */
import { createRoot } from 'react-dom/client'
import { kintoneAnswers } from '../kintone/answers'
import { kintoneAssessedItems } from '../kintone/assessed-items'
import { kintoneDirectory } from '../kintone/directory'
import { kintoneEvidenceFiles } from '../kintone/evidence-files'
import { kintonePage, onScreenShown, screenViewIds } from '../kintone/page'
import { kintoneNewerItems } from '../kintone/newer-items'
import { kintoneQuestions } from '../kintone/questions'
import { kintoneWorkSteps } from '../kintone/work-steps'
import type { Screen } from '../ports/screens'
import type { Drafts } from '../ui/checklist/use-answer'
import { PhoneApp } from '../ui/phone/PhoneApp'
import { storedDrafts } from '../ui/phone/stored-drafts'
import { ScreenContextProvider } from '../ui/shared/context'
import { unsentQuestions } from '../ui/shared/unsent-questions'
import { guideRecords } from './record-guide'
import { screenContext } from './screen-context'
import '../ui/shared/screen.css'

let unmount = () => {}
let drafts: Drafts | null = null

onScreenShown((screen, box) => {
  unmount()
  const page = kintonePage('mobile')
  drafts ??= storedDrafts(sessionStorage, page.appId)
  const ports = {
    source: kintoneAssessedItems(page.get, page.appId, page.recordUrl),
    answers: kintoneAnswers(page.write, page.appId, page.apiPath),
    directory: kintoneDirectory(page.getUsers),
    files: kintoneEvidenceFiles(page.fileApi),
    newer: kintoneNewerItems(page.get, page.appId),
    questions: kintoneQuestions(page.get, page.write, page.appId),
    unsent: unsentQuestions(sessionStorage, page.appId),
    work: kintoneWorkSteps(page.get, page.write, page.appId, page.userCode),
    drafts,
  }
  box.classList.add('jn-root', 'jn-phone')
  const root = createRoot(box)
  unmount = () => root.unmount()
  const draw = (viewIds: Readonly<Partial<Record<Screen, string>>>) =>
    root.render(
      <ScreenContextProvider value={screenContext(page, viewIds)}>
        <PhoneApp screen={screen} ports={ports} />
      </ScreenContextProvider>,
    )
  draw({})
  screenViewIds(page).then(draw, () => {})
}, 'mobile')

guideRecords('mobile')
