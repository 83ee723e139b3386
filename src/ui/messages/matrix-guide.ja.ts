/** What the responsibility matrix means, told to whoever sees it for the first time. */
import type { HalfState, Role, RowVerdict } from '../../domain/responsibility'

const role: Readonly<Record<Role, string>> = {
  '◎主担当': 'その項目をまとめて引き受ける。ひとつの項目にひとり。',
  '○分担': '決めた範囲を自分で担う。どこまでかを「担う内容」に書く。',
  '△協力': '頼まれたときに手伝う。',
  委託: '契約で、ほかの者に任せている。',
  '－関係なし': '担うことがない。',
  未協議: 'まだ話し合っていない。',
}
const state: Readonly<Record<HalfState, string>> = {
  未確認: 'できているかどうか、まだ確かめていない。',
  未了: '残っていることがある。',
  完了: '担う分が済んだ。根拠を書く。',
  不要: 'することがない。',
}
const verdict: Readonly<Record<RowVerdict, string>> = {
  担当なし: '主担当がいない。',
  二重主担当: '主担当がふたり以上いて、誰の責任かあいまい。',
  未協議あり: '主担当は決まったが、まだ話し合っていない者がいる。',
  片側未了: '未協議の者はいないが、終わっていない者がいる。提案のままの行も入ります。',
  双方完了: '関わる全員が、完了か不要。',
}

export const matrixGuideJa = {
  title: '表の見かた',
  lead: '行は守ること（項目）、列は関わる者です。欄ごとに、誰がどこまで担い、どこまで済んだかを書きます。欄を押すか、Enterキーを押すと、担う内容・根拠・協議日が開きます（編集中はダブルクリック）。',
  roles: '役割',
  states: '状態',
  verdicts: '判定（行ごとに自動で出ます）',
  agreeing: '提案と協議日',
  agreement: [
    '点線の「提案」は、サイボウズの調査をもとに置いた案です。まだ誰も合意していません。',
    '相手と話し合って決まったら、協議日を入れます。欄を開いて入れるか、編集中に節の行の「この節を合意済みにする」でまとめて入れます。点線が実線になり、そのときの内容が控えられます。',
    'あとで役割や担う内容を変えると、協議日は外れ、提案に戻ります。合意から変わったことは「変わったところ…」で分かります。',
  ],
  begin: 'はじめかた',
  steps: [
    '「未協議あり」を押し、まだ話し合っていない項目を見る。',
    '担う者を選び、「分担の依頼と回答」でその者の分を送り、回答を取り込む。',
    '話し合って決めたら、協議日を入れて保存する。',
  ],
  role,
  state,
  verdict,
}

export type MatrixGuideMessages = typeof matrixGuideJa
