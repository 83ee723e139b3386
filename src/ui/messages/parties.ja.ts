/** The words for the section of the settings screen that decides the columns of the responsibility matrix. */
import type { PartyProblem } from '../../domain/parties'
import { PARTY_MAX } from '../../domain/parties'

const problem: Readonly<Record<PartyProblem, string>> = {
  empty: '名前を入力してください。',
  tooLong: `内訳と合わせて${PARTY_MAX}文字までにしてください。`,
  known: '同じ名前がすでにあります。',
  mark: '「／」は使えません。名前と内訳を区切るための印です。',
}

export const partiesJa = {
  title: '責任分担表の列',
  lead: '責任分担表に、だれの列をどの順に並べるかを決めます。電子カルテやPACSなどのシステム、そのベンダーの列も足せます。',
  recordsStay: '担う者の名前は、項目のレコードに書かれます。ここで名前を変えても外しても、レコードの中身は変わりません。レコードにある名前は、ここになくても責任分担表の右端に出ます。',
  standard: 'どの責任分担表にもある列です。名前は変えられません。',
  place: (at: number) => `${at}列目`,
  name: '名前',
  who: '会社・部署の名前（任意）',
  whoHint: '例: ○○システムズ',
  tiers: '内訳（任意、「、」で区切る）',
  departments: '部署（任意、「、」で区切る）',
  useTiers: '「アプリ、プラットフォーム、インフラ」にする',
  usual: ['電子カルテ', 'PACS', '部門システム', '回線事業者'] as readonly string[],
  add: (name: string) => `${name}を足す`,
  addOther: 'ほかの列を足す',
  up: (name: string) => `${name} を前へ`,
  down: (name: string) => `${name} を後ろへ`,
  remove: (name: string) => `${name} を外す`,
  removeWord: '外す',
  unnamed: '名前のない列',
  problem,
  save: '保存して反映する',
  saving: '保存しています。終わるまで、この画面を閉じないでください。',
  unsaved: '変更はまだ保存していません。',
  live: '保存し、アプリに反映しました。責任分担表を開き直すと、新しい列になります。',
  savedOnly: '保存しました。まだ反映していません。ほかの方がアプリの設定を保存したまま反映していないため、反映すると、その変更も一緒に利用者へ出ます。その方に確かめてから反映してください。',
  publish: '一緒に反映する',
  tooLong: '文字が多すぎて保存できません。列か内訳を減らしてください。まだ何も書き込んでいません。',
  failed: '保存か反映の途中で止まりました。入力した内容は、この画面に残っています。もう一度押すと、やり直します。',
  unreadable: { damaged: '保存されている設定を読めません。', newer: '保存されている設定は、新しい版のプラグインのものです。この版では読めません。' },
  unreadableSafe: '上書きを防ぐため、保存できません。責任分担表は、レコードにある名前で列を作って動いています。次の内容を控えてから、プラグインを新しい版にするか、設定を初めから決めてください。',
  stored: '保存されている内容',
  startAgain: 'この内容を捨てて、初めから決める',
}

export type PartiesMessages = typeof partiesJa
