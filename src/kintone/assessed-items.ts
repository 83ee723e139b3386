/** AssessedItems over kintone's records API. Fields are asked for by name, pages by record id, so that no offset limit is met. */
import type { Assessment, AssessedItem } from '../domain/assessment'
import { ServiceFailure } from '../ports/failure'
import type { AssessedItemList, AssessedItems, UnreadableRecord } from '../ports/assessed-items'
import { asServiceFailure } from './failure'
import type { Condition } from './query'
import { all, equals, idAbove, isOneOf, query } from './query'
import { decodeDetail, decodeItem, DETAIL_FIELDS, isUnreadable, ITEM_FIELDS } from './record-codec'

/** A GET as the signed-in user, e.g. kintone.api(). `path` is the API's name without its folder: `records`. */
export type ApiGet = (path: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>

/** kintone's most for one answer. [cybozu.dev rest-api/records/get-records] */
const PAGE_SIZE = 500
/** kintone's most for one question about rights. [cybozu.dev rest-api/records/evaluate-record-permissions] */
const RIGHTS_PER_REQUEST = 100
/** Our own measure: a query of 100 ids stays well below the length of address that every proxy takes. */
const IDS_PER_QUERY = 100

export function kintoneAssessedItems(get: ApiGet, app: string, recordUrl: (recordId: string) => string): AssessedItems {
  return {
    async assessments() {
      // The first items of either part are there in every assessment, so that one short answer names them all.
      const records = await readRecords(get, app, ['$id', 'round', 'facility'], isOneOf('sort_no', ['1', '2', '3']))
      const names = new Map(records.flatMap(assessmentOf).map((assessment) => [`${assessment.round}/${assessment.facility}`, assessment]))
      return [...names.values()].sort((a, b) => b.round.localeCompare(a.round, 'ja', { numeric: true }) || a.facility.localeCompare(b.facility, 'ja'))
    },

    async list(assessment): Promise<AssessedItemList> {
      const condition = all(equals('round', assessment.round), equals('facility', assessment.facility))
      return decodedList(await readRecords(get, app, ITEM_FIELDS, condition), decodeItem)
    },

    async details(assessment) {
      const condition = all(equals('round', assessment.round), equals('facility', assessment.facility))
      return decodedList(await readRecords(get, app, DETAIL_FIELDS, condition), decodeDetail)
    },

    async some(recordIds) {
      const pages: AssessedItemList[] = []
      for (let at = 0; at < recordIds.length; at += IDS_PER_QUERY) {
        const [first, ...rest] = recordIds.slice(at, at + IDS_PER_QUERY)
        if (first !== undefined) pages.push(decodedList(await readRecords(get, app, ITEM_FIELDS, isOneOf('$id', [first, ...rest])), decodeItem))
      }
      return { items: pages.flatMap(({ items }) => items), unreadable: pages.flatMap(({ unreadable }) => unreadable) }
    },

    async detail(recordId) {
      const answer = await asServiceFailure(() => get('record', { app, id: recordId }))
      return decodeDetail(member(answer, 'record'))
    },

    async mayEdit(recordIds) {
      const editable = new Set<string>()
      for (let at = 0; at < recordIds.length; at += RIGHTS_PER_REQUEST) {
        const ids = recordIds.slice(at, at + RIGHTS_PER_REQUEST)
        const rights = member(await asServiceFailure(() => get('records/acl/evaluate', { app, ids })), 'rights')
        if (!Array.isArray(rights)) throw new ServiceFailure('unknown', 'records/acl/evaluate.json: no rights in the answer', rights)
        for (const right of rights) if (member(member(right, 'record'), 'editable') === true) editable.add(String(member(right, 'id')))
      }
      return editable
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

async function readRecords(get: ApiGet, app: string, fields: readonly string[], condition: Condition): Promise<readonly unknown[]> {
  const records: unknown[] = []
  for (let lastId: string | null = null; ; ) {
    const pageCondition = lastId === null ? condition : all(condition, idAbove(lastId))
    const answer = await asServiceFailure(() => get('records', { app, fields, query: query(pageCondition, [{ by: '$id', direction: 'asc' }], PAGE_SIZE) }))
    const page = member(answer, 'records')
    if (!Array.isArray(page)) throw new ServiceFailure('unknown', 'records.json: no records in the answer', answer)
    records.push(...page)
    if (page.length < PAGE_SIZE) return records
    lastId = idOf(page[page.length - 1])
  }
}

/** None for a record that somebody added by hand, or whose names this user may not read. */
function assessmentOf(record: unknown): Assessment[] {
  const [round, facility] = ['round', 'facility'].map((code) => member(member(record, code), 'value'))
  return typeof round === 'string' && typeof facility === 'string' && round !== '' && facility !== '' ? [{ round, facility }] : []
}

function idOf(record: unknown): string {
  return String(member(member(record, '$id'), 'value'))
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
