import type { SettingsEntity } from '../apps/entities'
import type { Accessibility } from '../apps/field-rules'
import type { AppSettings } from '../apps/settings'
import { fieldsByCode } from '../fields/field'
import { compile, type RecordTest } from '../query/compile'
import type { QueryContext } from '../query/context'
import { parseQuery } from '../query/syntax'
import type { AppCall } from '../rest/call'
import { valueReader } from './field-value'
import { textsOf, type StoredRecord } from './stored-record'

export interface RecordAccess {
  readonly viewable: boolean
  readonly editable: boolean
  readonly deletable: boolean
}

/**
 * What this caller may do with single records and their fields. Made once a request; API tokens stand above
 * record and field rights. [zenn.dev/juridon f1bd51a4719893 for fields; for records: guess]
 */
export interface Access {
  /** Whether records or fields differ at all, so that all can be handed out without asking one by one. */
  readonly hasRecordRules: boolean
  readonly ofRecord: (record: StoredRecord) => RecordAccess
  /** `null`: a record that is about to be added. */
  readonly ofField: (record: StoredRecord | null, code: string) => Accessibility
  /** Whether the field can be read in all records, in none, or as the people in the record's own fields decide. */
  readonly readsField: (code: string) => 'always' | 'never' | 'by record'
}

export function accessOf(call: AppCall, settings: AppSettings, context: QueryContext): Access {
  const app: RecordAccess = {
    viewable: call.rights.recordViewable,
    editable: call.rights.recordEditable,
    deletable: call.rights.recordDeletable,
  }
  if (call.caller.via === 'token') return { hasRecordRules: false, ofRecord: () => app, ofField: () => 'WRITE', readsField: () => 'always' }
  // Somebody whom a rule names may have left since it was made.
  const lenient: QueryContext = { ...context, unknownPeople: 'nobody' }
  const rules = settings.recordRules.map((rule) => ({ rule, test: testOf(rule.filterCond, settings, lenient) }))
  const fieldRules = new Map(settings.fieldRules.map((rule) => [rule.code, rule]))
  const covers = (entity: SettingsEntity, includeSubs: boolean, record: StoredRecord | null) =>
    coversEntity(entity, includeSubs, record, call, settings)
  return {
    hasRecordRules: rules.length > 0,
    ofRecord: (record) => {
      const rule = rules.find(({ test }) => test(record))?.rule
      if (rule === undefined) return app
      const entry = rule.entities.find(({ entity, includeSubs }) => covers(entity, includeSubs, record))
      return {
        viewable: app.viewable && (entry?.viewable ?? false),
        editable: app.editable && (entry?.editable ?? false),
        deletable: app.deletable && (entry?.deletable ?? false),
      }
    },
    ofField: (record, code) => {
      const rule = fieldRules.get(code)
      if (rule === undefined) return 'WRITE'
      return rule.entities.find(({ entity, includeSubs }) => covers(entity, includeSubs, record))?.accessibility ?? 'NONE'
    },
    readsField: (code) => {
      const rule = fieldRules.get(code)
      if (rule === undefined) return 'always'
      const deciding = rule.entities.find(({ entity, includeSubs }) => entity.type === 'FIELD_ENTITY' || covers(entity, includeSubs, null))
      if (deciding?.entity.type === 'FIELD_ENTITY') return 'by record'
      return deciding === undefined || deciding.accessibility === 'NONE' ? 'never' : 'always'
    },
  }
}

function testOf(filterCond: string, settings: AppSettings, context: QueryContext): RecordTest {
  const condition = parseQuery(filterCond)?.condition ?? null
  return condition === null ? () => true : compile(condition, settings.form, context)
}

/** Somebody named in a field of the record; a record that is about to be added has its maker as creator only. */
function coversEntity(
  entity: SettingsEntity,
  includeSubs: boolean,
  record: StoredRecord | null,
  call: AppCall,
  settings: AppSettings,
): boolean {
  const { directory } = call.world
  const { user } = call.caller
  if (entity.type !== 'FIELD_ENTITY')
    return entity.code !== null && directory.covers({ type: entity.type, code: entity.code }, includeSubs, user)
  const field = fieldsByCode(settings.form).get(entity.code ?? '')?.field
  if (field === undefined) return false
  if (record === null) return field.type === 'CREATOR'
  const type = field.type === 'ORGANIZATION_SELECT' ? 'ORGANIZATION' : field.type === 'GROUP_SELECT' ? 'GROUP' : 'USER'
  return textsOf(valueReader(field)(record)).some((code) => directory.covers({ type, code }, includeSubs, user))
}
