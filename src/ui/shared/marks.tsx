/** Small marks that stand on several screens. Each carries its word; colour only repeats it. */
import type { Status } from '../../domain/assessment'
import type { GuidelineItem, Part } from '../../domain/guideline'
import { EDITIONS } from '../../domain/guideline'
import type { Role, RowVerdict } from '../../domain/responsibility'
import { useScreen } from './context'

/** A name for CSS, where Japanese values would be awkward. */
const STATUS_TONE: Readonly<Record<Status, string>> = {
  未評価: 'unassessed', 未対応: 'unmet', 計画中: 'planned', 一部対応: 'partial', 対応済: 'met', 代替策で対応: 'alternative', 対象外: 'excluded',
}

export function statusTone(status: Status): string {
  return STATUS_TONE[status]
}

export function StatusMark({ status }: { readonly status: Status }) {
  const { messages } = useScreen()
  return <span className={`jn-status jn-status-${STATUS_TONE[status]}`}>{messages.status[status]}</span>
}

const ROLE_SIGN: Readonly<Record<Role, string>> = { '◎主担当': '◎', '○分担': '○', '△協力': '△', 委託: '委', '－関係なし': '－', 未協議: '？' }
const ROLE_TONE: Readonly<Record<Role, string>> = {
  '◎主担当': 'lead', '○分担': 'shared', '△協力': 'support', 委託: 'delegated', '－関係なし': 'none', 未協議: 'open',
}

/** For places with room for the sign alone; the word has to stand beside it for whoever cannot see it. */
export function roleSign(role: Role): string {
  return ROLE_SIGN[role]
}

export function RoleMark({ role }: { readonly role: Role }) {
  const { messages } = useScreen()
  return (
    <span className={`jn-role jn-role-${ROLE_TONE[role]}`}>
      <span className="jn-role-sign" aria-hidden="true">
        {ROLE_SIGN[role]}
      </span>
      {messages.role[role]}
    </span>
  )
}

const VERDICT_TONE: Readonly<Record<RowVerdict, string>> = { 担当なし: 'bad', 二重主担当: 'bad', 未協議あり: 'warn', 片側未了: 'warn', 双方完了: 'good' }

export function verdictTone(verdict: RowVerdict): string {
  return VERDICT_TONE[verdict]
}

export function VerdictMark({ verdict }: { readonly verdict: RowVerdict }) {
  const { messages } = useScreen()
  return <span className={`jn-verdict jn-verdict-${VERDICT_TONE[verdict]}`}>{messages.rowVerdict[verdict]}</span>
}

/** What the survey has found of an item: whether cybozu.com suits, and on what ground that is said. */
export function SurveyMarks({ item: { suitability, disclosure } }: { readonly item: Pick<GuidelineItem, 'suitability' | 'disclosure'> }) {
  const { messages } = useScreen()
  return (
    <>
      <span className={`jn-fact${suitability === '未適合' ? ' jn-fact-bad' : ''}`}>{messages.suitabilityOf(messages.suitability[suitability])}</span>
      <span className="jn-fact">{messages.disclosure[disclosure]}</span>
    </>
  )
}

/** Stands wherever a verdict of the survey is shown: the editions behind it have been superseded. */
export function EditionNotice({ parts }: { readonly parts: readonly Part[] }) {
  const { messages } = useScreen()
  return (
    <p className="jn-edition">
      <strong>{messages.editionNotice}</strong>
      {parts.map((part) => (
        <span key={part} title={EDITIONS[part].guideline}>{messages.editions[part]}</span>
      ))}
    </p>
  )
}
