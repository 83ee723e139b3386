/** What is said around files and paper: writing out, the sheets that go along, printing. */
import type { FieldKind } from '../../domain/answer-sheet'

const hint: Readonly<Record<FieldKind, string>> = {
  choice: '一覧から選んでください。空のままなら、今の値が残ります。',
  day: '日付を 2026/4/1 のように書いてください。空のままなら、今の値が残ります。',
  people: '「名前」シートの書き方（氏名 <ログイン名>）で書いてください。2人以上は、セルの中で改行します。',
  text: '空のままなら、今の文が残ります。消したいときは【空にする】と書いてください。',
}

export const papersJa = {
  open: '書き出す・印刷…',
  openExport: '書き出す…',
  title: '書き出す・印刷',
  titleExport: '書き出す',
  what: '対象',
  shown: (n: number) => `表示中の${n.toLocaleString('ja')}件`,
  all: (n: number) => `すべて（${n.toLocaleString('ja')}件）`,
  as: '形式',
  format: {
    xlsx: 'Excelファイル（.xlsx）',
    csvUtf8: 'CSVファイル（UTF-8）',
    csvSjis: 'CSVファイル（Shift_JIS）',
    oscal: '機械で読む形式（OSCAL 1.2.2、JSON）',
  },
  formatHint: {
    xlsx: '色分け、選択肢、記入のしかた、版の説明が付きます。',
    csvUtf8: 'kintoneの書き出しと同じ並べ方です。Excelでもそのまま開けます。',
    csvSjis: '古いソフトに渡すときに選びます。',
    oscal: 'ほかの管理ツールに渡すときに選びます。点検項目、責任分担、対応状況の3つが入ります。',
  },
  write: '書き出す',
  writing: '読み込んで書き出しています…',
  written: (name: string) => `${name} を書き出しました。`,
  notWritten: '書き出せませんでした。ファイルは作っていません。',
  leftOut: (n: number) => `読めない値があるレコード${n}件は、入っていません。`,
  unencodable: (characters: string) => `Shift_JISに無い文字があります（${characters}）。置き換えると内容が変わるため、書き出していません。UTF-8を選んでください。`,
  close: '閉じる',

  checklistFile: 'チェックリスト',
  documentsFile: '文献と照会',
  byDocument: '公開文書ごとの項目',
  inquiries: '要NDAの項目の照会',

  legendSheet: '記入のしかた',
  editionsSheet: '版',
  hint,
  legend: {
    column: '列',
    meaning: '意味と書き方',
    fillIn: '青い見出しの列に書きます。ほかの列は読むためのもので、書き換えても取り込まれません。',
    blank: '空のセルは「変えない」という意味です。今の値がそのまま残ります。',
    clear: (mark: string) => `今の値を消したいときは、セルに ${mark} とだけ書きます。`,
    key: (label: string) => `「${label}」の列は、どの項目かを見分けるために使います。消したり書き換えたりしないでください。`,
    order: '行や列を並べ替えても、行を減らしても取り込めます。列の見出しは変えないでください。',
    back: '書き終わったファイルは、チェックリストの「取り込む…」で戻します。書き込む前に、何が変わるかを確かめられます。',
    readOnly: '読むための列',
  },
  editions: {
    part: '編',
    guideline: 'ガイドライン',
    edition: 'この表の元になった版',
    supersededBy: '今の版',
    note: '旧版に基づく参考情報です。cybozu.comの適合性は2019年の調査の判定で、自院の対応状況ではありません。',
    round: '評価期間',
    facility: '施設',
    day: '書き出した日',
    count: '件数',
    filter: '絞り込み',
    noFilter: 'なし（すべての項目）',
  },
}

export type PapersMessages = typeof papersJa
