/** A query's records, page by page, as kintone's records.json gives them. */
import { ServiceFailure } from '../ports/failure'
import { RECORDS_PER_READ } from './limits'
import type { Condition } from './query'
import { all, idAbove, idUpTo, query } from './query'
import type { PagedRecords } from './read-by-id'

/** A GET as the signed-in user, e.g. kintone.api(). `path` is the API's name without its folder: `records`. */
export type ApiGet = (path: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>

export interface Numbered {
  readonly id: number
}

/** The same pages, each taken apart as it comes. */
export function decodedPages<R extends Numbered>({ firstPage, lastPage, pageSize }: PagedRecords<unknown>, decode: (record: unknown) => R): PagedRecords<R> {
  return {
    firstPage: async (range) => (await firstPage(range)).map((record) => decode(record)),
    lastPage: async (above) => {
      const { records, total } = await lastPage(above)
      return { records: records.map((record) => decode(record)), total }
    },
    idOf: ({ id }) => id,
    pageSize,
  }
}

/** `condition`: kintone's limits of an answer's length and of offset are met by ids, never seen by the caller. */
export function pagesOf(get: ApiGet, app: string, fields: readonly string[], condition: Condition): PagedRecords<unknown> {
  const ask = async (where: Condition, direction: 'asc' | 'desc', totalCount: boolean) => {
    const answer = await get('records', { app, fields, query: query(where, [{ by: '$id', direction }], RECORDS_PER_READ), ...(totalCount && { totalCount }) })
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
    pageSize: RECORDS_PER_READ,
  }
}

/** The highest id in the app that this user may see; 0 without any record. */
export async function newestId(get: ApiGet, app: string): Promise<number> {
  const records = member(await get('records', { app, fields: ['$id'], query: query(null, [{ by: '$id', direction: 'desc' }], 1) }), 'records')
  return Array.isArray(records) && records.length > 0 ? idOf(records[0]) : 0
}

/** NaN for what is no record. */
export function idOf(record: unknown): number {
  return Number(fieldOf(record, '$id'))
}

/** undefined where the record has no such field, or this user may not see it. */
export function fieldOf(record: unknown, code: string): unknown {
  return member(member(record, code), 'value')
}

/** A member of what kintone has answered, whatever that is; undefined where there is none. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
