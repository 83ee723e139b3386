import { fieldsByCode } from '../fields/field'
import { parseCondition } from '../query/check'
import { requiredParameter } from '../problems'
import { invalidInput, unknownSettingsField } from '../refusals'
import type { AppCall } from '../rest/call'
import { flag, integerText, list, object, read, text, type Of, type Shape } from '../rest/shape'
import { checkEntity, entityShape, type SettingsEntity } from './entities'
import { statusNames } from './process'
import { changeSettings, settingsOf, type AppSettings } from './settings'

const target = object({ entity: entityShape }, { includeSubs: flag })
const everybody: readonly SettingsEntity['type'][] = ['USER', 'GROUP', 'ORGANIZATION', 'FIELD_ENTITY']

const generalShape = object(
  {
    notifications: list(
      object(
        { entity: entityShape },
        { includeSubs: flag, recordAdded: flag, recordEdited: flag, commentAdded: flag, statusChanged: flag, fileImported: flag },
      ),
    ),
  },
  { notifyToCommenter: flag },
)
const perRecordShape = object({ notifications: list(object({ filterCond: text(), targets: list(target, 1) }, { title: text(0, 100) })) })
const timing = object(
  { code: text(1), daysLater: integerText(-10_000, 10_000) },
  { hoursLater: integerText(-10_000, 10_000), time: text() },
)
const reminderShape = object(
  { notifications: list(object({ timing, filterCond: text(), targets: list(target, 1) }, { title: text(0, 100) })) },
  { timezone: text(1) },
)

type Target = { readonly entity: SettingsEntity; readonly includeSubs: boolean }
type Filtered = { readonly filterCond: string; readonly title: string; readonly targets: readonly Target[] }

/** [SDK:types notification.ts] */
export interface Notifications {
  readonly general: {
    readonly notifications: readonly (Target &
      Readonly<Record<'recordAdded' | 'recordEdited' | 'commentAdded' | 'statusChanged' | 'fileImported', boolean>>)[]
    readonly notifyToCommenter: boolean
  }
  readonly perRecord: readonly Filtered[]
  readonly reminder: { readonly notifications: readonly (Filtered & { readonly timing: Of<typeof timing> })[]; readonly timezone: string }
}

export function getGeneralNotifications(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { ...settings.notifications.general, revision: String(settings.revision) }
}

export function getRecordNotifications(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { notifications: settings.notifications.perRecord, revision: String(settings.revision) }
}

export function getReminders(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { ...settings.notifications.reminder, revision: String(settings.revision) }
}

/** Each of the three PUTs replaces its own whole list; the stand-in stores them and notifies nobody. */
function replace<T>(shape: Shape<T>, change: (given: T, settings: AppSettings, call: AppCall) => Partial<Notifications>) {
  return (call: AppCall): unknown => {
    const given = read(shape, call.input)
    const revision = changeSettings(call, (settings) => ({
      ...settings,
      notifications: { ...settings.notifications, ...change(given, settings, call) },
    }))
    return { revision }
  }
}

function readTargets(targets: readonly Of<typeof target>[], path: string, settings: AppSettings, call: AppCall): readonly Target[] {
  return targets.map(({ entity, includeSubs = false }, at) => {
    checkEntity(entity, everybody, settings.form, call.world.directory, `${path}.targets[${at}].entity`)
    return { entity, includeSubs }
  })
}

export const putGeneralNotifications = replace(generalShape, ({ notifications, notifyToCommenter }, settings, call) => ({
  general: {
    notifyToCommenter: notifyToCommenter ?? settings.notifications.general.notifyToCommenter,
    notifications: notifications.map(({ entity, ...given }, index) => {
      checkEntity(entity, everybody, settings.form, call.world.directory, `notifications[${index}].entity`)
      return {
        entity,
        includeSubs: given.includeSubs ?? false,
        recordAdded: given.recordAdded ?? false,
        recordEdited: given.recordEdited ?? false,
        commentAdded: given.commentAdded ?? false,
        statusChanged: given.statusChanged ?? false,
        fileImported: given.fileImported ?? false,
      }
    }),
  },
}))

export const putRecordNotifications = replace(perRecordShape, ({ notifications }, settings, call) => ({
  perRecord: notifications.map(({ filterCond, title = '', targets }, index) => {
    const path = `notifications[${index}]`
    parseCondition(filterCond, settings.form, `${path}.filterCond`, statusNames(settings.process))
    return { filterCond, title, targets: readTargets(targets, path, settings, call) }
  }),
}))

export const putReminders = replace(reminderShape, ({ notifications, timezone }, settings, call) => ({
  reminder: {
    timezone: timezone ?? settings.notifications.reminder.timezone,
    notifications: notifications.map(({ timing: when, filterCond, title = '', targets }, index) => {
      const path = `notifications[${index}]`
      if (!fieldsByCode(settings.form).has(when.code)) throw unknownSettingsField(when.code)
      if (when.hoursLater === undefined && when.time === undefined)
        throw invalidInput({ path: `${path}.timing.time`, message: requiredParameter })
      parseCondition(filterCond, settings.form, `${path}.filterCond`, statusNames(settings.process))
      return { timing: when, filterCond, title, targets: readTargets(targets, path, settings, call) }
    }),
  },
}))
