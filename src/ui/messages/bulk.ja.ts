/** What is said where many items are changed at once. */
import type { SkipReason } from '../../domain/bulk-change'

const skipped: Readonly<Record<SkipReason, string>> = {
  noRight: '編集の権限がない',
  reasonMissing: '理由がない（「理由」に書くと変更できます）',
  same: 'すでに同じ',
}

export const bulkJa = {
  select: (item: string) => `${item} を選ぶ`,
  selectAll: '表示中の項目をすべて選ぶ',
  selectHint: '選ぶと、まとめて変更できます。',
  selected: (n: number) => `${n}件を選択中`,
  open: 'まとめて変更…',
  clear: '選択を外す',
  rangeHint: 'Shiftキーを押しながら選ぶと、間の項目もまとめて選べます。',

  title: (n: number) => `選んだ${n}件をまとめて変更`,
  keep: '変更しない',
  ownersHow: { set: '次の人に替える', add: '次の人を加える', swap: '1人だけを次の人に替える（異動など）', empty: 'だれも決めない（空にする）' },
  departmentsHow: { set: '次の部署に替える', add: '次の部署を加える', swap: '1つだけを次の部署に替える', empty: 'だれも決めない（空にする）' },
  from: '替えるもと',
  inPlaceOf: (name: string) => `${name} に替えて`,
  added: (names: string) => `${names} を加える`,
  swapped: (from: string, to: string) => `${from} を ${to} に`,
  setDay: '次の日にする',
  noDay: '空にする',
  reason: '理由',
  blankKeeps: '空のままなら、今の文が残ります。',

  preview: 'すること',
  nothing: '変えるところを選ぶと、何件が変わるかをここに示します。',
  willChange: (n: number) => `${n}件を変更します。`,
  fieldCount: (field: string, value: string, n: number) => `${field} → ${value}: ${n}件`,
  willSkip: (n: number) => `${n}件は変更しません。`,
  skipped,
  skippedLine: (why: string, n: number, numbers: string) => `${why}: ${n}件（${numbers}）`,
  tooMany: (max: number) => `一度に変更できるのは${max.toLocaleString('ja')}件までです。条件を絞ってください。`,
  run: (n: number) => `${n}件を変更`,
  running: '変更しています…',
  cancel: 'やめる',
  conflict: '選んだ項目のどれかを、ほかの人が先に保存しました。まだ何も変更していません。今の内容で、何が変わるかを調べ直しました。確かめてから、もう一度押してください。',
  notChanged: '変更できませんでした。ひとつも書き込んでいません。',
  perhapsChanged: '変更できたかどうか分かりません。もう一度押すと、まず今の内容を確かめます。二重に変更されることはありません。',

  changed: (n: number) => `${n}件を変更しました。`,
  undo: '元に戻す',
  undoing: '元に戻しています…',
  undone: (n: number) => `${n}件を元に戻しました。`,
  refused: (n: number, numbers: string) => `${n}件は、そのあとに別の変更があったため、そのままです（${numbers}）。`,
  undoFailed: '元に戻せませんでした。もう一度お試しください。',
  dismiss: '閉じる',
  more: (n: number) => `ほか${n}件`,
}

export type BulkMessages = typeof bulkJa
