/** AssessedItems over kintone's records API. Fields are asked for by name, pages by ranges of record ids side by side, so that no offset limit is met. */
import type { Assessment, AssessedItem } from '../domain/assessment'
import { assessmentName } from '../domain/assessment'
import { ServiceFailure } from '../ports/failure'
import type { AssessedItemList, AssessedItems, UnreadableRecord } from '../ports/assessed-items'
import type { RememberedItems } from '../ports/remembered-items'
import { FIRST_ITEMS, ofAssessment } from './assessment-records'
import { asServiceFailure } from './failure'
import { chunks, RIGHTS_PER_READ } from './limits'
import type { Condition } from './query'
import { all, isLoginUser, isOneOf } from './query'
import type { IdSpan } from './read-by-id'
import { readById } from './read-by-id'
import { decodeDetail, decodeItem, DETAIL_FIELDS, isUnreadable, ITEM_FIELDS } from './record-codec'
import type { RecordMemory } from './record-memory'
import { ASSESSMENTS, MOST_REMEMBERED } from './record-memory'
import type { ApiGet, Numbered } from './record-pages'
import { decodedPages, fieldOf, idOf, member, newestId, pagesOf } from './record-pages'
import type { Gate } from './request-gate'
import { requestGate } from './request-gate'

/** Our own measure: a query of 100 ids stays well below the length of address that every proxy takes. */
export const IDS_PER_QUERY = 100

/** As many records as a page has: often enough to be seen to move. */
const TOLD_EVERY = 500

export function kintoneAssessedItems(api: ApiGet, app: string, recordUrl: (recordId: string) => string, gate: Gate = requestGate(), memory: RecordMemory | null = null): AssessedItems & { readonly remembered: RememberedItems } {
  const get: ApiGet = (path, parameters) => gate(() => asServiceFailure(() => api(path, parameters)))
  /** Each answer is taken apart as it comes, while others are under way: of 40,000 records none is held as kintone gave it. */
  const readRows = async <R extends Numbered>(fields: readonly string[], condition: Condition, decode: (record: unknown) => R, span?: IdSpan): Promise<readonly R[]> => {
    let isOver = false
    const getOn: ApiGet = async (path, parameters) => {
      try {
        return await gate(() => (isOver ? Promise.reject(new ServiceFailure('unknown', 'no longer wanted', null)) : asServiceFailure(() => api(path, parameters))))
      } catch (error) {
        // A list without one of its pages is no list: what still waits is not sent any more.
        isOver = true
        throw error
      }
    }
    return readById(decodedPages(pagesOf(getOn, app, fields, condition), decode), span)
  }

  /** Where the records of each assessment begin, and where the next one's do: as far as `assessments` has seen. */
  const spans = new Map<string, IdSpan>()
  const itemRow = (record: unknown): ItemRow => rowOf(record, memory !== null)
  /** As `itemRow`, for a whole list: what is too long to be remembered is not held for it. */
  const rowOfList = (onRead: ((n: number) => void) | undefined) => {
    let read = 0
    return (record: unknown) => {
      read++
      if (read % TOLD_EVERY === 0) onRead?.(read)
      return rowOf(record, memory !== null && read <= MOST_REMEMBERED)
    }
  }
  const byIds = async (recordIds: readonly string[]) => (await Promise.all(chunks(recordIds, IDS_PER_QUERY).map(([first, ...rest]) => readRows(ITEM_FIELDS, isOneOf('$id', [first, ...rest]), itemRow)))).flat()
  const namesOf = (records: readonly unknown[]) => {
    const names = new Map(records.flatMap(assessmentOf).map((assessment) => [assessmentName(assessment), assessment]))
    return [...names.values()].sort((a, b) => b.round.localeCompare(a.round, 'ja', { numeric: true }) || a.facility.localeCompare(b.facility, 'ja'))
  }

  /** What was last given out, by `remembered` or by `list`. */
  let shown: { readonly name: string; readonly rows: readonly ItemRow[]; readonly list: AssessedItemList } | null = null

  /** An assessment as it is now: records that are remembered and still of the same revision are not sent again. */
  async function current(assessment: Assessment, held: readonly ItemRow[] | null, onRead: ((n: number) => void) | undefined): Promise<readonly ItemRow[]> {
    const [name, condition] = [assessmentName(assessment), ofAssessment(assessment)]
    const whole = () => readRows(ITEM_FIELDS, condition, rowOfList(onRead), spans.get(name))
    if (!held) return whole()
    const byId = new Map(held.map((row) => [row.id, row]))
    const now = await readRows(['$id', '$revision'], condition, versionOf, spans.get(name))
    const same = ({ id, revision }: Version) => (byId.get(id)?.revision === revision ? byId.get(id) : undefined)
    const changed = now.filter((version) => !same(version)).map(({ id }) => String(id))
    if (changed.length === 0 && now.length === held.length) return held
    // So many at once are a change of many: the whole list is fewer requests.
    if (changed.length > IDS_PER_QUERY) return whole()
    const fresh = new Map((await byIds(changed)).map((row) => [row.id, row]))
    // Neither remembered nor read: deleted a moment ago.
    return now.flatMap((version) => same(version) ?? fresh.get(version.id) ?? [])
  }

  return {
    remembered: {
      assessments: () => {
        const held = memory?.recall(ASSESSMENTS)
        return held ? namesOf(held.records) : null
      },
      list: (assessment) => {
        const held = memory && memory.touched() === null ? memory.recall(assessmentName(assessment)) : null
        if (!held) return null
        const rows = held.records.map(itemRow)
        shown = { name: assessmentName(assessment), rows, list: listOf(rows) }
        return { list: shown.list, at: held.at }
      },
    },

    async assessments() {
      const firstItems = readRows(['$id', 'round', 'facility'], FIRST_ITEMS, (record) => ({ id: idOf(record), record }))
      // Where the records end matters for reading a long list, and a list that is remembered is not read.
      const end = memory?.recall(ASSESSMENTS) ? null : newestId(get, app)
      const [found, newest] = await Promise.all([firstItems, end])
      const records = found.map(({ record }) => record)
      const named = found.flatMap(({ id, record }) => assessmentOf(record).map((assessment) => ({ assessment, id })))
      const first = new Map<string, number>()
      for (const { assessment, id } of named) if (!first.has(assessmentName(assessment))) first.set(assessmentName(assessment), id)
      const starts = [...first.values()].sort((a, b) => a - b)
      for (const [name, start] of first) {
        const next = starts.find((other) => other > start) ?? (newest === null ? null : newest + 1)
        if (next !== null) spans.set(name, { first: start, next })
      }
      memory?.keep(ASSESSMENTS, records)
      return namesOf(records)
    },

    async list(assessment, onRead): Promise<AssessedItemList> {
      const touched = memory?.touched() ?? null
      const name = assessmentName(assessment)
      const held = memory === null ? null : shown?.name === name ? shown.rows : (memory.recall(name)?.records.map(itemRow) ?? null)
      const rows = await current(assessment, held, onRead)
      if (rows === held) memory?.confirm(name)
      else memory?.keep(name, rows.map(({ record }) => record))
      memory?.settle(touched)
      // The very list that is on the screen, where nothing has changed: nothing is drawn anew.
      if (shown?.rows !== rows) shown = { name, rows, list: listOf(rows) }
      return shown.list
    },

    async details(assessment) {
      return listOf(await readRows(DETAIL_FIELDS, ofAssessment(assessment), (record) => ({ id: idOf(record), item: decodeDetail(record) }), spans.get(assessmentName(assessment))))
    },

    async mine(assessment) {
      return listOf(await readRows(ITEM_FIELDS, all(ofAssessment(assessment), isLoginUser('owner')), itemRow))
    },

    async some(recordIds) {
      return listOf(await byIds(recordIds))
    },

    async detail(recordId) {
      return decodeDetail(member(await get('record', { app, id: recordId }), 'record'))
    },

    async mayEdit(recordIds) {
      const answers = await Promise.all(chunks(recordIds, RIGHTS_PER_READ).map(async (ids) => rightsIn(await get('records/acl/evaluate', { app, ids }))))
      return new Set(answers.flat().flatMap((right) => (member(member(right, 'record'), 'editable') === true ? [String(member(right, 'id'))] : [])))
    },

    recordUrl,
  }
}

