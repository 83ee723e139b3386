import { useState } from 'react'
import type { Assessment } from '../../domain/assessment'
import type { SettingsStore } from '../../ports/settings-store'
import type { RunLog } from '../../usecases/run-setup'
import type { ConfigMessages } from '../messages/config.ja'
import type { OfficialTextActions } from './OfficialTextSection'
import { OfficialTextSection } from './OfficialTextSection'
import { useLeaveWarning } from '../shared/use-leave-warning'
import { PartiesSection } from './PartiesSection'
import { SectionTabs } from './SectionTabs'
import type { SetupActions } from './SetupScreen'
import { SetupScreen } from './SetupScreen'
import type { TakeBackActions } from './TakeBack'
import { TakeBack } from './TakeBack'

/** What the settings screen can do, given by its entry. */
export interface SettingsActions extends SetupActions, TakeBackActions {
  readonly settings: SettingsStore
  readonly officialText: OfficialTextActions
  /** The record of the last run on this machine, so that it can be taken back though the page was left; null if there is none. */
  readonly lastRun: () => RunLog | null
  readonly keepRun: (log: RunLog) => void
  readonly pluginListUrl: string
}

interface Props {
  readonly messages: ConfigMessages
  readonly actions: SettingsActions
  readonly initial: Assessment
}

/** Every section of the settings screen, and what one has to know of another: only one of them writes at a time. */
export function SettingsScreen({ messages, actions, initial }: Props) {
  const words = messages.setup
  const [writing, setWriting] = useState(false)
  const [lastRun, setLastRun] = useState<RunLog | null>(actions.lastRun)
  const ended = (log: RunLog) => {
    setLastRun(log)
    actions.keepRun(log)
  }
  // Leaving the page ends a run where it stands.
  useLeaveWarning(writing)
  return (
    <SectionTabs
      messages={messages}
      pluginListUrl={actions.pluginListUrl}
      sections={[
        { id: 'setup', label: words.title, content: <SetupScreen messages={messages} actions={actions} initial={initial} disabled={writing} onRunning={setWriting} onEnded={ended} /> },
        { id: 'parties', label: messages.parties.title, content: <PartiesSection messages={messages} store={actions.settings} disabled={writing} onWorking={setWriting} /> },
        { id: 'officialText', label: messages.officialText.title, content: <OfficialTextSection messages={messages} actions={actions.officialText} disabled={writing} onWorking={setWriting} /> },
        { id: 'takeBack', label: words.takeBack.title, content: <TakeBack messages={messages} actions={actions} log={lastRun} disabled={writing} onWorking={setWriting} /> },
      ]}
    />
  )
}
