/** What the checklist's keys do, as the help says it. */
const does = {
  arrows: '一覧で次・前の項目を開く',
  step: '次・前の項目を開く（どこからでも）',
  status: '対応状況を選ぶ（未評価から対象外まで）',
  owner: '担当者の欄へ',
  target: '目標日の欄へ',
  select: '開いている項目を選ぶ。Shiftと一緒なら、前に選んだところからまとめて',
  save: '保存',
  search: '番号・ことばで探す。Enterキーで、見つかった項目の一覧へ',
  back: '入力欄から一覧へ戻る',
  help: 'この説明を開く',
}

export const keysJa = {
  title: 'キー操作',
  open: 'キー操作',
  does,
  note: '文字を入力している間や、漢字に変換している間は働きません（保存と、入力欄から戻るキーを除く）。',
  close: '閉じる',
}

export type KeysMessages = typeof keysJa
