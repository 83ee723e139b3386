import type { Text } from './language'

/*
 * Messages under `errors` of CB_VA01. [EMU §1-9, real captures; the last group is guesses in the same manner]
 */

export const requiredParameter: Text = { ja: '必須です。', en: 'Required field.' }
export const requiredValue: Text = { ja: '必須です。', en: 'Required.' }
export const notInEnum: Text = { ja: 'Enum値のいずれかでなければなりません。', en: 'must be one of the enum value' }
export const notANumber: Text = { ja: '数字でなければなりません。', en: 'Only numbers are allowed.' }
/** English words: guess. [EMU dual-mode tests 2026-09] */
export const tooManyDigits: Text = { ja: '有効桁数を超えています。', en: 'The number of digits exceeds the limit.' }
export const duplicateValue: Text = { ja: '値がほかのレコードと重複しています。', en: 'This value already exists in another record.' }

export const atLeast = (minimum: number): Text => ({
  ja: `最小でも${minimum}以上です。`,
  en: `must be greater than or equal to ${minimum}`,
})
export const notAnOption = (value: string): Text => ({
  ja: `"${value}"は選択肢にありません。`,
  en: `The value, "${value}", is not in options.`,
})
export const tooLong = (maximum: number): Text => ({
  ja: `${maximum + 1}文字より短くなければなりません。`,
  en: `Enter less than ${maximum + 1} characters.`,
})
export const tooShort = (minimum: number): Text => ({
  ja: `${minimum - 1}文字より長くなければなりません。`,
  en: `Enter more than ${minimum - 1} characters.`,
})
export const tooLarge = (maximum: string): Text => ({
  ja: `${maximum}以下である必要があります。`,
  en: `The value must be ${maximum} or less.`,
})
export const tooSmall = (minimum: string): Text => ({
  ja: `${minimum}以上である必要があります。`,
  en: `The value must be ${minimum} or more.`,
})

type RecordVerb = 'add' | 'update' | 'delete'

const atOnce: Record<RecordVerb, Text> = {
  add: { ja: '一度に100件までのレコードを追加できます。', en: 'A maximum of 100 records can be added at one time.' },
  update: { ja: '一度に100件までのレコードを更新できます。', en: 'A maximum of 100 records can be updated at one time.' },
  delete: { ja: '一度に1件から100件までのレコードを削除できます。', en: 'Between 1 and 100 records can be deleted at one time.' },
}
export const tooManyRecords = (verb: RecordVerb): Text => atOnce[verb]

/* Guesses */
export const atMost = (maximum: number): Text => ({
  ja: `最大でも${maximum}以下です。`,
  en: `must be less than or equal to ${maximum}`,
})
export const lengthBetween = (minimum: number, maximum: number): Text => ({
  ja: `${minimum}文字から${maximum}文字の間でなければなりません。`,
  en: `size must be between ${minimum} and ${maximum}`,
})
export const sizeBetween = (minimum: number, maximum: number): Text => ({
  ja: `${minimum}件から${maximum}件の間でなければなりません。`,
  en: `size must be between ${minimum} and ${maximum}`,
})
/** English words of these two: answers of kintone that Cybozu's kintone-nodejs-sdk keeps in its tests. */
export const notAnInteger: Text = { ja: '整数値を入力してください。', en: 'Enter an integer value.' }
export const notABoolean: Text = { ja: 'Boolean値でなければなりません。', en: 'must be boolean.' }
/** Only the beginning of kintone's words is known. [EMU-F] */
export const badLink: Text = { ja: 'URLの形式が正しくありません。', en: 'The URL format is not valid.' }
export const badDate: Text = { ja: '日付の形式が正しくありません。', en: 'The date format is not valid.' }
export const badTime: Text = { ja: '時刻の形式が正しくありません。', en: 'The time format is not valid.' }
export const badDateTime: Text = { ja: '日時の形式が正しくありません。', en: 'The date and time format is not valid.' }
export const unknownEntity = (code: string): Text => ({
  ja: `ユーザー、組織、またはグループ（code：${code}）が見つかりません。`,
  en: `The user, department or group (code: ${code}) is not found.`,
})
export const keyNotCode: Text = { ja: 'キーとフィールドコードが一致していません。', en: 'The key and the field code must be the same.' }
export const badFieldCode: Text = {
  ja: '先頭に数字が使用されているか、使用できない記号、またはスペースが含まれているため保存できません。',
  en: 'The field code starts with a digit or contains a symbol that cannot be used.',
}
export const usedFieldCode: Text = { ja: 'フィールドコードが重複しています。', en: 'The field code is already used.' }
export const reservedFieldCode: Text = { ja: 'このフィールドコードは使用できません。', en: 'This field code cannot be used.' }
export const notAddable: Text = { ja: '組み込みのフィールドは指定できません。', en: 'This field type cannot be added.' }
export const notInTable: Text = {
  ja: 'このフィールドタイプはテーブルに追加できません。',
  en: 'This field type cannot be added to a table.',
}
export const typeUnchangeable: Text = { ja: 'フィールドタイプは変更できません。', en: 'The field type cannot be changed.' }
export const usedInCondition = (code: string): Text => ({
  ja: `フィールド（code: ${code}）は絞り込みの条件に使用されています。`,
  en: `The field (code: ${code}) is used in a condition.`,
})
export const emptyTable: Text = { ja: 'テーブルには1個以上のフィールドが必要です。', en: 'A table needs at least one field.' }
export const usedName: Text = { ja: '名前が重複しています。', en: 'The name is already used.' }
export const unknownRow: Text = { ja: '指定された項目が見つかりません。', en: 'The specified item is not found.' }
