/** What kintone takes and gives at most, each with its page. A measure of our own stands where it is used, and says so. */

/** In one answer. [cybozu.dev rest-api/records/get-records] */
export const RECORDS_PER_READ = 500
/** In one request that adds, changes or deletes. [cybozu.dev rest-api/records/add-records, update-records, delete-records] */
export const RECORDS_PER_WRITE = 100
/** Carried out whole or not at all. [cybozu.dev rest-api/bulk-request] */
const REQUESTS_PER_BULK = 20
export const RECORDS_PER_BULK = REQUESTS_PER_BULK * RECORDS_PER_WRITE
/** Records in one question about rights. [cybozu.dev rest-api/records/evaluate-record-permissions] */
export const RIGHTS_PER_READ = 100
/** Users, groups or organizations in one answer of cybozu.com's User API. [cybozu.dev common/docs/user-api] */
export const ENTRIES_PER_USER_READ = 100

/** A list in parts of at most `size`, in order; none of them empty. */
export function chunks<T>(list: readonly T[], size: number): (readonly [T, ...T[]])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size) as unknown as [T, ...T[]])
}
