import type { Stretch } from '../../domain/status-chart'
import type { Status } from '../../domain/assessment'
import { statusTone } from '../shared/marks'

/** The drawing only repeats the numbers that stand beside it, so a screen reader passes it by. */
export function StatusBar({ bar }: { readonly bar: readonly Stretch[] }) {
  return (
    <span className="jn-bar" aria-hidden="true">
      {bar.map(({ status, from, width }) => (
        <span key={status} className={`jn-tone-${statusTone(status)}`} style={{ left: `${from}%`, width: `${width}%` }} />
      ))}
    </span>
  )
}

/** The colour that a status has in the bars, beside its word. */
export function StatusSwatch({ status }: { readonly status: Status }) {
  return <span className={`jn-swatch jn-tone-${statusTone(status)}`} aria-hidden="true" />
}
