/** How a screen looks while nothing can be shown: loading, failed, empty. */
import type { ReactNode } from 'react'
import type { ServiceFailure } from '../../ports/failure'
import { useScreen } from './context'

export function Loading() {
  const { messages } = useScreen()
  return (
    <div className="jn-state" role="status">
      <span className="jn-spinner" aria-hidden="true" />
      {messages.loading}
    </div>
  )
}

export function Failed({ failure, again }: { readonly failure: ServiceFailure; readonly again: () => void }) {
  const { messages } = useScreen()
  return (
    <div className="jn-state jn-state-failed" role="alert">
      <p>
        <strong>{messages.failure[failure.kind]}</strong>
      </p>
      <p>{messages.nothingShown}</p>
      {failure.detail !== '' && <p className="jn-quiet">{messages.failureDetail(failure.detail)}</p>}
      <button type="button" className="jn-button" onClick={again}>
        {messages.retry}
      </button>
    </div>
  )
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="jn-state">{children}</div>
}
