import type { ServerResponse } from 'node:http'
import type { PageSource, Session } from '../page-source'
import { illegalRequest } from '../refusals'
import { sendJson } from './html'

/** What the record page asks for its history. kintone's own address is not documented; this one is ours. */
export const recordHistoryPath = '/k/api/record/history.json'

/** Answers `{ versions }`. Only a page's own script may ask: another site cannot send the header. */
export function sendRecordHistory(source: PageSource, session: Session, url: URL, ownScript: boolean, response: ServerResponse): void {
  if (!ownScript) {
    const { status, code, text } = illegalRequest()
    return sendJson(response, status, { code, message: text[session.user.language] })
  }
  const answer = source.recordHistory(session.user, url.searchParams.get('app') ?? '', url.searchParams.get('record') ?? '')
  if (!('refused' in answer)) return sendJson(response, 200, answer)
  const { status, code, message } = answer.refused
  sendJson(response, status, { code, message })
}
