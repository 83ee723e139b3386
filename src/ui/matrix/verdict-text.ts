import type { Responsibility } from '../../domain/responsibility'
import { behindVerdict, rowVerdict } from '../../domain/responsibility'
import type { Messages } from '../messages/ja'

/** Why a row has its verdict, with the parties it is due to: `終わっていない者: サイボウズ（未確認・提案）、自院（未了）`. */
export function verdictText(row: readonly Responsibility[], messages: Messages): string {
  const verdict = rowVerdict(row)
  if (verdict === '担当なし' || verdict === '双方完了') return messages.matrixGuide.verdict[verdict]
  const names = behindVerdict(row).map(({ party, state, agreedOn }) =>
    verdict === '片側未了' ? messages.matrixEdit.partyState(party, messages.halfState[state], agreedOn === null ? messages.matrix.proposal : null) : party,
  )
  return `${messages.matrixEdit.behind[verdict]}: ${names.join(messages.comma)}`
}
