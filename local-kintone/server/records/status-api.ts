import { statesInOrder, type Action, type CoveredEntity, type State } from '../apps/process'
import { fieldsByCode } from '../fields/field'
import { compile } from '../query/compile'
import { parseQuery } from '../query/syntax'
import { sizeBetween, tooManyRecords } from '../problems'
import {
  assigneeNeeded,
  assigneeNotTaken,
  noPrivilege,
  onlyForAssignee,
  onlyOneAssignee,
  processManagementOff,
  statusNotPossible,
  unknownPerson,
} from '../refusals'
import type { AppCall } from '../rest/call'
import { anything, integer, list, object, read, text, type Of } from '../rest/shape'
import { valueReader } from './field-value'
import { RecordSet, type Written } from './record-set'
import { textsOf, type StoredRecord } from './stored-record'

const change = object({ id: integer(1), action: text(1) }, { assignee: text(1), revision: anything })
const changesShape = object({ records: list(change, 0, 100, tooManyRecords('update')) })
const assigneesShape = object({ id: integer(1), assignees: list(text(1), 0, 100, sizeBetween(0, 100)) }, { revision: anything })

/** A status change raises the revision by two: the status and the assignee are each a change. [SDK:doc] */
const STEPS = 2

export function putStatus(call: AppCall): unknown {
  return { revision: act(new RecordSet(call), read(change, call.input)).revision }
}

export function putStatuses(call: AppCall): unknown {
  const { records: changes } = read(changesShape, call.input)
  const records = new RecordSet(call)
  return { records: changes.map((item) => act(records, item)) }
}

function act(records: RecordSet, { id, action: name, assignee, revision }: Of<typeof change>): Written {
  const { process } = records.settings
  if (!process.enable) throw processManagementOff()
  const record = records.find(String(id))
  if (!records.access.ofRecord(record).viewable) throw noPrivilege()
  records.checkRevision(record, revision)
  const [action, namesake] = (process.actions ?? []).filter((candidate) => candidate.from === record.status && candidate.name === name)
  if (action === undefined || namesake !== undefined || !meets(records, record, action)) throw statusNotPossible()
  if (!mayRun(records, record, action)) throw onlyForAssignee()
  const states = statesInOrder(process)
  const now = states.find((state) => state.name === record.status)
  const others = record.assignees.filter((code) => code !== records.call.caller.user.code)
  // ALL: the status moves on once everybody has acted
  if (now?.assignee.type === 'ALL' && action.type === 'PRIMARY' && others.length > 0)
    return records.put({ ...record, assignees: others }, STEPS)
  const target = states.find((state) => state.name === action.to)
  if (target === undefined) throw statusNotPossible()
  return records.put({ ...record, status: target.name, assignees: assigneesIn(records, record, target, assignee) }, STEPS)
}

function meets(records: RecordSet, record: StoredRecord, action: Action): boolean {
  const condition = parseQuery(action.filterCond)?.condition ?? null
  return condition === null || compile(condition, records.settings.form, records.context)(record)
}

/**
 * The current assignee, anybody who sees the record if there is none, or for a SECONDARY action those it names; an API token acts as
 * "Administrator". [CD records/update-status]
 */
function mayRun(records: RecordSet, record: StoredRecord, action: Action): boolean {
  const { user } = records.call.caller
  if (action.type === 'SECONDARY') return candidates(records, record, action.executableUser?.entities ?? []).includes(user.code)
  return record.assignees.length === 0 || record.assignees.includes(user.code)
}

/**
 * Who has to work on the record in a status. ONE with people to choose from needs the choice; the others take none. [CD update-statuses;
 * EMU-N; NSDK]
 */
function assigneesIn(records: RecordSet, record: StoredRecord, state: State, chosen: string | undefined): readonly string[] {
  const possible = candidates(records, record, state.assignee.entities)
  if (chosen !== undefined && records.call.world.directory.user(chosen) === undefined) throw unknownPerson('USER', chosen)
  if (state.assignee.type !== 'ONE' || possible.length === 0) {
    if (chosen !== undefined) throw assigneeNotTaken()
    return possible
  }
  if (chosen === undefined) throw assigneeNeeded()
  if (!possible.includes(chosen)) throw assigneeNotTaken()
  return [chosen]
}

function candidates(records: RecordSet, record: StoredRecord, entities: readonly CoveredEntity[]): readonly string[] {
  const { directory } = records.call.world
  const codes = entities.flatMap(({ entity, includeSubs }) => {
    if (entity.type === 'CREATOR') return [record.creator]
    if (entity.type === 'USER') return entity.code === null ? [] : [entity.code]
    if (entity.type === 'FIELD_ENTITY') return namedIn(records, record, entity.code ?? '')
    const { type, code } = entity
    return code === null
      ? []
      : directory.users.filter((user) => directory.covers({ type, code }, includeSubs, user)).map((user) => user.code)
  })
  return [...new Set(codes)]
}

function namedIn(records: RecordSet, record: StoredRecord, code: string): readonly string[] {
  const field = fieldsByCode(records.settings.form).get(code)?.field
  return field === undefined ? [] : textsOf(valueReader(field)(record))
}

/** PUT record/assignees: the whole list, by an administrator of the app who sees the record. [CD records/update-assignees] */
export function putAssignees(call: AppCall): unknown {
  const { id, assignees, revision } = read(assigneesShape, call.input)
  const records = new RecordSet(call)
  if (!records.settings.process.enable) throw processManagementOff()
  const record = records.find(String(id))
  if (!call.rights.recordViewable || !records.access.ofRecord(record).viewable) throw noPrivilege()
  records.checkRevision(record, revision)
  const state = statesInOrder(records.settings.process).find(({ name }) => name === record.status)
  if (assignees.length > 1 && state?.assignee.type === 'ONE') throw onlyOneAssignee()
  for (const code of assignees) if (call.world.directory.user(code) === undefined) throw unknownPerson('USER', code)
  return { revision: records.put({ ...record, assignees: [...new Set(assignees)] }).revision }
}
