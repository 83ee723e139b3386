/** NewerItems over kintone's records API: one short question by the time of the last change. */
import type { Assessment } from '../domain/assessment'
import type { AssessedItemList } from '../ports/assessed-items'
import type { NewerItems } from '../ports/newer-items'
import { ServiceFailure } from '../ports/failure'
import type { ApiGet } from './assessed-items'
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
    timeField ??= records('limit 1', undefined).then(
      ([first]) => Object.entries(first ?? {}).find(([, { type }]) => type === 'UPDATED_TIME')?.[0] ?? null,
      (error: unknown) => {
        timeField = null
        throw error
      },
    )
    return timeField
  }

  async function records(text: string, fields: readonly string[] | undefined): Promise<readonly KintoneRecord[]> {
    const answer = await asServiceFailure(() => get('records', { app, query: text, ...(fields && { fields }) }))
    const found = (answer as { readonly records?: unknown }).records
    if (!Array.isArray(found)) throw new ServiceFailure('unknown', 'records.json: no records in the answer', answer)
    return found as readonly KintoneRecord[]
  }

  return {
    async since(assessment: Assessment): Promise<AssessedItemList> {
      const nothing: AssessedItemList = { items: [], unreadable: [] }
      const code = await codeOfTime()
      if (code === null) return nothing
      const name = `${assessment.round}/${assessment.facility}`
      const within = [equals('round', assessment.round), equals('facility', assessment.facility)]
      const mark = marks.get(name)
      if (mark === undefined) {
        const [newest] = await records(query(all(...within), [{ by: code, direction: 'desc' }], 1), [code])
        const time = newest && timeOf(newest, code)
        if (time) marks.set(name, new Date(Date.parse(time) - BEFORE_FIRST).toISOString().replace(/\.\d+Z$/, 'Z'))
        return nothing
      }
      // kintone tells times by the minute, so the mark's own minute is asked for again.
      const changed: Condition = all(...within, atLeast(code, mark))
      const found = await records(query(changed, [{ by: code, direction: 'asc' }, { by: '$id', direction: 'asc' }], PAGE_SIZE), [...ITEM_FIELDS, code])
      const last = found.at(-1)
      if (last) marks.set(name, timeOf(last, code) || mark)
      const decoded = found.map(decodeItem)
      return { items: decoded.flatMap((value) => (isUnreadable(value) ? [] : [value])), unreadable: decoded.flatMap((value) => (isUnreadable(value) ? [value] : [])) }
    },
  }
}

type KintoneRecord = Readonly<Record<string, { readonly type?: string; readonly value?: unknown }>>

function timeOf(record: KintoneRecord, code: string): string {
  return String(record[code]?.value ?? '')
}
