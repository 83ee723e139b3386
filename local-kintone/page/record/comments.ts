import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { attempt, type Page } from '../page'
import type { Entity } from '../shapes'
import { localTime } from './field-text'

interface Comment {
  readonly id: string
  readonly text: string
  readonly createdAt: string
  readonly creator: Entity
}

/** Draws the newest comments of a record and a box to write one. */
export async function drawComments(page: Page<AppBoot>, recordId: string): Promise<readonly HTMLElement[]> {
  const { rest, boot, texts } = page
  const list = el('ul', { class: 'lk-comments' })
  const text = el('textarea', { rows: '3', 'aria-label': texts.writeComment, placeholder: texts.writeComment })
  const show = async (): Promise<void> => {
    const params = { app: boot.app.id, record: recordId, order: 'desc' }
    const { comments } = await rest.call<{ comments: readonly Comment[] }>('GET', 'record/comments', params)
    fill(
      list,
      comments.length === 0 ? el('li', { class: 'lk-empty' }, texts.noComments) : comments.map((comment) => drawComment(page, comment)),
    )
  }
  const post = async (): Promise<void> => {
    if (text.value.trim() === '') return
    await rest.call('POST', 'record/comment', { app: boot.app.id, record: recordId, comment: { text: text.value } })
    text.value = ''
    await show()
  }
  await show()
  const button = el('button', { type: 'button', class: 'lk-button', onclick: () => attempt(page, post) }, texts.post)
  return [text, button, list]
}

function drawComment({ boot }: Page<AppBoot>, { creator, createdAt, text }: Comment): HTMLElement {
  return el(
    'li',
    {},
    el('div', { class: 'lk-note' }, `${creator.name}　${localTime(createdAt, boot.user.timezone)}`),
    el('div', { class: 'lk-comment-text' }, text),
  )
}
