/** Questions over kintone's comments of a record. */
import { ServiceFailure } from '../ports/failure'
import type { Questions, Remark } from '../ports/questions'
import { NEWEST, TOLD } from '../ports/questions'
import type { ApiWrite } from './answers'
import type { ApiGet } from './record-pages'
import { asServiceFailure } from './failure'

// Both are kintone's most for one request. [cybozu.dev rest-api/comments/get-comments, add-comment]

export function kintoneQuestions(get: ApiGet, write: ApiWrite, app: string): Questions {
  return {
    async newest(recordId) {
      const answer = (await asServiceFailure(() => get('record/comments', { app, record: recordId, order: 'desc', limit: NEWEST }))) as { readonly comments?: unknown }
      if (!Array.isArray(answer.comments)) throw new ServiceFailure('unknown', 'record/comments.json: no comments in the answer', answer)
      return answer.comments.map(remarkOf)
    },
    async write(recordId, text, to) {
      await asServiceFailure(() => write('record/comment', 'POST', { app, record: recordId, comment: { text, mentions: to.slice(0, TOLD).map((code) => ({ code, type: 'USER' })) } }))
    },
  }
}

function remarkOf(comment: unknown): Remark {
  const { id, text, createdAt, creator } = comment as { readonly id?: unknown; readonly text?: unknown; readonly createdAt?: unknown; readonly creator?: { readonly code?: unknown; readonly name?: unknown } }
  // kintone gives the text back with a blank at its end.
  return { id: String(id), text: String(text ?? '').trim(), at: String(createdAt ?? ''), by: { code: String(creator?.code ?? ''), name: String(creator?.name ?? '') } }
}
