import { Refusal, type Problem } from './refusal'

/*
 * Every refusal the stand-in knows, one function each. Codes and words from the error catalogue of EMU §1-9 (real captures)
 * unless a line says that it is a guess; behaviour.md lists the guesses.
 */

export const invalidInput = (...problems: readonly Problem[]) =>
  new Refusal(400, 'CB_VA01', { ja: '入力内容が正しくありません。', en: 'Missing or invalid input.' }, problems)

/** The body is no JSON, or a member has another JSON type than the API wants. [cli-kintone docs; public error logs] */
export const invalidJson = () => new Refusal(400, 'CB_IJ01', { ja: '不正なJSON文字列です。', en: 'Invalid JSON string.' })

/** Session request without X-Requested-With or with a wrong CSRF token. Code and words: guess. */
export const illegalRequest = () => new Refusal(400, 'CB_IL02', { ja: '不正なリクエストです。', en: 'Illegal request.' })

export const pleaseSignIn = () => new Refusal(401, 'CB_AU01', { ja: 'ログインしてください。', en: 'Please login.' })

export const wrongPassword = () =>
  new Refusal(401, 'CB_WA01', {
    ja: 'ユーザーのパスワード認証に失敗しました。「X-Cybozu-Authorization」ヘッダーの値が正しくありません。',
    en: 'Password authentication failed. The value in http header of X-Cybozu-Authorization is not valid.',
  })

export const noPrivilege = () => new Refusal(403, 'CB_NO02', { ja: '権限がありません。', en: 'No privilege to proceed.' })

/** Japanese words: guess. [cli-kintone tests for the code, status and English] */
export const notWithThisToken = () =>
  new Refusal(403, 'GAIA_NO01', {
    ja: '使用したAPIトークンでは、指定したAPIを実行できません。',
    en: 'Using this API token, you cannot run the specified API.',
  })

/** Words: guess. [cli-kintone tests for the code; older captures answered 520] */
export const tokenOfAnotherApp = () =>
  new Refusal(400, 'GAIA_IA02', {
    ja: '指定したAPIトークンに対応するアプリが見つかりません。',
    en: 'The specified API token does not match the API token generated via an app.',
  })

/** Code [MIG wrapKintoneError], words: guess. */
export const inMaintenance = () =>
  new Refusal(403, 'GAIA_NO02', {
    ja: 'アプリがメンテナンスモードのため、操作できません。',
    en: 'The operation cannot be performed because the app is in maintenance mode.',
  })

/** The course has no API. Status, code and words: guess. */
export const notInThisCourse = () => new Refusal(403, 'CB_NO02', { ja: 'ご契約のコースでは利用できません。', en: 'Not available in your course.' })

export const unknownApi = () => new Refusal(404, 'CB_NO01', { ja: '指定したAPIが見つかりません。', en: 'The specified API is not found.' })

export const unknownApp = (id: string) =>
  new Refusal(404, 'GAIA_AP01', {
    ja: `指定したアプリ（id: ${id}）が見つかりません。削除されている可能性があります。`,
    en: `The app (ID: ${id}) not found. The app may have been deleted.`,
  })

export const guestSpacePathNeeded = () =>
  new Refusal(400, 'GAIA_IL23', {
    ja: 'ゲストスペース内のアプリを操作する場合は、リクエストの送信先を「/k/guest/（ゲストスペースのID）/v1/...」にします。',
    en: 'To handle an app in a guest space, send the request to "/k/guest/(guest space ID)/v1/...".',
  })

/** Code and words: guess. */
export const unknownSpace = (id: string) =>
  new Refusal(404, 'GAIA_SP01', {
    ja: `指定したスペース（id: ${id}）が見つかりません。削除されている可能性があります。`,
    en: `The specified space (ID: ${id}) not found. The space may have been deleted.`,
  })

export const unknownRecord = (id: string) =>
  new Refusal(404, 'GAIA_RE01', {
    ja: `指定したレコード（id: ${id}）が見つかりません。`,
    en: `The specified record (ID: ${id}) is not found.`,
  })

export const unknownFile = (key: string) =>
  new Refusal(404, 'GAIA_BL01', {
    ja: `指定したファイル（id: ${key}）が見つかりません。`,
    en: `The specified file (id: ${key}) not found.`,
  })

export const unknownComment = () =>
  new Refusal(400, 'GAIA_RE02', {
    ja: '指定したコメントが存在しません。削除された可能性があります。',
    en: 'The specified comment does not exist. The comment may have been deleted.',
  })

