import type { KintonePage } from '../kintone/page'
import type { ViewIds } from '../ports/screens'
import type { Messages } from '../ui/messages/ja'
import { ja } from '../ui/messages/ja'
import type { ScreenContext } from '../ui/shared/context'

/** What the script beside this one (entry/english) leaves on the page. */
declare const junshu_english: () => { readonly en: Messages }

export function messagesOf(page: Pick<KintonePage, 'language'>): Messages {
  return page.language === 'ja' ? ja : junshu_english().en
}

/** What the screens on this page are given; `viewIds`: the views whose ids are known by now. */
export function screenContext(page: KintonePage, viewIds: ViewIds): ScreenContext {
  return {
    messages: messagesOf(page),
    userCode: page.userCode,
    today: page.today(new Date()),
    timeOfDay: () => page.timeOfDay(new Date()),
    dayAndTime: (moment) => (Number.isNaN(Date.parse(moment)) ? moment : `${page.today(new Date(moment)).replaceAll('-', '/')} ${page.timeOfDay(new Date(moment))}`),
    recordUrl: page.recordUrl,
    screenUrl: (screen, parameters) => {
      const viewId = viewIds[screen]
      return viewId === undefined ? null : page.listUrl(viewId, parameters?.toString() ?? '')
    },
  }
}
