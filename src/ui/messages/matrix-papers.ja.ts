/** The words for what leaves the responsibility matrix and comes back: a party's sheet, the printed table, what has changed. */
import type { AnswerRefusal } from '../../domain/party-sheet'

const answerRefusal: Readonly<Record<AnswerRefusal, string>> = {
  unknownItem: 'この番号の項目がありません。編と番号を確かめてください',
  otherParty: 'ほかの者の行です',
  repeated: '同じ行が前にもあります',
  twice: '同じ者の行がレコードにふたつあります。開いて直してください',
  unknownRole: '役割ではありません',
  unknownState: '状態ではありません',
  noRole: 'この項目に、この者の行はまだありません。役割を入れてください',
}

export const matrixPapersJa = {
  sheet: '分担の依頼と回答',
  sheetOf: (party: string) => `${party} の分担の依頼と回答`,
  sheetLead: (rows: number, party: string) => `${party} が関わる${rows}行です。表計算ソフトに貼って送り、回答を同じ形のまま受け取れます。`,
  sheetNone: (party: string) => `${party} が関わる行はありません。`,
  sheetFiltered: '画面の条件で絞られた項目だけです。',
  copy: '表をコピー',
  copied: 'コピーしました。表計算ソフトに貼り付けてください。',
  copyRefused: 'ブラウザーがコピーを許しませんでした。下の文字を選んでコピーしてください。',
  sheetText: '表の文字',
  answers: '回答を貼り付け（見出しの行も含めて、表計算ソフトからコピー）',
  answersHint: '役割・状態・担う内容・根拠だけを、この者の欄に読み込みます。空欄と協議日は変えません。保存するまでは、レコードは変わりません。',
  answersNeedEdit: '回答を読み込むには、先に「編集」を押してください。',
  readAnswers: '回答を読む',
  noHeads: (key: string, answers: string) => `見出しの行がありません。「${key}」と、${answers}のどれかの見出しを含めてコピーしてください。`,
  answersFound: (change: number, same: number, refused: number) => `${change}欄を変え、${same}欄は今と同じ、${refused}件は読めません。`,
  answerRow: '行',
  answerHead: '見出し',
  wholeRow: '行の全体',
  answer: '回答',
  take: (n: number) => `${n}行を取り込む`,
  refused: '読めません',
  answerRefusal,
  excel: 'Excelファイルにする',
  sheetFile: '分担の依頼',

  paperTitle: '責任分担表',
  printA3: 'A3で印刷',
  printDuties: '担う内容も入れてA3で印刷',
  printedOn: (day: string) => `印刷 ${day}`,
  condition: (condition: string) => `絞り込み: ${condition}`,
  unsaved: '保存していない変更を含みます',
  paperProposal: '灰色の「提案」は、まだ合意していない欄',
}

export type MatrixPapersMessages = typeof matrixPapersJa
