/** OfficialTexts over kintone's records API, by the official client. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { HeldText, OfficialTexts, TextChange, TextsWritten } from '../ports/official-texts'
import { failureOf } from '../ports/failure'
import { asServiceFailure } from './failure'
import type { FieldCode } from './fields'
import { chunks, RECORDS_PER_WRITE } from './limits'

const PART: FieldCode = 'part'
const NO: FieldCode = 'item_no'
const TEXT: FieldCode = 'official_text'

/** Our own measure: some 1 MB of text, carried out whole or not at all. */
const IN_ONE_CHUNK = 4 * RECORDS_PER_WRITE

export function kintoneOfficialTexts(client: KintoneRestAPIClient, app: string): OfficialTexts {
  return {
    async held(): Promise<readonly HeldText[]> {
      const records = await asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: ['$id', '$revision', PART, NO, TEXT] }))
      return records.map((record) => {
        const value = (code: string) => String(record[code]?.value ?? '')
        return { recordId: value('$id'), revision: value('$revision'), id: `${value(PART)}:${value(NO)}`, text: value(TEXT) }
      })
    },

    async write(changes, progress): Promise<TextsWritten> {
      for (let done = 0; done < changes.length; done += IN_ONE_CHUNK) {
        try {
          await asServiceFailure(() => client.bulkRequest({ requests: requestsOf(app, changes.slice(done, done + IN_ONE_CHUNK)) }))
        } catch (error) {
          return { outcome: 'stopped', done, failure: failureOf(error) }
        }
        progress(Math.min(changes.length, done + IN_ONE_CHUNK))
      }
      return { outcome: 'written' }
    },
  }
}

function requestsOf(app: string, changes: readonly TextChange[]) {
  return chunks(changes, RECORDS_PER_WRITE).map((some) => ({
    method: 'PUT' as const,
    endpointName: 'records' as const,
    payload: { app, records: some.map(({ recordId, revision, text }) => ({ id: recordId, revision, record: { [TEXT]: { value: text } } })) },
  }))
}