interface Version extends Numbered {
  readonly revision: unknown
}

interface ItemRow extends Version {
  readonly item: AssessedItem | UnreadableRecord
  /** As kintone gave it, to be remembered in the tab; null where that is not wanted */
  readonly record: unknown
}

function rowOf(record: unknown, isRemembered: boolean): ItemRow {
  return { id: idOf(record), revision: fieldOf(record, '$revision'), item: decodeItem(record), record: isRemembered ? record : null }
}

function versionOf(record: unknown): Version {
  return { id: idOf(record), revision: fieldOf(record, '$revision') }
}

function listOf<Item extends AssessedItem>(rows: readonly { readonly item: Item | UnreadableRecord }[]): { readonly items: readonly Item[]; readonly unreadable: readonly UnreadableRecord[] } {
  const items: Item[] = []
  const unreadable: UnreadableRecord[] = []
  for (const { item } of rows) {
    if (isUnreadable(item)) unreadable.push(item)
    else items.push(item)
  }
  return { items, unreadable }
}

function rightsIn(answer: unknown): readonly unknown[] {
  const rights = member(answer, 'rights')
  if (!Array.isArray(rights)) throw new ServiceFailure('unknown', 'records/acl/evaluate.json: no rights in the answer', answer)
  return rights
}

/** None for a record that somebody added by hand, or whose names this user may not read. */
function assessmentOf(record: unknown): Assessment[] {
  const [round, facility] = ['round', 'facility'].map((code) => fieldOf(record, code))
  return typeof round === 'string' && typeof facility === 'string' && round !== '' && facility !== '' ? [{ round, facility }] : []
}
