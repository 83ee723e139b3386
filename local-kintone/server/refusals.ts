import type { EntityType } from './model'
import { Refusal, type Problem } from './refusal'

/*
 * Every refusal the stand-in knows, one function each. Codes and words from the error catalogue of EMU §1-9 (real captures)
 * unless a line says otherwise; behaviour.md lists the guesses. NSDK: answers of kintone that Cybozu's kintone-nodejs-sdk keeps in its tests.
 * KSQL: measured on a live kintone by kintone-sql-tools (2026-07). PROV: the same by a Terraform provider's notes (2026-07, 2026-08).
 */

export const invalidInput = (...problems: readonly Problem[]) =>
  new Refusal(400, 'CB_VA01', { ja: '入力内容が正しくありません。', en: 'Missing or invalid input.' }, problems)

/** The body is no JSON, or a member has another JSON type than the API wants. [cli-kintone docs; public error logs] */
export const invalidJson = () => new Refusal(400, 'CB_IJ01', { ja: '不正なJSON文字列です。', en: 'Invalid JSON string.' })

/**
 * GET with a JSON Content-Type but no body [three public clients, 2026]; a session without X-Requested-With or with a wrong CSRF token
 * (code for these two: guess). [NSDK for the words]
 */
export const illegalRequest = () => new Refusal(400, 'CB_IL02', { ja: '不正なリクエストです。', en: 'Illegal request.' })

export const pleaseSignIn = () => new Refusal(401, 'CB_AU01', { ja: 'ログインしてください。', en: 'Please login.' })

export const wrongPassword = () =>
  new Refusal(401, 'CB_WA01', {
    ja: 'ユーザーのパスワード認証に失敗しました。「X-Cybozu-Authorization」ヘッダーの値が正しくありません。',
    en: 'Password authentication failed. The value in http header of X-Cybozu-Authorization is not valid.',
  })

export const noPrivilege = () => new Refusal(403, 'CB_NO02', { ja: '権限がありません。', en: 'No privilege to proceed.' })

