/** What is said around an answer: its form, saving, two people at once. */
import type { AnswerField, MeetingChoice } from '../../domain/answer'
import type { AnswerProblem } from '../../domain/answer-check'

const field: Readonly<Record<AnswerField, string>> = {
  status: '対応状況',
  statusReason: '対象外・代替策の理由',
  owners: '担当者',
  departments: '担当部署',
  targetOn: '目標日',
  checkedOn: '確認日',
  completedOn: '完了日',
  nextReviewOn: '次回見直し日',
  implementation: '対応内容',
  regulation: '関連規程',
  evidenceLinks: '証跡の保管場所・リンク',
  evidenceExpiresOn: '証跡の有効期限',
  inquiry: '事業者への照会',
  inquiryOn: '照会・回答の日',
  inquiryNote: '照会のメモ',
  reviewers: '確認者',
  reviewComment: '確認者のコメント',
}

const problem: Readonly<Record<AnswerProblem, string>> = {
  reasonMissing: '対象外・代替策で対応には、理由が要ります。点検で聞かれたときに説明できるように書いてください。',
  targetPast: '目標日を過ぎています。新しい目標日を決めてください。',
  completedAhead: '完了日が先の日付です。まちがいないか確かめてください。',
  implementationMissing: '何をしたのかが書かれていません。短くても書いておくと、点検で説明できます。',
  evidenceExpired: '証跡の有効期限が切れています。新しい証跡に替えてください。',
}

const choice: Readonly<Record<MeetingChoice, string>> = { mine: '自分の内容', theirs: '相手の内容', both: '両方を残す（相手、自分の順）' }

export const answerJa = {
  title: '自院の対応',
  field,
  problem,
  required: '必須',
  today: '今日',
  save: '保存',
  saving: '保存しています…',
  saved: (time: string) => `保存しました ${time}`,
  changed: (n: number) => `保存していない変更 ${n}か所`,
  unchanged: '変更はありません',
  revert: '元に戻す',
  notSaved: '保存できませんでした。入力した内容は、この画面に残っています。',
  perhapsSaved: '保存できたかどうか分かりません。入力した内容は、この画面に残っています。もう一度保存しても、二重に書き込まれることはありません。',
  saveAgain: 'もう一度保存',
  readOnly: 'この項目は見るだけです（編集の権限がありません）。',
  rightsUnknown: '編集できるかどうかを確かめられませんでした。',

  leaveTitle: '保存していない変更があります',
  leaveText: (item: string) => `${item} の変更を、まだ保存していません。`,
  leaveSave: '保存して移る',
  leaveDiscard: '変更を捨てて移る',
  stay: 'この項目にとどまる',

  goneTitle: (item: string) => `${item} は削除されたか、見られなくなりました`,
  goneText: '保存していなかった変更です。要るものは、ここから書き写してください。',
  goneDrop: '書き写したので消す',
  unsavedElsewhere: 'まだ保存していない変更があります。開いて、保存するか元に戻してください:',
  othersSaved: 'この項目を、ほかの人が保存しました。あなたの入力は残っています。保存すると、両方の内容を見比べて選べます。',
  conflictTitle: 'ほかの人が先に保存しました',
  conflictText: 'あなたの変更は、まだ書き込んでいません。どちらの内容も下にあります。欄ごとに選んでから保存してください。',
  theirsTitle: '相手だけが変えたところ（相手の内容のまま残します）',
  mineTitle: '自分だけが変えたところ（自分の内容で保存します）',
  before: '変更前',
  choice,
  choose: (fieldName: string) => `${fieldName}: どちらにしますか`,
  chooseAll: (n: number) => `まだ選んでいない欄が${n}つあります。`,
  saveChosen: '選んだ内容で保存',
  takeTheirs: '自分の変更を捨て、相手の内容にする',
  blank: '（空）',

  pick: (fieldName: string) => `${fieldName}を名前で探す`,
  removePerson: (name: string) => `${name} を外す`,
  noPerson: '見つかりません。',
  morePeople: (n: number) => `ほかに${n}人。続けて入力すると絞れます。`,
  directoryFailed: '名前の一覧を読めませんでした。この一覧に出てくる名前だけから選べます。',
}

export type AnswerMessages = typeof answerJa
