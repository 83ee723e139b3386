/** RecordHistories over kintone's records API. What kintone keeps itself is found by its type: its codes follow the language of whoever made the app. */
import type { RecordHistory } from '../domain/matrix-changes'
import { ServiceFailure } from '../ports/failure'
import type { RecordHistories } from '../ports/record-histories'
import type { ApiGet } from './record-pages'
import { member, pagesOf } from './record-pages'
import { askedOnce } from './asked-once'
import { IDS_PER_QUERY } from './assessed-items'
import { ofAssessment } from './assessment-records'
import { asServiceFailure } from './failure'
import type { FieldCode } from './fields'
import { chunks } from './limits'
import type { Condition } from './query'
import { isOneOf } from './query'
import { readById } from './read-by-id'
import { requestGate } from './request-gate'

const LOG: FieldCode = 'agreement_log'
type Kept = 'CREATED_TIME' | 'UPDATED_TIME' | 'MODIFIER'

/** `dayOf`: the user's own calendar day of a moment. */
export function kintoneRecordHistories(api: ApiGet, app: string, dayOf: (moment: Date) => string): RecordHistories {
  const gate = requestGate()
  const get: ApiGet = (path, parameters) => gate(() => asServiceFailure(() => api(path, parameters)))
  const keptCodes = askedOnce(() => codesByType(get, app))

  async function read(condition: Condition): Promise<readonly RecordHistory[]> {
    const kept = await keptCodes()
    const records = await readById(pagesOf(get, app, ['$id', LOG, ...Object.values(kept)], condition))
    return records.map((record) => {
      const value = (code: string) => member(member(record, code), 'value')
      const log = value(LOG)
      const by = value(kept.MODIFIER)
      return {
        recordId: String(value('$id')),
        createdOn: dayOf(new Date(String(value(kept.CREATED_TIME)))),
        changedOn: dayOf(new Date(String(value(kept.UPDATED_TIME)))),
        changedBy: by ? { code: String(member(by, 'code')), name: String(member(by, 'name')) } : null,
        // Absent in an app that was set up before there was a place for it, or where this user may not read it.
        log: typeof log === 'string' ? log : null,
      }
    })
  }

  return {
    ofAssessment: (assessment) => read(ofAssessment(assessment)),
    of: async (recordIds) => (await Promise.all(chunks(recordIds, IDS_PER_QUERY).map(([first, ...rest]) => read(isOneOf('$id', [first, ...rest]))))).flat(),
  }
}

async function codesByType(get: ApiGet, app: string): Promise<Readonly<Record<Kept, string>>> {
  const answer = await get('app/form/fields', { app })
  const fields = Object.entries((member(answer, 'properties') ?? {}) as Readonly<Record<string, unknown>>)
  const code = (type: Kept) => {
    const found = fields.find(([, field]) => member(field, 'type') === type)?.[0]
    if (found === undefined) throw new ServiceFailure('unknown', `form/fields.json: no field of the type ${type}`, answer)
    return found
  }
  return { CREATED_TIME: code('CREATED_TIME'), UPDATED_TIME: code('UPDATED_TIME'), MODIFIER: code('MODIFIER') }
}
