/** What the settings screen and the screens in the lists both say. */
import type { FailureKind } from '../../ports/failure'

const failure: Readonly<Record<FailureKind, string>> = {
  signedOut: 'ログインの有効期限が切れています。ログインし直してから、もう一度お試しください。',
  outdatedPage: 'この画面を開いたあとでログインし直したか、長く開いたままだったため、この画面からは保存できません。書きかけの内容を控え、画面を再読み込みしてから、もう一度お試しください。',
  forbidden: 'この操作の権限がありません。アプリの管理者に確認してください。',
  maintenance: 'アプリがメンテナンスモードです。アプリの管理者が解除してから、もう一度お試しください。',
  notFound: '対象が見つかりません。削除されたか、見る権限がない可能性があります。',
  conflict: 'ほかの人が先に変更しました。読み直してから、もう一度お試しください。',
  refused: 'kintoneが受け付けませんでした。',
  busy: 'kintoneが混み合っているか、停止しています。少し待ってから、もう一度お試しください。',
  unreachable: 'kintoneに接続できません。ネットワークを確かめてから、もう一度お試しください。',
  unknown: '予期しないエラーが起きました。もう一度お試しください。続くときは、アプリの管理者に知らせてください。',
}

export const sharedJa = {
  /** Between names in a row */
  comma: '、',
  failure,
  failureDetail: (detail: string) => `詳細: ${detail}`,
  broken: 'この画面を表示できませんでした。',
  screen: { dashboard: 'ダッシュボード', checklist: 'チェックリスト', matrix: '責任分担表', documents: '文献と照会' },
  roundName: (round: string) => (/^\d{4}$/.test(round) && Number(round) >= 2019 ? `令和${Number(round) - 2018 === 1 ? '元' : Number(round) - 2018}年度（${round}）` : round),
}

export type SharedMessages = typeof sharedJa
