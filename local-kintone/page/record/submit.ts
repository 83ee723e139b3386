import type { Outcome } from '../events'
import type { Page } from '../page'
import type { RestFailure } from '../rest'
import type { RecordData } from '../shapes'
import { applyChanges, hasErrors, placeErrors } from './record-state'

/** A record that is being saved: on its own page or in a row of the list. */
export interface Submitted {
  readonly page: Page
  readonly record: RecordData
  readonly redraw: (codes: readonly string[]) => void
}

/** Whether the handlers let a submit go on; their errors are shown at the fields and over the page. */
export function isAccepted({ page, record, redraw }: Submitted, outcome: Outcome): boolean {
  if (outcome.kind === 'cancelled') return false
  if (outcome.kind === 'none') return true
  const { error, record: changed } = outcome.event
  if (changed !== undefined) redraw(applyChanges(record, changed).redraw)
  if (typeof error === 'string' && error !== '') page.ui.notify('ERROR', error)
  else if (hasErrors(record)) page.ui.notify('ERROR', page.texts.failed)
  else return true
  return false
}

/** Shows why the server refused the record: at the fields that it names, the rest over the page. */
export function showRefusal({ page, record, redraw }: Submitted, failure: RestFailure): void {
  const unplaced = placeErrors(record, failure.errors)
  redraw(Object.keys(record))
  page.ui.notify('ERROR', [failure.message, ...unplaced].join('\n'))
}
