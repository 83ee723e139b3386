import { Refusal } from '../refusal'
import { invalidInput } from '../refusals'

/*
 * What a query is refused with, all from EMU-Q unless a line says otherwise. English words are guesses except those of GAIA_IQ11, GAIA_QU01
 * and the syntax (NSDK). Source keys: refusals.ts, behaviour.md.
 */

export const queryLimitTooLarge = () =>
  new Refusal(400, 'GAIA_QU01', { ja: 'limit には 500 以下の値を指定してください。', en: 'limit must be 500 or less.' })

export const queryOffsetTooLarge = () =>
  new Refusal(400, 'GAIA_QU02', {
    ja: 'offset には 10,000 以下の値を指定してください。',
    en: 'offset must be 10,000 or less.',
  })

export const queryUnknownField = (code: string) =>
  new Refusal(400, 'GAIA_IQ11', {
    ja: `指定されたフィールド（${code}）が見つかりません。`,
    en: `Specified field (${code}) not found.`,
  })

export const queryOperatorNotPossible = (code: string, operator: string) =>
  new Refusal(400, 'GAIA_IQ03', {
    ja: `${code}フィールドのフィールドタイプには演算子${operator}を使用できません。`,
    en: `Operator ${operator} is not supported for the field type of ${code}.`,
  })

export const queryOperatorNotInTable = (code: string, operator: string) =>
  new Refusal(400, 'GAIA_IQ07', {
    ja: `テーブルに設定している場合、${code}フィールドのフィールドタイプには、演算子${operator}を使用できません。`,
    en: `Operator ${operator} is not supported for the field type of ${code} in a table.`,
  })

export const queryUnknownOption = (code: string, value: string) =>
  new Refusal(400, 'GAIA_IQ10', {
    ja: `${code}フィールドの項目に「${value}」は存在しません。`,
    en: `The option "${value}" does not exist in the field ${code}.`,
  })

export const queryBadDay = (value: string) =>
  new Refusal(400, 'GAIA_IQ23', {
    ja: `指定した日にち（${value}）は無効です。1から31までの整数で指定します。`,
    en: `The day (${value}) is not valid. Specify an integer from 1 to 31.`,
  })

export const queryBadUnit = () =>
  new Refusal(400, 'GAIA_IQ25', {
    ja: 'FROM_TODAY()の第2引数には、「DAYS」「WEEKS」「MONTHS」「YEARS」のいずれかを指定します。',
    en: 'Specify DAYS, WEEKS, MONTHS or YEARS as the second argument of FROM_TODAY().',
  })

export const queryIllegal = () => new Refusal(400, 'GAIA_IL08', { ja: 'クエリの指定が不正です。', en: 'The query is not valid.' })

export const querySyntax = (path = 'query') =>
  invalidInput({ path, message: { ja: 'クエリ記法が間違っています。', en: 'unsupported query format' } })

/** `A.B` is for lists of related records only. English words: guess. [EMU-src; Airbyte's source-kintone for the Japanese words] */
export const queryNotARelatedList = (code: string) =>
  new Refusal(400, 'GAIA_IR02', {
    ja: `フィールド「${code}」に指定したクエリが正しくありません。指定したクエリは、関連レコード一覧フィールドでのみ使用できます。`,
    en: `The query for the field "${code}" is not valid. It can be used for related records only.`,
  })
