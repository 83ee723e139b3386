import { checkEntity } from '../apps/entities'
import { toMinute } from '../fields/dates'
import { commentsOff, noPrivilege, unknownComment } from '../refusals'
import type { AppCall } from '../rest/call'
import { integer, list, object, oneOf, read, text } from '../rest/shape'
import { RecordSet } from './record-set'

const listShape = object({ record: integer(1) }, { order: oneOf('asc', 'desc'), offset: integer(0), limit: integer(0, 10) })
const mention = object({ code: text(1), type: oneOf('USER', 'GROUP', 'ORGANIZATION') })
const newShape = object({ record: integer(1), comment: object({ text: text(1, 65_535) }, { mentions: list(mention, 0, 10) }) })
const goneShape = object({ record: integer(1), comment: integer(1) })

/** A record whose comments may be read by whoever may see the record, while the app has comments. [CD records/add-comment] */
function open(call: AppCall, id: number): RecordSet {
  const records = new RecordSet(call)
  if (!records.settings.general.enableComments) throw commentsOff()
  if (!records.access.ofRecord(records.find(String(id))).viewable) throw noPrivilege()
  return records
}

/** GET record/comments: newest first unless asked otherwise. */
export function getComments(call: AppCall): unknown {
  const { record, order = 'desc', offset = 0, limit = 10 } = read(listShape, call.input)
  open(call, record)
  const all = [...call.state.rows(`comment/${call.app.id}`)].filter((comment) => comment.record === String(record))
  if (order === 'desc') all.reverse()
  const page = all.slice(offset, offset + limit)
  const before = offset > 0 && all.length > 0
  const after = offset + limit < all.length
  return {
    comments: page.map((comment) => ({
      id: comment.id,
      text: comment.text,
      createdAt: comment.createdAt,
      creator: { code: comment.creator, name: call.world.directory.nameOfUser(comment.creator) },
      mentions: comment.mentions,
    })),
    older: order === 'desc' ? after : before,
    newer: order === 'desc' ? before : after,
  }
}

/**
 * POST record/comment: the text comes back with a blank at its end [EMU, real], behind the names of those it is for. [CD records/add-comment;
 * CD records/get-comments, the example]
 */
export function postComment(call: AppCall): unknown {
  const { record, comment } = read(newShape, call.input)
  const records = open(call, record)
  const mentions = comment.mentions ?? []
  mentions.forEach((entity, index) => {
    checkEntity(entity, ['USER', 'GROUP', 'ORGANIZATION'], records.settings.form, call.world.directory, `comment.mentions[${index}]`)
  })
  const id = String(call.state.next(`comment/${call.app.id}/${record}`))
  call.state.put(`comment/${call.app.id}`, `${record}/${id}`, {
    id,
    record: String(record),
    text: `${mentioned(call, mentions)}${comment.text} `,
    createdAt: toMinute(call.now),
    creator: call.caller.user.code,
    mentions,
  })
  return { id }
}

/** DELETE record/comment: one's own, or any for an app's administrator. */
export function deleteComment(call: AppCall): unknown {
  const { record, comment } = read(goneShape, call.input)
  open(call, record)
  const key = `${record}/${comment}`
  const found = call.state.get(`comment/${call.app.id}`, key)
  if (found === undefined) throw unknownComment()
  if (found.creator !== call.caller.user.code && !call.rights.appEditable) throw noPrivilege()
  call.state.remove(`comment/${call.app.id}`, key)
  return {}
}

function mentioned(call: AppCall, mentions: readonly { readonly code: string; readonly type: 'USER' | 'GROUP' | 'ORGANIZATION' }[]): string {
  const { directory } = call.world
  const name = ({ code, type }: (typeof mentions)[number]) => {
    if (type === 'USER') return directory.nameOfUser(code)
    return (type === 'GROUP' ? directory.group(code) : directory.organization(code))?.name ?? code
  }
  return mentions.length === 0 ? '' : `${mentions.map(name).join(' ')} \n`
}
