/** What is said where the user's own copy of the reference is taken in. */
import type { Doubt } from '../../domain/reference-text/found'
import type { PdfProblem } from '../../ports/pdf-reader'

const doubt: Readonly<Record<Doubt, string>> = {
  facts: '適合性・開示レベル・文献が、このアプリの項目と違う',
  number: '番号が、このアプリの項目と違う',
  requirementMissing: '要求事項が見つからない',
  viewMissing: 'サイボウズの見解が見つからない',
  actionMissing: '必要な対応が見つからない',
  mergedOther: '数行にまたがるセルの文が、知られているものと違う',
  differs: '位置で読んだ文と、書かれた順に読んだ文が違う',
  byOrder: '表の列を見分けられず、書かれた順に読んだ',
}

const pdfProblem: Readonly<Record<PdfProblem, string>> = {
  locked: 'パスワードのかかったPDFです。パスワードを外して保存し直してください。何も書き込んでいません。',
  damaged: 'PDFが壊れていて読めません。もう一度入手して選んでください。何も書き込んでいません。',
  scanned: '文字の入っていないPDFです（紙をスキャンした画像）。文字を選べるPDFを選んでください。何も書き込んでいません。',
}

export const officialTextJa = {
  title: '原文の取り込み',
  lead: 'お手元のリファレンス「医療機関向け『cybozu.com』対応セキュリティリファレンス」（Version 1、2019年）から、項目ごとの原文をレコードの「原文」に入れます。',
  privacy: 'ファイルはこのブラウザーの中だけで読みます。外には送らず、保存もしません。原文の著作権は作成者にあります。院内で参照するためにお使いください。',
  choose: 'PDF、またはその文字だけのファイル（.txt）',
  reading: 'ファイルを読んでいます…',
  page: (page: number, of: number) => `${of}ページ中 ${page}ページ目を読んでいます…`,
  comparing: 'アプリのレコードと比べています…',
  gone: 'ファイルを開けませんでした。移したり、書き換えたりした可能性があります。もう一度選んでください。何も書き込んでいません。',
  notText: 'PDFでも文字のファイルでもありません。何も書き込んでいません。',
  tooLarge: 'ファイルが大きすぎます（50MBまで）。何も書き込んでいません。',
  pdfProblem,
  notReference: 'リファレンスの表が見つかりません。別の文書のようです。何も書き込んでいません。',
  otherEdition: 'リファレンスの表はありますが、このアプリの項目と合いません。別の版か、壊れたファイルのようです。何も書き込んでいません。',
  failed: 'アプリのレコードを読めませんでした。何も書き込んでいません。',
  matched: (n: number, of: number) => `${of}項目のうち ${n}項目の原文が見つかりました。`,
  doubtful: (n: number) => `確かめたほうがよい項目（${n}件）`,
  byOrder: (n: number) => `表の列を見分けられず、PDFに書かれた順に読んだ項目: ${n}件。ほかに食い違いはありません。`,
  takeDoubtful: 'これらの項目の原文も取り込む',
  doubt,
  missing: (n: number) => `見つからなかった項目（${n}件）`,
  sample: '取り込む内容を見る',
  plan: (added: number, replaced: number, unchanged: number) => `レコード: 新しく入れる ${added}件、置き換える ${replaced}件、そのまま ${unchanged}件。`,
  noRecords: '書き込むレコードがありません。先に「セットアップ」で項目を登録してください。',
  write: (n: number) => `${n}件のレコードに書き込む`,
  writing: (done: number, of: number) => `書き込んでいます… ${of}件中 ${done}件`,
  written: (n: number) => `${n}件のレコードに原文を入れました。チェックリストの項目の下のほうに出ます。`,
  stopped: (done: number) => `途中で止まりました。${done}件は書き込み済みです。同じファイルをもう一度選ぶと、残りだけを書き込みます。`,
}

export type OfficialTextMessages = typeof officialTextJa
