import { accessOf } from '../records/access'
import type { Field } from '../fields/field'
import { contextOf } from '../records/query-context'
import { rowsOf, textsOf, type Values } from '../records/stored-record'
import { findApp } from '../rest/dispatch'
import { rightsOn } from '../apps/rights'
import { requiredParameter } from '../problems'
import { invalidInput, noPrivilege, unknownFile } from '../refusals'
import { FileAnswer, UploadedPart, type Call } from '../rest/call'
import { object, read, text } from '../rest/shape'
import type { StoredFile } from '../model'
import { settingsOf } from '../apps/settings'

const LIFETIME_MILLIS = 3 * 86_400_000
const keyShape = object({ fileKey: text(1) })

/** POST file (multipart, part `file`): keeps a file for one write. Files that nothing took within three days are gone. [CD upload-file] */
export function postFile(call: Call): unknown {
  const part = call.input['file']
  if (!(part instanceof UploadedPart)) throw invalidInput({ path: 'file', message: requiredParameter })
  forgetOld(call)
  const key = call.world.newId()
  call.state.put('file', key, {
    key,
    name: part.name,
    contentType: part.contentType,
    size: part.bytes.byteLength,
    hash: call.world.blobs.put(part.bytes),
    uploadedAt: call.now.toISOString(),
    use: { kind: 'uploaded', by: call.caller.user.code },
  })
  return { fileKey: key }
}

function forgetOld(call: Call): void {
  for (const file of call.state.rows('file')) {
    if (file.use.kind === 'uploaded' && call.now.getTime() - Date.parse(file.uploadedAt) > LIFETIME_MILLIS)
      call.state.remove('file', file.key)
  }
}

/** GET file: a key of a record or of an app's settings; an uploaded key is for writing only. */
export function getFile(call: Call): unknown {
  const { fileKey } = read(keyShape, call.input)
  const file = call.state.get('file', fileKey)
  if (file === undefined || file.use.kind === 'uploaded') throw unknownFile(fileKey)
  if (!mayRead(call, file)) throw noPrivilege()
  return new FileAnswer(call.world.blobs.get(file.hash), file.contentType, file.name)
}

/** A record's file is for who may see the record and the field [CD files/download-file]; files of the settings are for everybody who may see the app. */
function mayRead(call: Call, { key, use }: StoredFile): boolean {
  if (use.kind === 'uploaded') return false
  const app = findApp(call.state, use.app, use.kind === 'record' ? 'live' : 'preview')
  const rights = rightsOn(call.state, call.world.directory, app, call.caller)
  if (use.kind === 'settings') return rights.appEditable || rights.recordViewable || rights.recordAddable
  const record = call.state.get(`record/${use.app}`, use.record)
  if (record === undefined) return false
  const appCall = { ...call, app, rights }
  const settings = settingsOf(appCall)
  const access = accessOf(appCall, settings, contextOf(appCall, settings))
  return access.ofRecord(record).viewable && codesWith(key, settings.form, record.values).every((code) => access.ofField(record, code) !== 'NONE')
}

/** The codes of the field that a file lies in, and of that field's table. */
function codesWith(key: string, form: readonly Field[], values: Values): readonly string[] {
  return form.flatMap(({ code, fid, fields }) => {
    if (fields === undefined) return textsOf(values[fid]).includes(key) ? [code] : []
    const inner = rowsOf(values[fid]).flatMap((row) => codesWith(key, fields, row.values))
    return inner.length === 0 ? [] : [code, ...inner]
  })
}
