/** ItemSurroundings over kintone's records API: three short questions, none of which reads a long text. */
import type { Assessment } from '../domain/assessment'
import { itemKey } from '../domain/assessment'
import type { Part } from '../domain/guideline'
import { placeIn } from '../domain/neighbours'
import type { ItemSurroundings, NamedItem, Neighbours } from '../ports/item-surroundings'
import { ServiceFailure } from '../ports/failure'
import type { ApiGet } from './record-pages'
import { ofAssessment } from './assessment-records'
import { asServiceFailure } from './failure'
import type { FieldCode } from './fields'
import { RECORDS_PER_READ } from './limits'
import type { ListMemory, RememberedList } from './list-memory'
import type { Condition } from './query'
import { all, isOneOf, query } from './query'
import { decodeName } from './record-codec'

/** How many records before the one that was last seen are read along, so that going back is one request too. */
const BEFORE = 200
const NAME_FIELDS: readonly (FieldCode | '$id')[] = ['$id', 'part', 'item_no', 'title', 'status', 'mic_codes']

export function kintoneItemSurroundings(get: ApiGet, app: string, memory: ListMemory): ItemSurroundings {
  return {
    async neighbours(item, assessment) {
      const list = memory.recall()
      const within = list === null ? null : list.kind === 'records' ? await inRecords(list, item.recordId) : await inQuery(list, item.recordId)
      return within ?? inSource(item, assessment)
    },
    async named(ids, assessment) {
      const keys = ids.map((id) => [id, keyOf(id, assessment)] as const)
      const [first, ...rest] = keys.map(([, key]) => key)
      if (first === undefined) return new Map()
      const items = await names(all(ofAssessment(assessment), isOneOf('item_key', [first, ...rest])))
      return new Map(items.map((item) => [`${item.part}:${item.no}`, item]))
    },
    async sharing(micCodes, assessment) {
      const [first, ...rest] = micCodes
      return first === undefined ? [] : names(all(ofAssessment(assessment), isOneOf('mic_codes', [first, ...rest])))
    },
  }

  async function inRecords({ name, ids }: Extract<RememberedList, { kind: 'records' }>, recordId: string): Promise<Neighbours | null> {
    const place = placeIn(ids, recordId, null)
    if (!place) return null
    const [first, ...rest] = [place.previous, place.next].flatMap((id) => id ?? [])
    const items = first === undefined ? [] : await names(isOneOf('$id', [first, ...rest]))
    const named = (id: string | null) => items.find((item) => item.recordId === id) ?? null
    return { previous: named(place.previous), next: named(place.next), within: { list: name, at: place.at + 1, total: ids.length, isIn: true } }
  }

  async function inQuery(list: Extract<RememberedList, { kind: 'query' }>, recordId: string): Promise<Neighbours | null> {
    const offset = Math.max(0, list.offset - BEFORE)
    const page = await read(`${list.condition} ${list.order} limit ${RECORDS_PER_READ} offset ${offset}`).catch((error: unknown) => {
      // A list whose fields are gone, or that lies beyond kintone's offset limit, is no list to follow.
      if (error instanceof ServiceFailure && error.kind === 'refused') return null
      throw error
    })
    if (!page) return null
    const place = placeIn(page.items.map((item) => item.recordId), recordId, list.recordId === recordId && list.at !== undefined ? list.at - offset : null)
    if (!place) return null
    const at = offset + place.at
    memory.remember({ ...list, at, recordId, offset: at })
    const named = (id: string | null) => page.items.find((item) => item.recordId === id) ?? null
    return { previous: named(place.previous), next: named(place.next), within: { list: list.name, at: at + 1, total: page.total, isIn: place.isIn } }
  }

  async function inSource({ part, order }: { readonly part: Part; readonly order: number }, assessment: Assessment): Promise<Neighbours> {
    const { items, orders } = await read(query(all(ofAssessment(assessment), isOneOf('part', [part]), isOneOf('sort_no', [String(order - 1), String(order + 1)])), [{ by: 'sort_no', direction: 'asc' }], 2), ['sort_no'])
    const named = (wanted: number) => items[orders.indexOf(wanted)] ?? null
    return { previous: named(order - 1), next: named(order + 1), within: null }
  }

  async function names(condition: Condition): Promise<readonly NamedItem[]> {
    return (await read(query(condition, [{ by: 'part', direction: 'asc' }, { by: 'sort_no', direction: 'asc' }], RECORDS_PER_READ))).items
  }

  /** Records that are no items (added by hand) are left out of no list: they stand there with what name they have. */
  async function read(text: string, more: readonly FieldCode[] = []): Promise<{ readonly items: readonly NamedItem[]; readonly total: number; readonly orders: readonly number[] }> {
    const answer = (await asServiceFailure(() => get('records', { app, fields: [...NAME_FIELDS, ...more], query: text, totalCount: true }))) as { readonly records?: unknown; readonly totalCount?: unknown }
    if (!Array.isArray(answer.records)) throw new ServiceFailure('unknown', 'records.json: no records in the answer', answer)
    const items = answer.records.map((record) => decodeName(record))
    return { items, total: Number(answer.totalCount ?? items.length), orders: answer.records.map((record: Readonly<Record<string, { readonly value?: unknown }>>) => Number(record['sort_no']?.value)) }
  }
}

/** `METI:2.6.12(3)` as the key of its record in this assessment. */
function keyOf(id: string, assessment: Assessment): string {
  const at = id.indexOf(':')
  return itemKey(assessment, { part: id.slice(0, at) as Part, no: id.slice(at + 1) })
}
