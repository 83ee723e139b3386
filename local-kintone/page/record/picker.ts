import { el, fill } from '../dom'
import type { Page } from '../page'
import { RestFailure } from '../rest'
import { entitiesOf, type Entity, type FieldValue } from '../shapes'
import type { Edit } from './field-editors'

type PickerType = 'USER_SELECT' | 'ORGANIZATION_SELECT' | 'GROUP_SELECT'

const sources = { USER_SELECT: 'users', ORGANIZATION_SELECT: 'organizations', GROUP_SELECT: 'groups' } as const
const known = new Map<PickerType, Promise<readonly Entity[]>>()

/** Chooses users, organisations or groups by code or name. What nobody bears is sent as a code; the server refuses it in its own words. */
export function picker(page: Page, type: PickerType, field: FieldValue, edit: Edit): HTMLElement {
  const { texts } = page
  const listId = `${edit.id}-list`
  const options = el('datalist', { id: listId })
  const chosen = el('ul', { class: 'lk-chosen' })
  const input = el('input', {
    type: 'text',
    id: edit.id,
    list: listId,
    placeholder: texts.selectHint,
    disabled: edit.disabled,
    autocomplete: 'off',
  })
  let candidates: readonly Entity[] = []
  void candidatesOf(page, type).then((entities) => {
    candidates = entities
    fill(
      options,
      entities.map(({ code, name }) => el('option', { value: code }, name)),
    )
  })

  const write = (entities: readonly Entity[]): void => {
    field.value = entities.map(({ code, name }) => ({ code, name }))
    drawChosen()
    edit.changed()
  }
  const add = (): void => {
    const text = input.value.trim()
    if (text === '') return
    const found = candidates.find(({ code, name }) => code === text || name === text) ?? { code: text, name: text }
    input.value = ''
    const others = entitiesOf(field.value).filter(({ code }) => code !== found.code)
    write([...others, found])
  }
  const drawChosen = (): void =>
    fill(
      chosen,
      entitiesOf(field.value).map(({ code, name }) =>
        el(
          'li',
          {},
          name,
          el(
            'button',
            {
              type: 'button',
              class: 'lk-remove',
              disabled: edit.disabled,
              'aria-label': `${texts.takeOut}: ${name}`,
              onclick: () => write(entitiesOf(field.value).filter((entity) => entity.code !== code)),
            },
            '×',
          ),
        ),
      ),
    )

  input.addEventListener('change', add)
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  })
  drawChosen()
  return el('div', { class: 'lk-picker' }, chosen, input, options)
}

function candidatesOf(page: Page, type: PickerType): Promise<readonly Entity[]> {
  const source = sources[type]
  const cached = known.get(type)
  if (cached !== undefined) return cached
  const loading = page.rest.user<Record<string, unknown>>(source, { size: 100 }).then(
    (answer) => entitiesOf(answer[source]),
    // Suggestions only: without them codes can still be typed.
    (error: unknown) => {
      if (error instanceof RestFailure) return []
      throw error
    },
  )
  known.set(type, loading)
  return loading
}
