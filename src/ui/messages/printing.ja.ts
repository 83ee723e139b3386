/** What stands on paper, and beside it. */
import type { InspectionAnswer } from '../../domain/inspection'

const answers: Readonly<Record<InspectionAnswer, string>> = { yes: 'はい', no: 'いいえ', excluded: '対象外', open: '未確認' }

export const printingJa = {
  open: '立入検査用に印刷…',
  title: '医療情報システム安全管理 点検表',
  hint: '下に見えるとおりに印刷されます。PDFにするには、印刷先で「PDFに保存」を選びます。A4横です。',
  frame: '印刷される紙',
  print: '印刷',
  facility: '施設',
  round: '評価期間',
  day: '作成日',
  editions: 'ガイドラインと版',
  condition: '絞り込み',
  madeOn: (day: string) => `${day} 作成`,
  ruleTitle: '「はい・いいえ」の決め方',
  answer: '答え',
  statuses: '対応状況',
  count: '件数',
  answers,
  signTitle: '確認',
  signers: ['記入者', '医療情報システム安全管理責任者', '管理者（病院長など）', '立入検査員'] as readonly string[],
  signedOn: '年　　月　　日',
  column: { no: '番号', what: '確認すること', answer: 'はい・いいえ', checkedOn: '確認日', targetOn: '目標日', owner: '担当', implementation: '対応内容・理由・規程', evidence: '証跡の所在' },
  noTarget: '未定',
  reason: (text: string) => `理由: ${text}`,
  regulation: (text: string) => `規程: ${text}`,
  attached: (name: string) => `添付: ${name}`,
  expires: (day: string) => `有効期限 ${day}`,
}

export type PrintingMessages = typeof printingJa
