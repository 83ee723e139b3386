import { fieldTypes } from '../fields/field-types'
import type { AppCall } from '../rest/call'
import { integer, list, object, read } from '../rest/shape'
import type { RecordAccess } from './access'
import { RecordSet } from './record-set'

const nothing: RecordAccess = { viewable: false, editable: false, deletable: false }
const idsShape = object({ ids: list(integer(1), 1, 100) })

/**
 * GET records/acl/evaluate: what the caller may do with each record and with each field that a record's update can name; those inside tables
 * beside the others; nothing while maintenance mode keeps the caller out. One missing id refuses all. [CD records/evaluate-record-permissions]
 */
export function getEvaluation(call: AppCall): unknown {
  const { ids } = read(idsShape, call.input)
  const records = new RecordSet(call)
  const all = records.settings.form.flatMap((field) => [field, ...(field.fields ?? [])])
  const fields = all.filter((field) => fieldTypes[field.type].value.writable)
  const isClosed = call.world.operation.isClosed(call.app.id, call.caller.user.code)
  return {
    rights: ids.map((id) => {
      const record = records.find(String(id))
      const rights = isClosed ? nothing : records.access.ofRecord(record)
      const ofField = fields.map((field) => {
        const access = records.access.ofField(record, field.code)
        return [field.code, { viewable: rights.viewable && access !== 'NONE', editable: rights.editable && access === 'WRITE' }] as const
      })
      return {
        id: String(id),
        record: { viewable: rights.viewable, editable: rights.editable, deletable: rights.deletable },
        fields: Object.fromEntries(ofField),
      }
    }),
  }
}
