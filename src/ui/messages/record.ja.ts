/** kintone's own record page: the explanation above the form, and what is said when a save is refused. */
export const recordJa = {
  guide: 'この項目の説明',
  fold: '説明をたたむ',
  unfold: '説明を開く',
  neighbours: '前後の項目',
  previous: '前の項目',
  next: '次の項目',
  inList: (list: string, at: number, total: number) => `一覧「${list}」の ${total}件中 ${at}件目`,
  leftList: (list: string) => `一覧「${list}」の条件には、もう合わなくなりました。前後は、その一覧のものです。`,
  inSource: '章の並び順での前後です（一覧から開くと、その一覧での前後になります）。',
  neighboursUnread: '前後の項目を読めませんでした。',
  relatedUnread: '関連する項目の名前を読めませんでした。',
  toChecklist: 'チェックリストで開く',
  more: '根拠・関連する項目・責任分担',
  sharing: '総務省ガイドラインの同じ項番にあたる項目',
  sharingNone: 'ほかにありません。',
  sharingMore: (n: number) => `ほか${n}件をチェックリストで見る`,
  sharingRest: (n: number) => `ほか${n}件`,
  edition: (edition: string) => `根拠の版: ${edition}`,
  remarks: '気をつけること',
  unreadable: 'この項目の説明を表示できません（読めない値があります）。下のフォームは、そのまま使えます。',
  create: 'ガイドラインの項目は、プラグインの設定画面の「セットアップ」がまとめて登録します。ここで追加したレコードは、ガイドラインの項目にはなりません。',

  notSaved: '保存していません。次のところを直してから、もう一度保存してください。',
  pastTitle: '目標日を過ぎています',
  pastText: (day: string) => `目標日 ${day} を過ぎていますが、まだ対応が終わっていません。新しい目標日を決めてください。`,
  saveAnyway: 'このまま保存',
  goBack: '目標日を直す',
  saveAgain: '目標日を変えずに保存するときは、もう一度「保存」を押してください。',
  notAssessed: '対応状況が「未評価」のままなので、進められません。「編集」で対応状況を選んで保存してから、もう一度押してください。',
}

export type RecordMessages = typeof recordJa
