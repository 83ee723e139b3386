import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { attempt, type Page } from '../page'
import { entitiesOf, type Entity, type FieldValue } from '../shapes'
import { localTime } from './field-text'
import { picker } from './picker'

interface Comment {
  readonly id: string
  readonly text: string
  readonly createdAt: string
  readonly creator: Entity
}

interface Answer {
  readonly comments: readonly Comment[]
  readonly older: boolean
}

/** REST gives ten at a time. [CD records/get-comments] */
const PAGE = 10

/** Draws a record's comments, the newest first, ten at a time, and a box to write one, to whom it may concern. */
export async function drawComments(page: Page<AppBoot>, recordId: string): Promise<readonly HTMLElement[]> {
  const { rest, boot, texts } = page
  const of = { app: boot.app.id, record: recordId }
  const list = el('ul', { class: 'lk-comments' })
  const more = el('div', {})
  const text = el('textarea', { rows: '3', 'aria-label': texts.writeComment, placeholder: texts.writeComment })
  const mentioned: FieldValue = { type: 'USER_SELECT', value: [] }
  const to = el('div', { class: 'lk-mentions' })

  const drawMentions = (): void => {
    mentioned.value = []
    fill(to, el('span', { class: 'lk-note' }, texts.mention), picker(page, 'USER_SELECT', mentioned, { id: 'lk-mentions', disabled: false, changed: () => undefined }))
    to.querySelector('input')?.setAttribute('aria-label', texts.mention)
  }
  const draw = async (offset: number): Promise<void> => {
    const { comments, older } = await rest.call<Answer>('GET', 'record/comments', { ...of, order: 'desc', offset, limit: PAGE })
    if (offset === 0) fill(list, comments.length === 0 ? el('li', { class: 'lk-empty' }, texts.noComments) : [])
    list.append(...comments.map(drawComment))
    fill(more, older ? el('button', { type: 'button', class: 'lk-button', onclick: () => attempt(page, () => draw(offset + PAGE)) }, texts.olderComments) : null)
  }
  const remove = async (comment: Comment): Promise<void> => {
    if (!(await page.ui.confirm(texts.confirmRemoveComment, texts.yes))) return
    await rest.call('DELETE', 'record/comment', { ...of, comment: comment.id })
    await draw(0)
  }
  // One's own, or any for an administrator of the app, as REST has it.
  const drawComment = (comment: Comment): HTMLElement => {
    const mayRemove = comment.creator.code === boot.user.code || boot.app.permissions.editApp
    return el(
      'li',
      {},
      el('div', { class: 'lk-note' }, `${comment.creator.name}　${localTime(comment.createdAt, boot.user.timezone)}`),
      el('div', { class: 'lk-comment-text' }, comment.text),
      mayRemove ? el('button', { type: 'button', class: 'lk-link', onclick: () => attempt(page, () => remove(comment)) }, texts.removeComment) : null,
    )
  }
  const post = async (): Promise<void> => {
    if (text.value.trim() === '') return
    const mentions = entitiesOf(mentioned.value).map(({ code }) => ({ code, type: 'USER' }))
    await rest.call('POST', 'record/comment', { ...of, comment: { text: text.value, ...(mentions.length > 0 && { mentions }) } })
    text.value = ''
    drawMentions()
    await draw(0)
  }

  drawMentions()
  await draw(0)
  return [to, text, el('button', { type: 'button', class: 'lk-button', onclick: () => attempt(page, post) }, texts.post), list, more]
}
