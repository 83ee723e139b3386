/** The screens of the phone. */
import type { Urgency } from '../../domain/my-items'

const urgency: Readonly<Record<Urgency, string>> = { overdue: '期限超過', soon: '30日以内', later: 'その先', noTarget: '目標日なし', closed: '対応の終わった項目' }

export const phoneJa = {
  tab: { mine: '自分の担当', checklist: 'チェックリスト', overview: '全体の状況', matrix: '責任分担', documents: '文献と照会' },
  urgency,
  mineCount: (open: number, overdue: number) => `まだ対応の終わっていない項目 ${open}件${overdue > 0 ? `（うち期限超過 ${overdue}件）` : ''}`,
  mineEmpty: 'この評価期間・施設で、あなたが担当になっている項目はありません。かわりに、すべての項目を、急ぐものから出しています。',
  notMine: 'この項目は、あなたの担当ではありません。',
  notFound: 'この項目は見つかりません。削除されたか、見る権限がない可能性があります。',
  openInAll: 'チェックリストで開く',
  overdueBy: (days: number) => `${days}日超過`,
  dueToday: '今日まで',
  dueIn: (days: number) => `あと${days}日`,
  target: (day: string) => `目標日 ${day}`,
  noTarget: '目標日なし',
  draft: '書きかけ',
  back: '一覧に戻る',
  section: '章・節',
  allSections: 'すべての章・節',
  more: (n: number) => `続きを表示（残り${n.toLocaleString('ja')}件）`,
  about: 'サイボウズの説明・証跡の例',
  survey: '根拠・責任分担',
  record: 'レコードを開く（関連規程や確認者を変える）',
  matrix: 'セルの編集や印刷のできる責任分担表は、PCで開いてください。ここでは、気をつける行の件数を見て、項目ごとの分担を読めます。',
  matrixHow: '件数を押すと、その項目がチェックリストに出ます。項目を開くと、だれが何を担うかが読めます。',
  verdicts: '判定ごとの件数',
  sections: '章ごとの対応済',

  photo: '写真を撮って添付',
  file: 'ファイルを選んで添付…',
}

export type PhoneMessages = typeof phoneJa
