/** What both entries do on kintone's own record pages: the explanation above the form, and the checks before a save. */
import { createRoot } from 'react-dom/client'
import { kintoneItemSurroundings } from '../kintone/item-surroundings'
import { listMemory } from '../kintone/list-memory'
import { kintonePage, screenViewIds } from '../kintone/page'
import type { Device } from '../kintone/record-page'
import { onRecordProceed, onRecordShown, onRecordSubmit } from '../kintone/record-page'
import type { ViewIds } from '../ports/screens'
import { NewRecordNotice, RecordGuide } from '../ui/record/RecordGuide'
import { proceedRefusal, saveJudgement } from '../ui/record/save-judgement'
import { ScreenContextProvider } from '../ui/shared/context'
import { keptText } from '../ui/shared/kept-text'
import { Guarded } from '../ui/shared/states'
import { messagesOf, screenContext } from './screen-context'
import '../ui/record/record.css'

const keptFold = keptText(() => localStorage, 'junshu-guide-folded')

export function guideRecords(device: Device): void {
  onRecordShown(device, ({ mode, item, assessment, box, foldForm }) => {
    const page = kintonePage(device)
    const surroundings = kintoneItemSurroundings(page.get, page.appId, listMemory(sessionStorage, page.appId))
    // On a phone the form that somebody fills in would lie far below the explanation.
    const folded = keptFold.read() ?? (device === 'mobile' && mode === 'edit' ? 'yes' : 'no')
    const fold = { isFolded: mode !== 'print' && folded === 'yes', remember: (folds: boolean) => keptFold.write(folds ? 'yes' : 'no') }
    if (item && !('found' in item) && !fold.isFolded && mode !== 'print') foldForm()
    box.classList.add('jn-root', 'jn-guide-root')
    box.classList.toggle('jn-guide-phone', device === 'mobile')
    const root = createRoot(box)
    const draw = (viewIds: ViewIds) =>
      root.render(
        <ScreenContextProvider value={screenContext(page, viewIds)}>
          <Guarded>{mode === 'create' || item === null ? <NewRecordNotice /> : <RecordGuide mode={mode} item={item} assessment={assessment} surroundings={surroundings} fold={fold} />}</Guarded>
        </ScreenContextProvider>,
      )
    draw({})
    // A drawing that has been taken down is not drawn again.
    let isOpen = true
    screenViewIds(page).then((viewIds) => isOpen && draw(viewIds), () => {})
    return () => {
      isOpen = false
      root.unmount()
    }
  })

  onRecordSubmit(
    device,
    (recordId) => kintonePage(device).get('record', { app: kintonePage(device).appId, id: recordId }).then((answer) => (answer as { readonly record?: unknown }).record),
    (answer) => {
      const page = kintonePage(device)
      return saveJudgement(answer, page.today(new Date()), messagesOf(page))
    },
  )
  onRecordProceed(device, (answer) => proceedRefusal(answer, messagesOf(kintonePage(device))))
}
