import type { ReactNode } from 'react'
import { useCallback, useMemo, useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { assessmentName } from '../../domain/assessment'
import { inSourceOrder } from '../../domain/coverage'
import type { Part } from '../../domain/guideline'
import { PARTS } from '../../domain/guideline'
import type { AssessedItemList, AssessedItems, UnreadableRecord } from '../../ports/assessed-items'
import type { RememberedItems } from '../../ports/remembered-items'
import type { Screen } from '../../ports/screens'
import { SCREENS } from '../../ports/screens'
import { useScreen } from './context'
import { useLinkState } from './link-state'
import type { Checked } from './load'
import { useChecked } from './load'
import { EditionNotice } from './marks'
import { Empty, Failed, Guarded, Loading, Unreadable } from './states'

interface Props {
  readonly screen: Screen
  readonly source: AssessedItems
  readonly remembered: RememberedItems
  readonly children: (items: readonly AssessedItem[], list: OpenList) => ReactNode
}

/** The list behind a screen, for one that changes it: to be read again, and replaced by what is saved or read since. */
export interface OpenList {
  /** The open assessment as one text, `2026/本院` */
  readonly assessment: string
  readonly open: Assessment
  readonly read: () => Promise<AssessedItemList>
  readonly replace: (list: AssessedItemList) => void
  readonly unreadable: readonly UnreadableRecord[]
}

/** What all screens share: which assessment is open, its items, the way to the other screens, and the notice about superseded editions. */
export function ScreenFrame({ screen, source, remembered, children }: Props) {
  const { messages } = useScreen()
  const [assessments, readAssessments] = useChecked(useCallback(() => source.assessments(), [source]), useCallback(() => remembered.assessments(), [remembered]))
  if (assessments.state === 'loading') return <Loading />
  if (assessments.state === 'failed') return <Failed failure={assessments.failure} again={readAssessments} />
  if (assessments.value.length === 0) return <Empty>{messages.noAssessment}</Empty>
  return <OpenAssessment screen={screen} source={source} remembered={remembered} assessments={assessments.value} children={children} />
}

function OpenAssessment({ screen, source, remembered, assessments, children }: Props & { readonly assessments: readonly Assessment[] }) {
  const { messages, screenUrl } = useScreen()
  const [link, changeLink] = useLinkState()
  const wanted = link.get('assessment')
  const open = assessments.find((candidate) => assessmentName(candidate) === wanted) ?? (assessments[0] as Assessment)
  const { round, facility } = open
  const [count, setCount] = useState(0)
  const read = useCallback(() => source.list({ round, facility }, setCount), [source, round, facility])
  const before = useMemo(() => remembered.list({ round, facility }), [remembered, round, facility])
  const [loaded, readList] = useChecked(read, useCallback(() => before?.list ?? null, [before]))
  // What the screen has saved or read again since, as long as it is of the same reading.
  const [since, setSince] = useState<{ readonly reading: AssessedItemList; readonly list: AssessedItemList } | null>(null)
  const reading = loaded.state === 'loaded' ? loaded.value : null
  const value = reading !== null && since?.reading === reading ? since.list : reading
  const items = useMemo(() => inSourceOrder(value?.items ?? []), [value])
  const replace = useCallback((list: AssessedItemList) => reading !== null && setSince({ reading, list }), [reading])
  return (
    <>
      <header className="jn-head">
        <nav className="jn-screens" aria-label={messages.screens}>
          {SCREENS.map((other) => {
            const url = other === screen ? null : screenUrl(other, wanted === null ? undefined : new URLSearchParams({ assessment: wanted }))
            return url === null ? (
              <span key={other} className={other === screen ? 'jn-screen-open' : 'jn-quiet'} aria-current={other === screen ? 'page' : undefined}>
                {messages.screen[other]}
              </span>
            ) : (
              <a key={other} href={url}>
                {messages.screen[other]}
              </a>
            )
          })}
        </nav>
        <label className="jn-assessment">
          {messages.assessment}
          <select value={assessmentName(open)} onChange={(event) => changeLink({ assessment: event.target.value, item: null }, 'push')}>
            {assessments.map((candidate) => (
              <option key={assessmentName(candidate)} value={assessmentName(candidate)}>
                {messages.roundName(candidate.round)}　{candidate.facility}
              </option>
            ))}
          </select>
        </label>
        <CheckNotice check={loaded.check} at={before?.at ?? null} again={readList} />
      </header>
      {loaded.state === 'loading' && <Loading count={count} />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={readList} />}
      {value !== null && (
        <>
          <Unreadable records={value.unreadable} />
          {value.items.length === 0 ? (
            <Empty>{messages.noItems}</Empty>
          ) : (
            <>
              <EditionNotice parts={partsOf(value.items)} />
              <Guarded>{children(items, { assessment: assessmentName(open), open, read, replace, unreadable: value.unreadable })}</Guarded>
            </>
          )}
        </>
      )}
    </>
  )
}

/** Says of what stands on the screen that it was read before, as long as it is not known to be current. */
function CheckNotice({ check, at, again }: { readonly check: Checked<unknown>['check']; readonly at: string | null; readonly again: () => void }) {
  const { messages } = useScreen()
  if (at === null || check === 'done') return null
  return (
    <span className="jn-check" role={check === 'running' ? 'status' : 'alert'}>
      {check === 'running' ? messages.check.running(at) : messages.check.failed(at)}{' '}
      {check !== 'running' && (
        <button type="button" className="jn-button jn-small" onClick={again}>
          {messages.retry}
        </button>
      )}
    </span>
  )
}

function partsOf(items: readonly AssessedItem[]): readonly Part[] {
  return PARTS.filter((part) => items.some((item) => item.part === part))
}
