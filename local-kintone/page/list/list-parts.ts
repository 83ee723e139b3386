import type { ListPlace } from '../record/neighbours'
import type { FieldProperties, RecordRights, View } from '../shapes'
import type { ListState } from './list-state'
import type { ListStyle } from './list-style'
import type { Loaded } from './records'

/** The part of a list that changes with the view: a table, cards on the phone, a month, or the view's own html. */
export interface ListBody {
  readonly element: HTMLElement
  /** Cells by field code, for getFieldElements. */
  readonly cells: ReadonlyMap<string, readonly HTMLElement[]>
  /** What scripts may style; null where the list is no table. */
  readonly style: ListStyle | null
}

/** What a list is drawn from, whatever its view. */
export interface ListParts {
  readonly view: View
  readonly state: ListState
  readonly loaded: Loaded
  readonly fields: FieldProperties
  /** What the user may do with the records, by id. */
  readonly rights: ReadonlyMap<string, RecordRights>
  /** The app's settings let people edit in the list. */
  readonly inline: boolean
  readonly go: (changes: Partial<ListState>) => void
  /** Shows the list anew where it stands. */
  readonly reload: () => void
}

/** Where a record of the page that is shown stands in the whole list. */
export function placeInList({ view, state }: ListParts, index: number): ListPlace {
  return { viewId: view.id, filter: state.filter, sort: state.sort, at: state.offset + index }
}
