import type { AppCall } from '../rest/call'
import { flag, integerText, object, oneOf, read, text, type Of } from '../rest/shape'
import { readCustomFile } from './settings-files'
import { changeSettings, settingsOf } from './settings'

const preset = object({ type: oneOf('PRESET'), key: text(1) })
const uploaded = object({ type: oneOf('FILE'), file: object({ fileKey: text(1) }) })
const iconType = object({ type: oneOf('PRESET', 'FILE') })

const settingsShape = object(
  {},
  {
    name: text(1, 64),
    description: text(0, 10_000),
    theme: oneOf('WHITE', 'CLIPBOARD', 'BINDER', 'PENCIL', 'CLIPS', 'RED', 'GREEN', 'BLUE', 'YELLOW', 'BLACK'),
    titleField: object({ selectionMode: oneOf('AUTO', 'MANUAL') }, { code: text() }),
    enableThumbnails: flag,
    enableBulkDeletion: flag,
    enableComments: flag,
    enableDuplicateRecord: flag,
    enableInlineRecordEditing: flag,
    numberPrecision: object({
      digits: integerText(1, 30),
      decimalPlaces: integerText(0, 10),
      roundingMode: oneOf('HALF_EVEN', 'UP', 'DOWN'),
    }),
    firstMonthOfFiscalYear: integerText(1, 12),
  },
)

/** What GET app/settings answers. [SDK:types setting.ts] */
export interface General {
  readonly name: string
  readonly description: string
  readonly icon: Icon
  readonly theme: string
  readonly titleField: { readonly selectionMode: 'AUTO' | 'MANUAL'; readonly code: string }
  readonly enableThumbnails: boolean
  readonly enableBulkDeletion: boolean
  readonly enableComments: boolean
  readonly enableDuplicateRecord: boolean
  readonly enableInlineRecordEditing: boolean
  readonly numberPrecision: NonNullable<Of<typeof settingsShape>['numberPrecision']>
  readonly firstMonthOfFiscalYear: string
}

type Icon =
  | { readonly type: 'PRESET'; readonly key: string }
  | {
      readonly type: 'FILE'
      readonly file: { readonly fileKey: string; readonly name: string; readonly contentType: string; readonly size: string }
    }

export function getGeneral(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { ...settings.general, revision: String(settings.revision) }
}

/** PUT preview/app/settings: what is not named stays. */
export function putGeneral(call: AppCall): unknown {
  const { titleField, ...given } = read(settingsShape, call.input)
  const icon = readIcon(call)
  const revision = changeSettings(call, (settings) => ({
    ...settings,
    general: {
      ...settings.general,
      ...given,
      ...(icon && { icon }),
      ...(titleField && { titleField: { selectionMode: titleField.selectionMode, code: titleField.code ?? '' } }),
    },
  }))
  return { revision }
}

function readIcon(call: AppCall): Icon | undefined {
  const given = call.input['icon']
  if (given === undefined || given === null) return undefined
  if (read(iconType, given, 'icon').type === 'PRESET') return read(preset, given, 'icon')
  return { type: 'FILE', file: readCustomFile(call, read(uploaded, given, 'icon').file.fileKey) }
}
