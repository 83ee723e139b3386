import type { AppBoot } from '../boot'
import type { PageEvent } from '../events'
import type { RecordData, View } from '../shapes'
import { eventPrefix } from '../stage'
import type { ListState } from './list-state'
import type { Loaded } from './records'

const viewTypes = { LIST: 'list', CALENDAR: 'calendar', CUSTOM: 'custom' } as const

/** app.record.index.show and its phone twin: payload by kind of view [CD js-api/events/idx/index-show-event]. */
export function indexShowEvent(boot: AppBoot, view: View, state: ListState, loaded: Loaded): PageEvent {
  return {
    type: `${eventPrefix(boot.page)}.index.show`,
    appId: Number(boot.app.id),
    viewId: Number(view.id),
    viewName: view.name,
    viewType: viewTypes[view.type],
    ...contentOf(state, loaded),
  }
}

function contentOf(
  state: ListState,
  loaded: Loaded,
): {
  records: readonly RecordData[] | Readonly<Record<string, readonly RecordData[]>>
  date: string | null
  offset: number | null
  size: number | null
} {
  if (loaded.kind === 'page') return { records: loaded.records, date: null, offset: state.offset, size: loaded.records.length }
  if (loaded.kind === 'month') return { records: loaded.days, date: loaded.month, offset: null, size: null }
  return { records: [], date: null, offset: 0, size: 0 }
}
