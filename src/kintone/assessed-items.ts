/** AssessedItems over kintone's records API. Fields are asked for by name, pages by ranges of record ids side by side, so that no offset limit is met. */
import type { Assessment, AssessedItem } from '../domain/assessment'
import { ServiceFailure } from '../ports/failure'
import type { AssessedItemList, AssessedItems, UnreadableRecord } from '../ports/assessed-items'
import type { RememberedItems } from '../ports/remembered-items'
import { asServiceFailure } from './failure'
import type { Condition } from './query'
import { all, equals, idAbove, idUpTo, isLoginUser, isOneOf, query } from './query'
import type { IdSpan, PagedRecords } from './read-by-id'
import { readById } from './read-by-id'
import { decodeDetail, decodeItem, DETAIL_FIELDS, isUnreadable, ITEM_FIELDS } from './record-codec'
import type { RecordMemory, Remembered } from './record-memory'
import { ASSESSMENTS } from './record-memory'
import type { Gate } from './request-gate'
import { requestGate } from './request-gate'

/** A GET as the signed-in user, e.g. kintone.api(). `path` is the API's name without its folder: `records`. */
export type ApiGet = (path: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>

/** kintone's most for one answer. [cybozu.dev rest-api/records/get-records] */
const PAGE_SIZE = 500
/** kintone's most for one question about rights. [cybozu.dev rest-api/records/evaluate-record-permissions] */
const RIGHTS_PER_REQUEST = 100
/** Our own measure: a query of 100 ids stays well below the length of address that every proxy takes. */
export const IDS_PER_QUERY = 100

export function kintoneAssessedItems(api: ApiGet, app: string, recordUrl: (recordId: string) => string, gate: Gate = requestGate(), memory: RecordMemory | null = null): AssessedItems & { readonly remembered: RememberedItems } {
  const get: ApiGet = (path, parameters) => gate(() => asServiceFailure(() => api(path, parameters)))
  const readRecords = async (fields: readonly string[], condition: Condition, span?: IdSpan): Promise<readonly unknown[]> => {
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
    return readById(pagesOf(getOn, app, fields, condition), span)
  }

  /** Where the records of each assessment begin, and where the next one's do: as far as `assessments` has seen. */
  const spans = new Map<string, IdSpan>()
  const byIds = async (recordIds: readonly string[]) => (await Promise.all(chunks(recordIds, IDS_PER_QUERY).map(([first, ...rest]) => readRecords(ITEM_FIELDS, isOneOf('$id', [first, ...rest]))))).flat()
  const namesOf = (records: readonly unknown[]) => {
    const names = new Map(records.flatMap(assessmentOf).map((assessment) => [nameOf(assessment), assessment]))
    return [...names.values()].sort((a, b) => b.round.localeCompare(a.round, 'ja', { numeric: true }) || a.facility.localeCompare(b.facility, 'ja'))
  }

  /** What was last given out, by `remembered` or by `list`. */
  let shown: { readonly name: string; readonly records: readonly unknown[]; readonly list: AssessedItemList } | null = null

  /** The records of an assessment as they are now: those that are remembered and still of the same revision are not sent again. */
  async function current(assessment: Assessment, held: Pick<Remembered, 'records'> | null): Promise<readonly unknown[]> {
    const [name, condition] = [nameOf(assessment), ofAssessment(assessment)]
    if (!held) return readRecords(ITEM_FIELDS, condition, spans.get(name))
    const byId = new Map(held.records.map((record) => [idOf(record), record]))
    const now = await readRecords(['$id', '$revision'], condition, spans.get(name))
    const isSame = (record: unknown) => fieldOf(byId.get(idOf(record)), '$revision') === fieldOf(record, '$revision')
    const changed = now.filter((record) => !isSame(record)).map((record) => String(idOf(record)))
    if (changed.length === 0 && now.length === held.records.length) return held.records
    // So many at once are a change of many: the whole list is fewer requests.
    if (changed.length > IDS_PER_QUERY) return readRecords(ITEM_FIELDS, condition, spans.get(name))
    const fresh = new Map((await byIds(changed)).map((record) => [idOf(record), record]))
    // Neither remembered nor read: deleted a moment ago.
    return now.flatMap((record) => (isSame(record) ? [byId.get(idOf(record))] : fresh.has(idOf(record)) ? [fresh.get(idOf(record))] : []))
  }

  return {
    remembered: {
      assessments: () => {
        const held = memory?.recall(ASSESSMENTS)
        return held ? namesOf(held.records) : null
      },
      list: (assessment) => {
        const held = memory && memory.touched() === null ? memory.recall(nameOf(assessment)) : null
        if (!held) return null
        shown = { name: nameOf(assessment), records: held.records, list: decodedList(held.records, decodeItem) }
        return { list: shown.list, at: held.at }
      },
    },

    async assessments() {
      // The first items of either part are there in every assessment, so that one short answer names them all.
      const firstItems = readRecords(['$id', 'round', 'facility'], isOneOf('sort_no', ['1', '2', '3']))
      // Where the records end matters for reading a long list, and a list that is remembered is not read.
      const end = memory?.recall(ASSESSMENTS) ? null : newestId(get, app)
      const [records, newest] = await Promise.all([firstItems, end])
      const named = records.flatMap((record) => assessmentOf(record).map((assessment) => ({ assessment, id: idOf(record) })))
      const first = new Map<string, number>()
      for (const { assessment, id } of named) if (!first.has(nameOf(assessment))) first.set(nameOf(assessment), id)
      const starts = [...first.values()].sort((a, b) => a - b)
      for (const [name, start] of first) {
        const next = starts.find((other) => other > start) ?? (newest === null ? null : newest + 1)
        if (next !== null) spans.set(name, { first: start, next })
      }
      memory?.keep(ASSESSMENTS, records)
      return namesOf(records)
    },

    async list(assessment): Promise<AssessedItemList> {
      const touched = memory?.touched() ?? null
      const name = nameOf(assessment)
      const held = memory === null ? null : shown?.name === name ? shown : memory.recall(name)
      const records = await current(assessment, held)
      if (records === held?.records) memory?.confirm(name)
      else memory?.keep(name, records)
      memory?.settle(touched)
      // The very list that is on the screen, where nothing has changed: nothing is drawn anew.
      if (shown?.records !== records) shown = { name, records, list: decodedList(records, decodeItem) }
      return shown.list
    },

    async details(assessment) {
      return decodedList(await readRecords(DETAIL_FIELDS, ofAssessment(assessment), spans.get(nameOf(assessment))), decodeDetail)
    },

    async mine(assessment) {
      return decodedList(await readRecords(ITEM_FIELDS, all(ofAssessment(assessment), isLoginUser('owner'))), decodeItem)
    },

    async some(recordIds) {
      return decodedList(await byIds(recordIds), decodeItem)
    },

    async detail(recordId) {
      return decodeDetail(member(await get('record', { app, id: recordId }), 'record'))
    },

    async mayEdit(recordIds) {
      const answers = await Promise.all(chunks(recordIds, RIGHTS_PER_REQUEST).map(async (ids) => rightsIn(await get('records/acl/evaluate', { app, ids }))))
      return new Set(answers.flat().flatMap((right) => (member(member(right, 'record'), 'editable') === true ? [String(member(right, 'id'))] : [])))
    },

    recordUrl,
  }
}

function decodedList<Item extends AssessedItem>(records: readonly unknown[], decode: (record: unknown) => Item | UnreadableRecord): { readonly items: readonly Item[]; readonly unreadable: readonly UnreadableRecord[] } {
  const decoded = records.map(decode)
  return {
    items: decoded.flatMap((value) => (isUnreadable(value) ? [] : [value])),
    unreadable: decoded.flatMap((value) => (isUnreadable(value) ? [value] : [])),
  }
}

export function pagesOf(get: ApiGet, app: string, fields: readonly string[], condition: Condition): PagedRecords<unknown> {
  const ask = async (where: Condition, direction: 'asc' | 'desc', totalCount: boolean) => {
    const answer = await get('records', { app, fields, query: query(where, [{ by: '$id', direction }], PAGE_SIZE), ...(totalCount && { totalCount }) })
    const [records, total] = [member(answer, 'records'), Number(member(answer, 'totalCount') ?? NaN)]
    if (!Array.isArray(records)) throw new ServiceFailure('unknown', 'records.json: no records in the answer', answer)
    if (totalCount && Number.isNaN(total)) throw new ServiceFailure('unknown', 'records.json: no count in the answer', answer)
    return { records: records as readonly unknown[], total }
  }
  return {
    firstPage: async ({ above, upTo }) => {
      const bounds = [...(above > 0 ? [idAbove(String(above))] : []), ...(upTo === null ? [] : [idUpTo(String(upTo))])]
      return (await ask(all(condition, ...bounds), 'asc', false)).records
    },
    lastPage: async (above) => {
      const { records, total } = await ask(above > 0 ? all(condition, idAbove(String(above))) : condition, 'desc', true)
      return { records: [...records].reverse(), total }
    },
    idOf,
    pageSize: PAGE_SIZE,
  }
}

/** The highest id in the app that this user may see; 0 without any record. */
async function newestId(get: ApiGet, app: string): Promise<number> {
  const records = member(await get('records', { app, fields: ['$id'], query: query(null, [{ by: '$id', direction: 'desc' }], 1) }), 'records')
  return Array.isArray(records) && records.length > 0 ? idOf(records[0]) : 0
}

function rightsIn(answer: unknown): readonly unknown[] {
  const rights = member(answer, 'rights')
  if (!Array.isArray(rights)) throw new ServiceFailure('unknown', 'records/acl/evaluate.json: no rights in the answer', answer)
  return rights
}

export function chunks<T>(list: readonly T[], size: number): (readonly [T, ...T[]])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size) as unknown as [T, ...T[]])
}

export function ofAssessment({ round, facility }: Assessment): Condition {
  return all(equals('round', round), equals('facility', facility))
}

/** Neither name holds a `/`. */
function nameOf({ round, facility }: Assessment): string {
  return `${round}/${facility}`
}

/** None for a record that somebody added by hand, or whose names this user may not read. */
function assessmentOf(record: unknown): Assessment[] {
  const [round, facility] = ['round', 'facility'].map((code) => fieldOf(record, code))
  return typeof round === 'string' && typeof facility === 'string' && round !== '' && facility !== '' ? [{ round, facility }] : []
}

function idOf(record: unknown): number {
  return Number(fieldOf(record, '$id'))
}

function fieldOf(record: unknown, code: string): unknown {
  return member(member(record, code), 'value')
}

export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
