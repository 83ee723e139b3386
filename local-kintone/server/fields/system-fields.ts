import type { Language } from '../language'
import type { Field, FieldTypeName } from './field'

/** Codes and labels of the fields that come with an app, in the language of who makes it. [CD apps/add-app; EMU §10] */
const names: readonly (readonly [type: FieldTypeName, ja: string, enCode: string, enLabel: string])[] = [
  ['RECORD_NUMBER', 'レコード番号', 'Record_number', 'Record number'],
  ['CREATOR', '作成者', 'Created_by', 'Created by'],
  ['CREATED_TIME', '作成日時', 'Created_datetime', 'Created datetime'],
  ['MODIFIER', '更新者', 'Updated_by', 'Updated by'],
  ['UPDATED_TIME', '更新日時', 'Updated_datetime', 'Updated datetime'],
  ['STATUS', 'ステータス', 'Status', 'Status'],
  ['STATUS_ASSIGNEE', '作業者', 'Assignee', 'Assignee'],
  ['CATEGORY', 'カテゴリー', 'Categories', 'Categories'],
]

/** Types that have an `enabled` in place of `noLabel`. */
const switched: readonly FieldTypeName[] = ['STATUS', 'STATUS_ASSIGNEE', 'CATEGORY']

export function systemFields(language: Language): readonly Field[] {
  return names.map(([type, ja, enCode, enLabel], index) => ({
    fid: `s${index}`,
    type,
    code: language === 'ja' ? ja : enCode,
    label: language === 'ja' ? ja : enLabel,
    ...(switched.includes(type) ? { enabled: false } : { noLabel: false }),
  }))
}

const reserved = new Set(names.filter(([type]) => switched.includes(type)).flatMap(([, ja, en]) => [ja, en]))

/** Codes that no other field may take, whichever language the app has. [EMU-F] */
export function isReservedCode(code: string): boolean {
  return reserved.has(code)
}
