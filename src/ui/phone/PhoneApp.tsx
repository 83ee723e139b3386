import { useCallback } from 'react'
import type { Assessment } from '../../domain/assessment'
import { assessmentName } from '../../domain/assessment'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import type { EvidenceFiles } from '../../ports/evidence-files'
import type { NewerItems } from '../../ports/newer-items'
import type { Questions } from '../../ports/questions'
import type { Screen } from '../../ports/screens'
import type { WorkSteps } from '../../ports/work-steps'
import type { Drafts } from '../checklist/use-answer'
import { useScreen } from '../shared/context'
import { useLinkState } from '../shared/link-state'
import { useLoaded } from '../shared/load'
import { Empty, Failed, Loading } from '../shared/states'
import type { UnsentQuestions } from '../shared/unsent-questions'
import { AllItems } from './AllItems'
import { MyItems } from './MyItems'
import { PhoneDocuments } from './PhoneDocuments'
import { PhoneMatrix } from './PhoneMatrix'
import { PhoneOverview } from './PhoneOverview'
import { ReadItems } from './ReadItems'
import { PhoneTabs } from './PhoneTabs'
import type { Tab } from './PhoneTabs'
import './phone.css'

export interface PhonePorts {
  readonly source: AssessedItems
  readonly answers: Answers
  readonly directory: Directory
  readonly files: EvidenceFiles
  readonly newer: NewerItems
  readonly questions: Questions
  readonly unsent: UnsentQuestions
  readonly work: WorkSteps
  readonly drafts: Drafts
}

interface Props {
  readonly screen: Screen
  readonly ports: PhonePorts
}

/** The screens on a phone. kintone opens an app's first list, the dashboard: there one's own items stand first, and the numbers behind them. */
export function PhoneApp({ screen, ports }: Props) {
  const { messages } = useScreen()
  const [link, changeLink] = useLinkState()
  const { source } = ports
  const [assessments, again] = useLoaded(useCallback(() => source.assessments(), [source]))
  if (assessments.state === 'loading') return <Loading />
  if (assessments.state === 'failed') return <Failed failure={assessments.failure} again={again} />
  const wanted = link.get('assessment')
  const open = assessments.value.find((candidate) => assessmentName(candidate) === wanted) ?? assessments.value[0]
  if (open === undefined) return <Empty>{messages.noAssessment}</Empty>
  const tab: Tab = screen === 'dashboard' ? (link.get('show') === 'overview' ? 'overview' : 'mine') : screen
  return (
    <>
      <PhoneTabs tab={tab} />
      {assessments.value.length > 1 && (
        <label className="jn-assessment">
          {messages.assessment}
          <select value={assessmentName(open)} onChange={(event) => changeLink({ assessment: event.target.value, item: null }, 'push')}>
            {assessments.value.map((candidate) => (
              <option key={assessmentName(candidate)} value={assessmentName(candidate)}>
                {messages.roundName(candidate.round)}　{candidate.facility}
              </option>
            ))}
          </select>
        </label>
      )}
      <Shown key={`${tab} ${assessmentName(open)}`} tab={tab} assessment={open} ports={ports} />
    </>
  )
}

function Shown({ tab, assessment, ports }: { readonly tab: Tab; readonly assessment: Assessment; readonly ports: PhonePorts }) {
  const { messages } = useScreen()
  const { source } = ports
  const { round, facility } = assessment
  const read = useCallback((onRead?: (n: number) => void) => (tab === 'mine' ? source.mine({ round, facility }) : source.list({ round, facility }, onRead)), [source, tab, round, facility])
  return (
    <ReadItems assessment={assessment} read={read} newer={ports.newer} empty={tab === 'mine' ? null : messages.noItems}>
      {(items) => {
        switch (tab) {
          case 'mine':
            return <MyItems items={items} ports={ports} assessment={assessment} />
          case 'checklist':
            return <AllItems items={items} ports={ports} />
          case 'overview':
            return <PhoneOverview items={items} />
          case 'matrix':
            return <PhoneMatrix items={items} />
          case 'documents':
            return <PhoneDocuments items={items} />
        }
      }}
    </ReadItems>
  )
}