/** [cli-kintone tests for the code, status and English; Japanese words: source-kintone of Airbyte] */
export const notWithThisToken = () =>
  new Refusal(403, 'GAIA_NO01', {
    ja: 'このAPIトークンでは、指定したAPIを実行できません。',
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
    en: 'You need to send a request to the URL: "/k/guest/<Space ID>/v1/..." to execute apps in Guest Spaces.',
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

/** Settings have a code of their own. [PROV 2026-07-28 for status and code; NSDK for the English words; Japanese words: guess] */
export const staleSettings = (app: string) =>
  new Refusal(409, 'GAIA_CO03', {
    ja: `指定したrevisionは最新ではありません。ほかのユーザーがアプリ（id: ${app}）の設定を更新した可能性があります。`,
    en: `The revision is not the latest. Someone may update the app settings (ID: ${app}).`,
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
  new Refusal(404, 'GAIA_PL19', {
    ja: `指定したプラグイン（id: ${id}）が見つかりません。`,
    en: `The specified plug-in (id: ${id}) is not found.`,
  })

/** Words: guess. [public upload scripts, which then update the plug-in, for the code] */
export const pluginAlreadyInstalled = (id: string) =>
  new Refusal(400, 'GAIA_PL18', {
    ja: `指定したプラグイン（id: ${id}）はすでに追加されています。`,
    en: `The specified plug-in (id: ${id}) is already installed.`,
  })

/** A zip whose key makes another id. Words: guess. [a public upload script for the code] */
export const pluginOfAnotherKey = (id: string) =>
  new Refusal(400, 'GAIA_PL22', {
    ja: `アップロードしたファイルは、指定したプラグイン（id: ${id}）と異なるプラグインです。`,
    en: `The uploaded file is not the specified plug-in (id: ${id}).`,
  })

/** Used up, deleted or expired: all the same. [KSQL 2026-07-18; English words: guess] */
export const unknownCursor = () =>
  new Refusal(404, 'GAIA_CN01', {
    ja: '指定したカーソルは存在しないか、既に有効期限が切れています。',
    en: 'The specified cursor does not exist or has already expired.',
  })

/** The eleventh open cursor of the domain. [KSQL 2026-07-18] */
export const tooManyCursors = () =>
  new Refusal(429, 'GAIA_TM12', {
    ja: '作成できるカーソルの上限に達しているため、カーソルを作成できません。不要なカーソルを削除するか、しばらく経ってから再実行してください。',
    en: 'Cannot create a cursor because the maximum number of cursors has been reached. Delete unnecessary cursors or retry after some time.',
  })

export const tooManyRequests = () =>
  new Refusal(429, 'GAIA_TO04', {
    ja: 'APIの同時リクエスト数が上限を超えています。',
    en: 'The number of concurrent API requests exceeds the limit.',
  })

/** A bug of the stand-in itself; kintone says as little. Code and words: guess. */
export const internalError = () => new Refusal(520, 'CB_SE01', { ja: '内部エラーが発生しました。', en: 'An internal error has occurred.' })

/**
 * A person, department or group that does not exist, in a record's value, as an assignee or in a query. The group's code and the words for
 * departments and groups in English: guess. [NSDK; KSQL 2026-08-07; status 400 as for others, NSDK's 520 is of old]
 */
export const unknownPerson = (type: EntityType, code: string) => {
  const { number, ja, en } = people[type]
  return new Refusal(400, `GAIA_IL${number}`, { ja: `指定した${ja}（code：${code}）が見つかりません。`, en: `The specified ${en} (code：${code}) not found.` })
}

const people: Record<EntityType, { readonly number: string; readonly ja: string; readonly en: string }> = {
  USER: { number: '26', ja: 'ユーザー', en: 'user' },
  GROUP: { number: '27', ja: 'グループ', en: 'group' },
  ORGANIZATION: { number: '28', ja: '組織', en: 'department' },
}

/** A value for a field that the writer may not change. [NSDK; Airbyte's source-kintone for the Japanese words; status: guess] */
export const fieldNotEditable = (code: string) =>
  new Refusal(403, 'GAIA_FU01', {
    ja: `フィールド「${code}」の編集権限がありません。`,
    en: `Edit permissions are required to edit field "${code}".`,
  })

/** A value for a field that kintone writes itself. English words: guess. [monosashi 2026-08-29] */
export const fieldTypeNotWritable = (type: string) =>
  new Refusal(400, 'GAIA_UN10', {
    ja: `${type}型のフィールドに値を設定することはできません。`,
    en: `A value cannot be set for a field of the type ${type}.`,
  })

/** English words: guess. [monosashi 2026-08-29] */
export const categoryNotWritable = () =>
  new Refusal(400, 'GA_UO01', {
    ja: 'APIでは次の操作はできません：カテゴリーの値の編集',
    en: 'The API cannot do the following operation: editing the values of categories',
  })

/** A field that a lookup of another app reads. Words: guess. [EMU dual-mode set-up for the code] */
export const fieldUsedByLookup = (code: string) =>
  new Refusal(400, 'GAIA_LO02', {
    ja: `フィールド（code: ${code}）は、ほかのアプリのルックアップで使用されているため、削除できません。`,
    en: `The field (code: ${code}) cannot be deleted because a lookup of another app uses it.`,
  })

/** The list that kintone made itself cannot go. Words: guess. [monosashi docs/KINTONE.md for the code] */
export const builtinViewStays = () =>
  new Refusal(400, 'GAIA_IL44', {
    ja: '「（作業者が自分）」の一覧は削除できません。',
    en: 'The view "(Assigned to me)" cannot be deleted.',
  })

/** Comments of an app that has them switched off. That it is refused: CD records/add-comment; code and words: guess. */
export const commentsOff = () =>
  new Refusal(400, 'GAIA_RE03', { ja: 'コメント機能が無効になっています。', en: 'The comment feature has been disabled.' })

/** Two assignees where a status takes one. That it is refused: CD records/update-assignees; code and words: guess. */
export const onlyOneAssignee = () =>
  new Refusal(400, 'GAIA_SA02', { ja: '作業者を2人以上指定することはできません。', en: 'Only one assignee can be specified.' })

/** [NSDK; Airbyte's source-kintone for the Japanese words] */
export const onlyForAssignee = () =>
  new Refusal(403, 'GAIA_NT01', { ja: '作業者のみがステータスを変更できます。', en: 'Only Assignee can change the status.' })

/** [EMU-N for status and Japanese words; NSDK for the English ones] */
export const assigneeNeeded = () => new Refusal(400, 'GAIA_SA01', { ja: '作業者を指定してください。', en: 'Assignee is required.' })

/** An assignee for a status that takes none. Japanese words: guess. [NSDK; status 400 as for others] */
export const assigneeNotTaken = () =>
  new Refusal(400, 'GAIA_SA04', {
    ja: 'ステータスの変更に失敗しました。このアクションでは作業者を指定できません。',
    en: 'Failed to update status. Assignee cannot be specified by the action.',
  })
