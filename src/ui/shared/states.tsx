/** How a screen looks while nothing can be shown: loading, failed, empty. */
import type { ReactNode } from 'react'
import type { UnreadableRecord } from '../../ports/assessed-items'
import type { ServiceFailure } from '../../ports/failure'
import { CaughtMistakes } from './caught-mistakes'
import { useScreen } from './context'
import { focusScreen } from './focus-beside'

/** `count`: how many have been read so far. It is seen and not said: a reader of the screen would hear nothing else. */
export function Loading({ count = 0 }: { readonly count?: number }) {
  const { messages } = useScreen()
  return (
    <div className="jn-state" role="status">
      <span className="jn-spinner" aria-hidden="true" />
      {messages.loading}
      {count > 0 && <span aria-hidden="true"> {messages.count(count)}</span>}
    </div>
  )
}

export function Failed({ failure, again }: { readonly failure: ServiceFailure; readonly again: () => void }) {
  const { messages } = useScreen()
  return (
    <NotShown again={again}>
      <p>
        <strong>{messages.failure[failure.kind]}</strong>
      </p>
      <p>{messages.nothingShown}</p>
      {failure.detail !== '' && <p className="jn-quiet">{messages.failureDetail(failure.detail)}</p>}
    </NotShown>
  )
}

/** A screen that a mistake of our own breaks says so, and is drawn again on demand. Drafts are kept outside of what is drawn. */
export function Guarded({ children }: { readonly children: ReactNode }) {
  const { messages } = useScreen()
  return (
    <CaughtMistakes
      drawn={(failure, again) => (
        <NotShown again={again}>
          <p>
            <strong>{messages.broken}</strong> {messages.unsavedKept}
          </p>
          <p>
            <Reason failure={failure} />
          </p>
        </NotShown>
      )}
    >
      {children}
    </CaughtMistakes>
  )
}

/** In place of a screen: why it is not there, and the way to have it. */
function NotShown({ again, children }: { readonly again: () => void; readonly children: ReactNode }) {
  const { messages } = useScreen()
  return (
    <div className="jn-state jn-state-failed" role="alert">
      {children}
      <button
        type="button"
        className="jn-button"
        onClick={({ currentTarget }) => {
          focusScreen(currentTarget)
          again()
        }}
      >
        {messages.retry}
      </button>
    </div>
  )
}

/** Why something was not done, within a sentence of the caller's: what the failure means, and kintone's own words if there are any. */
export function Reason({ failure }: { readonly failure: ServiceFailure }) {
  const { messages } = useScreen()
  return (
    <>
      {messages.failure[failure.kind]} {failure.detail !== '' && messages.failureDetail(failure.detail)}
    </>
  )
}

/** kintone has not told whether this user may edit: nothing can be changed before it has. */
export function RightsUnknown({ failure, again }: { readonly failure: ServiceFailure; readonly again: () => void }) {
  const { messages } = useScreen()
  return (
    <p className="jn-warning" role="alert">
      {messages.answer.rightsUnknown} {messages.failure[failure.kind]}{' '}
      <button type="button" className="jn-button" onClick={again}>
        {messages.retry}
      </button>
    </p>
  )
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="jn-state">{children}</div>
}

/** With thousands of them, the first say enough: the field is the same. */
const NAMED = 50

/** Records that stand in no count, each with the reason and the way to it; said aloud as they are met. */
export function Unreadable({ records }: { readonly records: readonly UnreadableRecord[] }) {
  const { messages, recordUrl } = useScreen()
  if (records.length === 0) return null
  const rest = records.length - NAMED
  return (
    <div className="jn-warning" role="alert">
      <details>
        <summary>{messages.unreadable(records.length)}</summary>
        <ul>
          {records.slice(0, NAMED).map(({ recordId, label, field, found }) => (
            <li key={recordId}>
              <a href={recordUrl(recordId)}>{messages.openRecord}</a> {messages.unreadableRecord(label, field, found)}
            </li>
          ))}
          {rest > 0 && <li>{messages.bulk.more(rest)}</li>}
        </ul>
      </details>
    </div>
  )
}
