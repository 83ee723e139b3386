import { startAppFlow } from './admin/app-flow'
import { startAppPlugins } from './admin/app-plugins'
import { startPluginSettings } from './admin/plugin-settings'
import { startSystemPlugins } from './admin/system-plugins'
import { kintoneGlobal } from './api/kintone-global'
import { bootElementId, rootElementId, type Boot } from './boot'
import { Events } from './events'
import { startListPage } from './list/list-page'
import { textsFor } from './messages'
import type { Page } from './page'
import { startPortal } from './portal'
import { startPhoneRecordPage, startPrintPage, startRecordPage } from './record/record-page'
import { startReportPage } from './report/report-page'
import { Rest } from './rest'
import { Stage } from './stage'
import { Ui } from './ui'

const boot = readBoot()
const page = openPage(boot)

// Plug-ins are classic scripts after this one: they find `kintone` here, and no event fires before all of them have registered.
Object.defineProperty(globalThis, 'kintone', { value: kintoneGlobal(page), writable: true, enumerable: true, configurable: true })

// config.js expects the elements of config.html when it runs (CD tutorials/hello-kinplugin), so this page does not wait.
if (boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS') startPluginSettings({ ...page, boot })
else document.addEventListener('DOMContentLoaded', () => void start(boot))

function openPage(data: Boot): Page {
  const texts = textsFor(data.user.language)
  return {
    boot: data,
    root: elementById(rootElementId),
    texts,
    rest: new Rest(data.requestToken, 'app' in data ? data.app.guestSpaceId : null),
    events: new Events(reportError),
    stage: new Stage(),
    ui: new Ui(texts),
  }
}

function start(data: Exclude<Boot, { page: 'APP_SETTINGS_PLUGIN_SETTINGS' }>): Promise<void> | void {
  switch (data.page) {
    case 'PORTAL_TOP':
    case 'PORTAL_TOP_MOBILE':
      return startPortal({ ...page, boot: data })
    case 'APP_INDEX':
    case 'APP_INDEX_MOBILE':
      return startListPage({ ...page, boot: data })
    case 'APP_PRINT':
      return startPrintPage({ ...page, boot: data })
    case 'APP_REPORT':
    case 'APP_REPORT_MOBILE':
      return startReportPage({ ...page, boot: data })
    case 'APP_DETAIL':
    case 'APP_CREATE':
      return startRecordPage({ ...page, boot: data })
    case 'APP_DETAIL_MOBILE':
    case 'APP_EDIT_MOBILE':
    case 'APP_CREATE_MOBILE':
      return startPhoneRecordPage({ ...page, boot: data })
    case 'APP_PLUGINS':
      return startAppPlugins({ ...page, boot: data })
    case 'APP_FLOW':
      return startAppFlow({ ...page, boot: data })
    case 'SYSTEM_PLUGINS':
      return startSystemPlugins({ ...page, boot: data })
  }
}

/** The server wrote it (server/pages/frame.ts), so its shape is taken as it is. */
function readBoot(): Boot {
  return JSON.parse(elementById(bootElementId).textContent ?? '') as Boot
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`The page's frame has no element ${id}.`)
  return element
}
