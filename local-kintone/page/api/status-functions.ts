import type { AppBoot, Boot } from '../boot'
import type { Page } from '../page'
import { meets } from '../record/conditions'
import { usersIn, type CoveredEntity } from '../record/people'
import { assigneesOf, nextAssignee, possibleActions } from '../record/process'

interface AppAction {
  readonly name: string
  readonly id: string
  readonly filterCond: string
  readonly entities: readonly { readonly type: string; readonly code: string | null }[]
}

/** The functions about process management and app actions on record pages [CD js-api/app/get-status-*, js-api/record/get-*]. */
export function statusFunctions(page: Page): Record<string, unknown> {
  const { stage, boot } = page
  if (!isAppBoot(boot)) return {}
  const appPage: Page<AppBoot> = { ...page, boot }
  return {
    getStatusActions: async () => {
      const open = stage.record
      if (open === null || open.process === null || open.mode !== 'show') return []
      const { record } = open.get()
      const { process } = open
      const actions = await possibleActions(appPage, process, record)
      return Promise.all(
        actions.map(async (action) => {
          const { type, entities } = nextAssignee(process, action)
          return { name: action.name, nextStatus: { name: action.to, type, assignees: await usersIn(appPage, entities, record) } }
        }),
      )
    },
    getAssignees: async () => {
      const assignees = stage.record === null ? [] : assigneesOf(stage.record.get().record)
      return assignees.map(({ code, name }) => ({ assignee: { code, name }, action: null }))
    },
    // Nothing is kept of former statuses (behaviour.md).
    getStatusHistory: async () => [],
    getActions: async () => {
      const { recordId, mode } = stage.record ?? { recordId: null, mode: null }
      if (recordId === null || mode !== 'show') return []
      const { actions } = await page.rest.call<{ actions: Readonly<Record<string, AppAction>> }>('GET', 'app/actions', {
        app: boot.app.id,
        lang: 'user',
      })
      const checked = await Promise.all(
        Object.values(actions).map(async ({ name, id, filterCond, entities }) => {
          const may = await names(appPage, entities)
          return may && (await meets(appPage, String(recordId), filterCond)) ? [{ name, id }] : []
        }),
      )
      return checked.flat()
    },
  }
}

/** Whether an app action is offered to the user. */
async function names(page: Page<AppBoot>, entities: AppAction['entities']): Promise<boolean> {
  const covered: readonly CoveredEntity[] = entities.map((entity) => ({ entity }))
  return (await usersIn(page, covered, {})).some(({ code }) => code === page.boot.user.code)
}

function isAppBoot(boot: Boot): boot is AppBoot {
  return boot.page.startsWith('APP_') && 'pluginConfigs' in boot && !('plugin' in boot)
}
