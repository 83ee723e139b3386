import type { AppBoot, Boot } from '../boot'
import type { Page } from '../page'
import { possibleAppActions } from '../record/app-actions'
import { loadHistory, type RecordVersion } from '../record/history'
import { usersIn } from '../record/people'
import { assigneesOf, nextAssignee, possibleActions } from '../record/process'

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
    getStatusHistory: async (offset: unknown, limit: unknown) => {
      const recordId = stage.record?.recordId ?? null
      return recordId === null ? [] : statusHistory(await loadHistory(appPage, String(recordId)), offset, limit)
    },
    getActions: async () => {
      const { recordId, mode } = stage.record ?? { recordId: null, mode: null }
      if (recordId === null || mode !== 'show') return []
      return (await possibleAppActions(appPage, String(recordId))).map(({ name, id }) => ({ name, id }))
    },
  }
}

/** Statuses that were worked on, the last one first: which, by whom, when. Which of an action's two statuses kintone names: guess. */
function statusHistory(versions: readonly RecordVersion[], offset: unknown = 0, limit: unknown = 100): readonly unknown[] {
  const [from, most] = [Number(offset), Number(limit)]
  if (!Number.isInteger(from) || from < 0) throw new Error('kintone.app.record.getStatusHistory: the offset must be 0 or more.')
  if (!Number.isInteger(most) || most < 1 || most > 100) throw new Error('kintone.app.record.getStatusHistory: the limit must be 1 to 100.')
  const worked = versions.flatMap(({ at, by, changes }) =>
    changes.filter(({ type }) => type === 'STATUS').map(({ before }) => ({ changedAt: at, assignees: [by], status: String(before) })),
  )
  return worked.slice(from, from + most)
}

function isAppBoot(boot: Boot): boot is AppBoot {
  return boot.page.startsWith('APP_') && 'pluginConfigs' in boot && !('plugin' in boot)
}
