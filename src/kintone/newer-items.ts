/** NewerItems over kintone's records API: one short question by the time of the last change. */
import type { Assessment } from '../domain/assessment'
import { assessmentName } from '../domain/assessment'
import type { NewerItems, NewerList } from '../ports/newer-items'
import { ServiceFailure } from '../ports/failure'
import type { ApiGet } from './record-pages'
import { askedOnce } from './asked-once'
import { ofAssessment } from './assessment-records'
import { asServiceFailure } from './failure'
import { RECORDS_PER_READ } from './limits'
import type { Condition } from './query'
import { all, atLeast, query } from './query'
import { decodeItem, isUnreadable, ITEM_FIELDS } from './record-codec'

/** The list has been read some time before the first question: what was saved in between must not be missed. In milliseconds */
const BEFORE_FIRST = 10 * 60_000

export function kintoneNewerItems(get: ApiGet, app: string): NewerItems {
  const marks = new Map<string, string>()
  /** kintone names the field in the language in which the app was made, and people may rename it; its type stays. */
  const codeOfTime = askedOnce(async () => {
    const [first] = (await read('limit 1', undefined)).records
    return Object.entries(first ?? {}).find(([, { type }]) => type === 'UPDATED_TIME')?.[0] ?? null
  })

  async function read(text: string, fields: readonly string[] | undefined, totalCount = false): Promise<{ readonly records: readonly KintoneRecord[]; readonly count: number }> {
    const answer = (await asServiceFailure(() => get('records', { app, query: text, ...(fields && { fields }), ...(totalCount && { totalCount }) }))) as { readonly records?: unknown; readonly totalCount?: unknown }
    if (!Array.isArray(answer.records)) throw new ServiceFailure('unknown', 'records.json: no records in the answer', answer)
    return { records: answer.records as readonly KintoneRecord[], count: Number(answer.totalCount ?? NaN) }
  }

  return {
    async since(assessment: Assessment): Promise<NewerList> {
      const code = await codeOfTime()
      const name = assessmentName(assessment)
      const within = ofAssessment(assessment)
      const mark = marks.get(name)
      if (code === null || mark === undefined) {
        const { records, count } = await read(query(within, [{ by: code ?? '$id', direction: 'desc' }], 1), [code ?? '$id'], true)
        const time = records[0] && code !== null && timeOf(records[0], code)
        if (time) marks.set(name, new Date(Date.parse(time) - BEFORE_FIRST).toISOString().replace(/\.\d+Z$/, 'Z'))
        return { items: [], unreadable: [], count }
      }
      // What is deleted leaves no trace but in the count.
      const counted = read(query(within, [], 1), ['$id'], true)
      // kintone tells times by the minute, so the mark's own minute is asked for again. More than one answer holds is a bulk change, whose rest the next calls bring.
      const changed: Condition = all(within, atLeast(code, mark))
      const [{ records }, { count }] = await Promise.all([read(query(changed, [{ by: code, direction: 'asc' }, { by: '$id', direction: 'asc' }], RECORDS_PER_READ), [...ITEM_FIELDS, code]), counted])
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
