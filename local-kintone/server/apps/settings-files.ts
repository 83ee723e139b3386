import { unknownFile } from '../refusals'
import type { AppCall } from '../rest/call'

/** A file of an app's settings, as answers describe it. */
export interface SettingsFile {
  readonly fileKey: string
  readonly name: string
  readonly contentType: string
  readonly size: string
}

/** Takes an uploaded file into the settings, or keeps one that is there (its key as a GET answered it). */
export function readCustomFile(call: AppCall, key: string): SettingsFile {
  const file = call.state.get('file', key)
  const mine = file?.use.kind === 'settings' ? file.use.app === call.app.id : file?.use.kind === 'uploaded'
  if (file === undefined || !mine) throw unknownFile(key)
  call.state.put('file', key, { ...file, use: { kind: 'settings', app: call.app.id } })
  return { fileKey: key, name: file.name, contentType: file.contentType, size: String(file.size) }
}
