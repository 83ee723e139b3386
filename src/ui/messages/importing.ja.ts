/** What is said where a filled-in file is taken in. */
import type { RowProblem } from '../../domain/answer-import'
import type { FileProblem } from '../../domain/sheet'

const fileProblem: Readonly<Record<FileProblem, string>> = {
  gone: 'ファイルを開けませんでした。移したり、書き換えたりした可能性があります。保存して閉じてから、もう一度選んでください。何も変えていません。',
  empty: 'ファイルが空です。何も取り込んでいません。',
  tooLarge: 'ファイルが大きすぎます。このアプリから書き出したファイルは、20MBを超えません。何も取り込んでいません。',
  tooManyRows: '行が多すぎます（2万行まで）。このアプリから書き出したファイルかどうか確かめてください。何も取り込んでいません。',
  locked: 'パスワードがかかっているか、古いExcelの形式（.xls）です。パスワードを外し、.xlsx で保存し直してください。',
  damaged: 'ファイルが壊れていて読めません。開き直して保存し、もう一度選んでください。何も取り込んでいません。',
  notSpreadsheet: 'ExcelファイルでもCSVファイルでもありません。ほかの表計算ソフトのファイルは、.xlsx で保存し直してください。何も取り込んでいません。',
}

const problem: Readonly<Record<RowProblem, (found: string) => string>> = {
  formula: (found) => `数式が入っています（${found}）。値として貼り付けてください。`,
  error: (found) => `エラーの値です（${found}）。`,
  merged: (found) => `セルが結合されています（${found}）。結合を解いて、行ごとに書いてください。`,
  notDay: (found) => `「${found}」は日付として読めません。2026/4/1 のように書いてください。`,
  notChoice: (found) => `「${found}」は選択肢にありません。`,
  cannotClear: (found) => `必ずどれかを選ぶ欄なので、空にできません（${found}）。`,
  unknown: (found) => `「${found}」という人や部署が見つかりません。`,
  ambiguous: (found) => `「${found}」が2人以上います。ログイン名も書いてください。`,
  reasonMissing: (found) => `「${found}」には理由が要ります。`,
  twice: (found) => `同じ項目が2行あります（${found}）。先の行だけを使います。`,
  noRight: (found) => `${found} を編集する権限がありません。`,
}

export const importingJa = {
  open: '取り込む…',
  title: 'Excel・CSVを取り込む',
  lead: 'このアプリから書き出し、記入したファイルを選んでください。書き込む前に、何が変わるかを示します。ここにファイルを置くこともできます。',
  choose: 'ファイル',
  chooseOther: '別のファイル',
  reading: '読んで、今の内容と比べています…',
  planFailed: '今の内容を読めなかったため、比べられませんでした。何も取り込んでいません。',
  fileProblem,
  noHead: 'チェックリストの見出し（項目キーまたは編と項目番号、対応状況など）が見つかりません。別の表か、見出しが変えられています。何も取り込んでいません。',
  doubledColumn: (column: string) => `「${column}」の列が2つあり、どちらを使うか分かりません。1つにしてください。何も取り込んでいません。`,
  preview: '取り込むとどうなるか',
  counts: (changed: number, unchanged: number, refused: number) => `変わる項目 ${changed}件、変わらない項目 ${unchanged}件、取り込めない行 ${refused}件。`,
  blankKeeps: '空のセルは、今の値をそのまま残します。',
  refusedTitle: '取り込めない行（その行は何も書き込みません）',
  problem,
  unknownItems: 'この評価期間・施設に無い項目の行',
  noNumber: '項目番号が書かれていません。',
  unknownColumns: '使わない列:',
  changesTitle: '変わるところ',
  item: '項目',
  field: '欄',
  before: '今',
  after: '取り込み後',
  run: (n: number) => `${n}件を取り込む`,
  running: (done: number, of: number) => `取り込んでいます… ${of}件中 ${done}件`,
  done: (n: number) => `${n}件を取り込みました。`,
  stopped: (done: number, left: number) => `途中で止まりました。${done}件は取り込み済みで、${left}件が残っています。`,
  perhapsWritten: '残りが書き込まれたかどうか分かりません。続けると、まず今の内容を確かめます。二重に書き込まれることはありません。',
  goOn: '続きから取り込む',
  overtaken: (n: number, numbers: string) => `${n}件は、そのあいだにほかの人が同じ欄を変えたため、そのままです（${numbers}）。`,
  undo: '取り込みを元に戻す',
  undoHint: 'あとから「取り込む…」を開いても戻せます（このタブを閉じるまで）。そのあとに変更された項目は、そのままにします。',
  last: (n: number) => `前回の取り込み（${n}件）:`,
  undone: (n: number) => `${n}件を元に戻しました。`,
  notUndone: (n: number, numbers: string) => `${n}件は、そのあとに別の変更があったため、そのままです（${numbers}）。`,
}

export type ImportingMessages = typeof importingJa
