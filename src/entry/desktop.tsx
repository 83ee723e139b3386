/** Composition root of the app's list pages on a PC. */
import { createRoot } from 'react-dom/client'
import { kintoneAssessedItems } from '../kintone/assessed-items'
import type { KintonePage } from '../kintone/page'
import { kintonePage, onScreenShown, screenViewIds } from '../kintone/page'
import type { AssessedItems } from '../ports/assessed-items'
import type { Screen } from '../ports/screens'
import { Checklist } from '../ui/checklist/Checklist'
import { Dashboard } from '../ui/dashboard/Dashboard'
import { Documents } from '../ui/documents/Documents'
import { Matrix } from '../ui/matrix/Matrix'
import { en } from '../ui/messages/en'
import { ja } from '../ui/messages/ja'
import { ScreenContextProvider } from '../ui/shared/context'
import { ScreenFrame } from '../ui/shared/ScreenFrame'
import '../ui/shared/screen.css'

// kintone rebuilds a custom view's HTML on every change of the list: what was drawn into the old box is taken down first.
let unmount = () => {}

onScreenShown((screen, box) => {
  unmount()
  const page = kintonePage()
  const source = kintoneAssessedItems(page.get, page.appId, page.recordUrl)
  const root = createRoot(box)
  unmount = () => root.unmount()
  box.classList.add('jn-root')
  // Links between screens appear once the views are known; everything else does not wait for them.
  const draw = (viewIds: Readonly<Partial<Record<Screen, string>>>) => root.render(<App screen={screen} page={page} source={source} viewIds={viewIds} />)
  draw({})
  screenViewIds(page).then(draw, () => {})
})

interface AppProps {
  readonly screen: Screen
  readonly page: KintonePage
  readonly source: AssessedItems
  readonly viewIds: Readonly<Partial<Record<Screen, string>>>
}

function App({ screen, page, source, viewIds }: AppProps) {
  const context = {
    messages: page.language === 'ja' ? ja : en,
    today: page.today(new Date()),
    recordUrl: page.recordUrl,
    screenUrl: (other: Screen, parameters?: URLSearchParams) => {
      const viewId = viewIds[other]
      return viewId === undefined ? null : page.listUrl(viewId, parameters?.toString() ?? '')
    },
  }
  return (
    <ScreenContextProvider value={context}>
      <ScreenFrame screen={screen} source={source}>
        {(items) => {
          switch (screen) {
            case 'dashboard':
              return <Dashboard items={items} />
            case 'checklist':
              return <Checklist items={items} source={source} />
            case 'matrix':
              return <Matrix items={items} />
            case 'documents':
              return <Documents items={items} />
          }
        }}
      </ScreenFrame>
    </ScreenContextProvider>
  )
}
