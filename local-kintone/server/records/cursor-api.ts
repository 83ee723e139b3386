import { querySyntax } from '../query/refusals'
import { noPrivilege, tooManyCursors, unknownCursor } from '../refusals'
import { JsonAnswer, type AppCall, type Call } from '../rest/call'
import { openApp } from '../rest/dispatch'
import { integer, list, object, read, text } from '../rest/shape'
import { recordWriter } from './record-json'
import { RecordSet } from './record-set'
import { readQuery, selectAll } from './select'

const openShape = object({}, { fields: list(text(), 0, 1_000), query: text(), size: integer(1, 500) })
const idShape = object({ id: text(1) })

/** POST records/cursor: remembers which records there are now. The query may have no limit or offset. [CD records/cursor] */
export function postCursor(call: AppCall): unknown {
  const { fields, query = '', size = 100 } = read(openShape, call.input)
  const parsed = readQuery(query)
  if (parsed.limit !== null || parsed.offset !== null) throw querySyntax()
  const ids = selectAll(new RecordSet(call), parsed, Infinity).map((record) => record.id)
  const cursor = call.world.cursors.open(
    { app: call.app.id, size, fields: fields?.length ? fields : null, ids, owner: call.caller.user.code },
    call.now,
  )
  if (cursor === null) throw tooManyCursors()
  return { id: cursor.id, totalCount: String(ids.length) }
}

/** GET records/cursor: the next records as they are now; after the last ones the cursor is closed. */
export function getCursor(call: Call): unknown {
  const cursor = find(call)
  const appCall = openApp(call, cursor.app, 'recordViewable')
  const records = new RecordSet(appCall)
  const write = recordWriter(appCall, records.settings, records.access, cursor.fields)
  const page = cursor.ids.slice(0, cursor.size).flatMap((id) => call.state.get(records.table, id) ?? [])
  const rest = cursor.ids.slice(cursor.size)
  call.world.cursors.advance(cursor, rest, call.now)
  const shown = page.filter((record) => records.access.ofRecord(record).viewable).map(write)
  return new JsonAnswer(`{"records":[${shown.join(',')}],"next":${rest.length > 0}}`)
}

export function deleteCursor(call: Call): unknown {
  call.world.cursors.close(find(call).id)
  return {}
}

function find(call: Call) {
  const { id } = read(idShape, call.input)
  const cursor = call.world.cursors.find(id, call.now)
  if (cursor === undefined) throw unknownCursor()
  if (cursor.owner !== call.caller.user.code) throw noPrivilege()
  return cursor
}
