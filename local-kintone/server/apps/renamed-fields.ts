import { withFormulaCodes } from '../calc/renamed'
import { fieldsByCode, type Field } from '../fields/field'
import { namesField, withCodes } from '../query/words'
import type { SettingsEntity } from './entities'
import { renamedIn } from './layout'
import type { CoveredEntity } from './process'
import type { AppSettings } from './settings'

/** The settings with a changed form; everything that names a field by its code follows a changed code. */
export function withForm(settings: AppSettings, form: readonly Field[]): AppSettings {
  const after = new Map([...fieldsByCode(form).values()].map(({ field }) => [field.fid, field.code]))
  const renames = new Map<string, string>()
  for (const { field } of fieldsByCode(settings.form).values()) {
    const code = after.get(field.fid)
    if (code !== undefined && code !== field.code) renames.set(field.code, code)
  }
  return renames.size === 0 ? { ...settings, form } : renamed({ ...settings, form }, (code) => renames.get(code) ?? code)
}

function renamed(settings: AppSettings, follow: (code: string) => string): AppSettings {
  const filtered = <T extends { readonly filterCond?: string }>(item: T): T =>
    item.filterCond === undefined ? item : { ...item, filterCond: withCodes(item.filterCond, follow) }
  const entity = (given: SettingsEntity): SettingsEntity =>
    given.type === 'FIELD_ENTITY' && given.code !== null ? { ...given, code: follow(given.code) } : given
  const named = <T extends { readonly entity: SettingsEntity }>(item: T): T => ({ ...item, entity: entity(item.entity) })
  const people = (entities: readonly CoveredEntity[]) => entities.map(named)
  const { process, notifications, general } = settings
  return {
    ...settings,
    form: withFormulaCodes(settings.form, follow),
    general: { ...general, titleField: { ...general.titleField, code: follow(general.titleField.code) } },
    layout: renamedIn(settings.layout, follow),
    views: settings.views.map((view) => ({
      ...filtered(view),
      sort: withCodes(view.sort, follow),
      ...(view.fields && { fields: view.fields.map(follow) }),
      ...(view.date !== undefined && { date: follow(view.date) }),
      ...(view.title !== undefined && { title: follow(view.title) }),
    })),
    reports: settings.reports.map((report) => ({
      ...filtered(report),
      groups: report.groups.map((group) => ({ ...group, code: follow(group.code) })),
      aggregations: report.aggregations.map((item) => (item.code === undefined ? item : { ...item, code: follow(item.code) })),
    })),
    actions: settings.actions.map(filtered),
    process: {
      ...process,
      states:
        process.states?.map((state) => ({ ...state, assignee: { ...state.assignee, entities: people(state.assignee.entities) } })) ?? null,
      actions:
        process.actions?.map((action) => ({
          ...filtered(action),
          ...(action.executableUser && { executableUser: { entities: people(action.executableUser.entities) } }),
        })) ?? null,
    },
    recordRules: settings.recordRules.map((rule) => ({ ...filtered(rule), entities: rule.entities.map(named) })),
    fieldRules: settings.fieldRules.map((rule) => ({ code: follow(rule.code), entities: rule.entities.map(named) })),
    notifications: {
      general: { ...notifications.general, notifications: notifications.general.notifications.map(named) },
      perRecord: notifications.perRecord.map((item) => ({ ...filtered(item), targets: item.targets.map(named) })),
      reminder: {
        ...notifications.reminder,
        notifications: notifications.reminder.notifications.map((item) => ({
          ...filtered(item),
          targets: item.targets.map(named),
          timing: { ...item.timing, code: follow(item.timing.code) },
        })),
      },
    },
  }
}

/** Whether a condition of the settings (of a view, a right, an action, a notification, a graph) names a field. */
export function isInACondition(settings: AppSettings, code: string): boolean {
  const { views, reports, actions, process, recordRules, notifications } = settings
  const lists: readonly (readonly { readonly filterCond?: string }[])[] = [
    views,
    reports,
    actions,
    process.actions ?? [],
    recordRules,
    notifications.perRecord,
    notifications.reminder.notifications,
  ]
  return lists.flat().some((item) => namesField(item.filterCond ?? '', code))
}