export const staleRecord = () =>
  new Refusal(409, 'GAIA_CO02', {
    ja: '指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。',
    en: 'The revision is not the latest. Someone may update a record.',
  })

export const staleSettings = () =>
  new Refusal(409, 'GAIA_CO02', {
    ja: '指定したrevisionは最新ではありません。ほかのユーザーがアプリの設定を更新した可能性があります。',
    en: 'The revision is not the latest. Someone may update the app settings.',
  })

/** Status, code and words: guess (the sheet knows only that changing settings during a deploy is an error). */
export const deployRunning = () =>
  new Refusal(409, 'GAIA_DA02', {
    ja: 'アプリの設定を運用環境に反映しています。しばらくしてから操作してください。',
    en: 'The app settings are being deployed. Try again later.',
  })

export const unknownSettingsField = (code: string) =>
  new Refusal(400, 'GAIA_FC01', {
    ja: `指定されたフィールド（code: ${code}）が見つかりません。`,
    en: `The specified field (code: ${code}) not found.`,
  })

export const statusNotPossible = () =>
  new Refusal(400, 'GAIA_IL03', {
    ja: 'ステータスの変更に失敗しました。ほかのユーザーがステータス、またはステータスの設定を変更した可能性があります。',
    en: 'Failed to update the status. The settings or the status itself may have been changed by someone.',
  })

export const processManagementOff = () =>
  new Refusal(400, 'GAIA_ST02', {
    ja: '操作に失敗しました。プロセス管理機能が無効化されています。',
    en: 'Your request failed. The process management feature has been disabled.',
  })

export const lookupKeyNotFound = (code: string, value: string) =>
  new Refusal(400, 'GAIA_LO04', {
    ja: `フィールド「${code}」の値「${value}」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。`,
    en: `A value ${value} in the field ${code} does not exist in the datasource app for lookup, or you do not have permission to view the app or the field.`,
  })

/** Code and words: guess. */
export const brokenPlugin = (reason: string) =>
  new Refusal(400, 'GAIA_PL01', {
    ja: `プラグインのファイルが正しくありません。（${reason}）`,
    en: `The plug-in file is not valid. (${reason})`,
  })

/** Code and words: guess. */
export const unknownPlugin = (id: string) =>
  new Refusal(404, 'GAIA_PL18', {
    ja: `指定したプラグイン（id: ${id}）が見つかりません。`,
    en: `The specified plug-in (id: ${id}) is not found.`,
  })

/** Code and words: guess. */
export const pluginAlreadyInstalled = (id: string) =>
  new Refusal(400, 'GAIA_PL15', {
    ja: `指定したプラグイン（id: ${id}）はすでに追加されています。`,
    en: `The specified plug-in (id: ${id}) is already installed.`,
  })

/** Code and words: guess. */
export const unknownCursor = (id: string) =>
  new Refusal(404, 'GAIA_CN01', {
    ja: `指定したカーソル（id: ${id}）が見つかりません。`,
    en: `The specified cursor (id: ${id}) is not found.`,
  })

/** Code and words: guess. [CD records/cursor for the limit of 10] */
export const tooManyCursors = () =>
  new Refusal(400, 'GAIA_TC02', {
    ja: '作成できるカーソルの上限（10個）を超えています。',
    en: 'The number of cursors exceeds the limit (10).',
  })

export const tooManyRequests = () =>
  new Refusal(429, 'GAIA_TO04', {
    ja: 'APIの同時リクエスト数が上限を超えています。',
    en: 'The number of concurrent API requests exceeds the limit.',
  })

/** A bug of the stand-in itself; kintone says as little. Code and words: guess. */
export const internalError = () => new Refusal(520, 'CB_SE01', { ja: '内部エラーが発生しました。', en: 'An internal error has occurred.' })

/* Query language, all from EMU-Q. English words are guesses except GAIA_IQ11's. */

export const queryLimitTooLarge = () =>
  new Refusal(400, 'GAIA_QU01', { ja: 'limit には 500 以下の値を指定してください。', en: 'limit must be less than or equal to 500.' })

export const queryOffsetTooLarge = () =>
  new Refusal(400, 'GAIA_QU02', {
    ja: 'offset には 10,000 以下の値を指定してください。',
    en: 'offset must be less than or equal to 10,000.',
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
  invalidInput({ path, message: { ja: 'クエリ記法が間違っています。', en: 'The query syntax is not valid.' } })
