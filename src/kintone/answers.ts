/** Answers over kintone's records API. */
import type { AnswerChange, Answers, SaveOutcome } from '../ports/answers'
import { ServiceFailure } from '../ports/failure'
import { FIELD_OF } from './answer-fields'
import { asServiceFailure } from './failure'
import { RESPONSIBILITIES } from './fields'
import { chunks, RECORDS_PER_BULK, RECORDS_PER_WRITE } from './limits'
import { member } from './record-pages'
import { responsibilityRow } from './responsibility-row'

/** A write as the signed-in user, e.g. kintone.api(). `path` is the API's name without its folder: `bulkRequest`. */
export type ApiWrite = (path: string, method: 'POST' | 'PUT', parameters: Readonly<Record<string, unknown>>) => Promise<unknown>

/** `apiPath`: the full path of an API in this app's space, as bulkRequest wants it (`/k/v1/records.json`, `/k/guest/3/v1/records.json`). */
export function kintoneAnswers(write: ApiWrite, app: string, apiPath: (name: string) => string): Answers {
  return {
    async save(changes): Promise<SaveOutcome> {
      if (changes.length === 0) return { outcome: 'saved', revisions: [] }
      if (changes.length > RECORDS_PER_BULK) throw new Error(`At most ${RECORDS_PER_BULK} records can be saved at once, not ${changes.length}`)
      const requests = chunks(changes, RECORDS_PER_WRITE).map((records) => ({ method: 'PUT', api: apiPath('records'), payload: { app, records: records.map(recordOf) } }))
      try {
        const answer = await asServiceFailure(() => write('bulkRequest', 'POST', { requests }))
        return { outcome: 'saved', revisions: revisionsIn(answer, changes.length) }
      } catch (error) {
        if (error instanceof ServiceFailure && error.kind === 'conflict') return { outcome: 'conflict' }
        throw error
      }
    },
  }
}

function recordOf({ recordId, revision, answer }: AnswerChange) {
  const { responsibilities, ...simple } = answer
  const fields = Object.entries(simple).map(([name, value]) => [FIELD_OF[name as keyof typeof FIELD_OF], { value: name === 'evidenceFiles' ? filesOf(value) : valueOf(value) }] as const)
  return {
    id: recordId,
    revision,
    record: { ...Object.fromEntries(fields), ...(responsibilities === undefined ? {} : { [RESPONSIBILITIES]: { value: responsibilities.map(responsibilityRow) } }) },
  }
}

function filesOf(keys: string | null | readonly string[]): unknown {
  return Array.isArray(keys) ? keys.map((fileKey: string) => ({ fileKey })) : []
}

/** People and departments go out as `{code}`, everything else as text; an empty day clears the field. */
function valueOf(value: string | null | readonly string[]): unknown {
  if (value === null) return ''
  return typeof value === 'string' ? value : value.map((code) => ({ code }))
}

function revisionsIn(answer: unknown, expected: number): readonly string[] {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const revisions = list(member(answer, 'results')).flatMap((result) => list(member(result, 'records'))).map((record) => String(member(record, 'revision') ?? ''))
  if (revisions.length !== expected) throw new ServiceFailure('unknown', 'bulkRequest.json: not as many records in the answer as were sent', answer)
  return revisions
}
