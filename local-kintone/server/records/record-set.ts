import { statesInOrder } from '../apps/process'
import { settingsOf, type AppSettings } from '../apps/settings'
import { calculated } from '../calc/calculate'
import { normaliseDateTime } from '../fields/dates'
import { systemField } from '../fields/field'
import { own } from '../own'
import { badDateTime } from '../problems'
import type { QueryContext } from '../query/context'
import { invalidInput, noPrivilege, staleRecord, unknownPerson, unknownRecord } from '../refusals'
import type { AppCall } from '../rest/call'
import { integer, isObject, read, settle } from '../rest/shape'
import type { Problem } from '../refusal'
import { accessOf, type Access } from './access'
import { applyLookups } from './lookups'
import { contextOf } from './query-context'
import { readValues } from './read-values'
import { takeFiles } from './record-files'
import { refuseUntakenFields } from './refused-fields'
import type { StoredRecord, Values } from './stored-record'
import { forgetHistory, noteVersion } from './versions'

export interface Written {
  readonly id: string
  readonly revision: string
}

/** The records of one app, as one request may see and change them. */
export class RecordSet {
  readonly settings: AppSettings
  readonly access: Access
  readonly context: QueryContext

  constructor(readonly call: AppCall) {
    this.settings = settingsOf(call)
    this.context = contextOf(call, this.settings)
    this.access = accessOf(call, this.settings, this.context)
  }

  get table(): `record/${string}` {
    return `record/${this.call.app.id}`
  }

  find(id: string): StoredRecord {
    const record = this.call.state.get(this.table, id)
    if (record === undefined) throw unknownRecord(id)
    return record
  }

  add(input: unknown, path: string): Written {
    if (!this.call.rights.recordAddable) throw noPrivilege()
    const { call, settings } = this
    const id = String(call.state.next(this.table))
    const given = isObject(input) ? input : {}
    const values = this.#read(given, path, null, id)
    const made = this.#madeBy(given, path)
    const record: StoredRecord = {
      id,
      revision: 1,
      ...made,
      ...this.#firstStatus(made.creator),
      values: takeFiles(call, settings.form, id, {}, values),
    }
    call.state.put(this.table, id, { ...record, values: this.#calculated(record) })
    return { id, revision: '1' }
  }

  update(id: string, input: unknown, revision: unknown, path: string): Written {
    const { call, settings } = this
    const before = this.find(id)
    if (!this.access.ofRecord(before).editable) throw noPrivilege()
    this.checkRevision(before, revision)
    const values = this.#read(isObject(input) ? input : {}, path, before, id)
    const changed = { ...before, values: takeFiles(call, settings.form, id, before.values, values) }
    const written = { ...changed, modifier: call.caller.user.code, modifiedAt: call.now.toISOString() }
    return this.put({ ...written, values: this.#calculated(written) })
  }

  /** CALC fields and calculated texts are worked out at every write, and only then: a new formula waits for the next one. [HELP form/autocalc] */
  #calculated(record: StoredRecord): Values {
    return calculated(record, this.settings.form, this.settings.general, this.call.caller.user.timezone)
  }

  /** Puts a changed record with its next revision, changed now by the caller. */
  put(changed: StoredRecord, steps = 1): Written {
    const { call } = this
    const revision = changed.revision + steps
    const after = { ...changed, revision, modifier: call.caller.user.code, modifiedAt: call.now.toISOString() }
    noteVersion(call.state, call.app.id, this.find(changed.id), after)
    call.state.put(this.table, changed.id, after)
    return { id: changed.id, revision: String(revision) }
  }

  remove(id: string, revision: unknown): void {
    const { call, settings } = this
    const record = this.find(id)
    if (!this.access.ofRecord(record).deletable) throw noPrivilege()
    this.checkRevision(record, revision)
    takeFiles(call, settings.form, id, record.values, {})
    call.state.remove(this.table, id)
    forgetHistory(call.state, call.app.id, id)
    for (const comment of call.state.rows(`comment/${call.app.id}`)) {
      if (comment.record === id) call.state.remove(`comment/${call.app.id}`, `${id}/${comment.id}`)
    }
  }

  checkRevision(record: StoredRecord, given: unknown): void {
    if (given === undefined || given === null) return
    const known = read(integer(-1), given, 'revision')
    if (known !== -1 && known !== record.revision) throw staleRecord()
  }

  #read(input: Readonly<Record<string, unknown>>, path: string, before: StoredRecord | null, id: string) {
    const problems: Problem[] = []
    const { call, settings, access } = this
    refuseUntakenFields(input, settings.form, before === null)
    const values = readValues({ call, settings, access, input, path, before, id }, problems)
    settle(problems)
    return applyLookups(call, settings.form, values, before?.values ?? {}, input)
  }

  /** Who made the record and when; only an app's administrator may say otherwise, and only when adding. [SDK:doc] */
  #madeBy(input: Readonly<Record<string, unknown>>, path: string) {
    const { call, settings } = this
    const given = (type: 'CREATOR' | 'MODIFIER' | 'CREATED_TIME' | 'UPDATED_TIME') => {
      const { code } = systemField(settings.form, type)
      const cell = own(input, code)
      if (!isObject(cell) || cell['value'] === undefined) return undefined
      if (!call.rights.appEditable) throw noPrivilege()
      return { at: `${path}.${code}.value`, value: cell['value'] }
    }
    const person = (type: 'CREATOR' | 'MODIFIER') => {
      const cell = given(type)
      if (cell === undefined) return call.caller.user.code
      const code = isObject(cell.value) ? String(cell.value['code']) : ''
      if (call.world.directory.user(code) === undefined) throw unknownPerson('USER', code)
      return code
    }
    const time = (type: 'CREATED_TIME' | 'UPDATED_TIME') => {
      const cell = given(type)
      if (cell === undefined) return call.now.toISOString()
      const instant = normaliseDateTime(String(cell.value))
      if (instant === null) throw invalidInput({ path: cell.at, message: badDateTime })
      return instant
    }
    return { creator: person('CREATOR'), createdAt: time('CREATED_TIME'), modifier: person('MODIFIER'), modifiedAt: time('UPDATED_TIME') }
  }

  /** A new record stands at the first status, which its maker has to work on unless the settings say nobody. */
  #firstStatus(creator: string): Pick<StoredRecord, 'status' | 'assignees'> {
    const first = statesInOrder(this.settings.process)[0]
    if (first === undefined) return { status: '', assignees: [] }
    return { status: first.name, assignees: first.assignee.entities.length > 0 ? [creator] : [] }
  }
}
