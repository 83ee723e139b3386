/** NewerItems over kintone's records API: one short question by the time of the last change. */
import type { Assessment } from '../domain/assessment'
import type { NewerItems, NewerList } from '../ports/newer-items'
import { ServiceFailure } from '../ports/failure'
import type { ApiGet } from './record-pages'
import { asServiceFailure } from './failure'
import type { Condition } from './query'
import { all, atLeast, equals, query } from './query'
import { decodeItem, isUnreadable, ITEM_FIELDS } from './record-codec'

/** kintone's most for one answer. [cybozu.dev rest-api/records/get-records] More than that at once is a bulk change, whose rest the next calls bring. */
const PAGE_SIZE = 500
/** The list has been read some time before the first question: what was saved in between must not be missed. In milliseconds */
const BEFORE_FIRST = 10 * 60_000

export function kintoneNewerItems(get: ApiGet, app: string): NewerItems {
  const marks = new Map<string, string>()
  let timeField: Promise<string | null> | null = null

  /** kintone names the field in the language in which the app was made, and people may rename it; its type stays. */
  const codeOfTime = () => {
    timeField ??= read('limit 1', undefined).then(
      ({ records: [first] }) => Object.entries(first ?? {}).find(([, { type }]) => type === 'UPDATED_TIME')?.[0] ?? null,
      (error: unknown) => {
        timeField = null
        throw error
      },
    )
    return timeField
  }

  async function read(text: string, fields: readonly string[] | undefined, totalCount = false): Promise<{ readonly records: readonly KintoneRecord[]; readonly count: number }> {
    const answer = (await asServiceFailure(() => get('records', { app, query: text, ...(fields && { fields }), ...(totalCount && { totalCount }) }))) as { readonly records?: unknown; readonly totalCount?: unknown }
    if (!Array.isArray(answer.records)) throw new ServiceFailure('unknown', 'records.json: no records in the answer', answer)
    return { records: answer.records as readonly KintoneRecord[], count: Number(answer.totalCount ?? NaN) }
  }

  return {
    async since(assessment: Assessment): Promise<NewerList> {
      const code = await codeOfTime()
      const name = `${assessment.round}/${assessment.facility}`
      const within = all(equals('round', assessment.round), equals('facility', assessment.facility))
      const mark = marks.get(name)
      if (code === null || mark === undefined) {
        const { records, count } = await read(query(within, [{ by: code ?? '$id', direction: 'desc' }], 1), [code ?? '$id'], true)
        const time = records[0] && code !== null && timeOf(records[0], code)
        if (time) marks.set(name, new Date(Date.parse(time) - BEFORE_FIRST).toISOString().replace(/\.\d+Z$/, 'Z'))
        return { items: [], unreadable: [], count }
      }
      // What is deleted leaves no trace but in the count.
      const counted = read(query(within, [], 1), ['$id'], true)
      // kintone tells times by the minute, so the mark's own minute is asked for again.
      const changed: Condition = all(within, atLeast(code, mark))
      const [{ records }, { count }] = await Promise.all([read(query(changed, [{ by: code, direction: 'asc' }, { by: '$id', direction: 'asc' }], PAGE_SIZE), [...ITEM_FIELDS, code]), counted])
      const last = records.at(-1)
      if (last) marks.set(name, timeOf(last, code) || mark)
      const decoded = records.map(decodeItem)
      return { items: decoded.flatMap((value) => (isUnreadable(value) ? [] : [value])), unreadable: decoded.flatMap((value) => (isUnreadable(value) ? [value] : [])), count }
    },
  }
}

type KintoneRecord = Readonly<Record<string, { readonly type?: string; readonly value?: unknown }>>

function timeOf(record: KintoneRecord, code: string): string {
  return String(record[code]?.value ?? '')
}
