import { el, fill } from '../dom'
import { showFailure, type Page } from '../page'
import { filesOf, textOf, textsOf, type FieldProperty, type FieldValue } from '../shapes'
import { picker } from './picker'
import { richEditor } from './rich-text'
import { instantOf, wallClockOf } from './times'

export interface Edit {
  /** id of the element that the field's label names. */
  readonly id: string
  readonly disabled: boolean
  /** Tells the form that the value is a new one, for the change events. */
  changed(): void
}

/** Draws the input of a field. It writes what is entered into `field.value` at once and calls `changed` when the person is done with it. */
type Editor = (page: Page, property: FieldProperty, field: FieldValue, edit: Edit) => HTMLElement

const editors: Readonly<Record<string, Editor>> = {
  SINGLE_LINE_TEXT: input('text'),
  LINK: input('text'),
  NUMBER: input('text', 'decimal'),
  DATE: input('date'),
  TIME: input('time'),
  DATETIME: (page, _property, field, edit) => {
    const { timezone } = page.boot.user
    const element = el('input', {
      id: edit.id,
      type: 'datetime-local',
      value: wallClockOf(textOf(field.value), timezone),
      disabled: edit.disabled,
    })
    element.addEventListener('change', () => {
      field.value = instantOf(element.value, timezone)
      edit.changed()
    })
    return element
  },
  MULTI_LINE_TEXT: textarea,
  RICH_TEXT: (page, property, field, edit) => richEditor(page.texts, property, field, edit),
  DROP_DOWN: (page, property, field, edit) => {
    const none = el('option', { value: '', selected: textOf(field.value) === '' }, page.texts.choose)
    const element = el(
      'select',
      { id: edit.id, disabled: edit.disabled },
      none,
      optionsOf(property).map((label) => option(label, label === field.value)),
    )
    element.addEventListener('change', () => {
      field.value = element.value === '' ? null : element.value
      edit.changed()
    })
    return element
  },
  MULTI_SELECT: (_page, property, field, edit) => {
    const selected = textsOf(field.value)
    const element = el(
      'select',
      { id: edit.id, multiple: true, size: '4', disabled: edit.disabled },
      optionsOf(property).map((label) => option(label, selected.includes(label))),
    )
    element.addEventListener('change', () => {
      field.value = Array.from(element.selectedOptions, ({ value }) => value)
      edit.changed()
    })
    return element
  },
  RADIO_BUTTON: (_page, property, field, edit) =>
    choices(
      'radio',
      property,
      edit,
      (label) => label === field.value,
      (label) => {
        field.value = label
      },
    ),
  CHECK_BOX: (_page, property, field, edit) =>
    choices(
      'checkbox',
      property,
      edit,
      (label) => textsOf(field.value).includes(label),
      (label, checked) => {
        const before = textsOf(field.value)
        field.value = optionsOf(property).filter((known) => (known === label ? checked : before.includes(known)))
      },
    ),
  USER_SELECT: (page, _property, field, edit) => picker(page, 'USER_SELECT', field, edit),
  ORGANIZATION_SELECT: (page, _property, field, edit) => picker(page, 'ORGANIZATION_SELECT', field, edit),
  GROUP_SELECT: (page, _property, field, edit) => picker(page, 'GROUP_SELECT', field, edit),
  FILE: files,
}

/** null for a type that people do not fill in. */
export function drawEditor(page: Page, property: FieldProperty, field: FieldValue, edit: Edit): HTMLElement | null {
  return editors[property.type]?.(page, property, field, edit) ?? null
}

/** An emptied date or time is null in kintone, an emptied text is ''. */
function input(type: 'text' | 'date' | 'time', inputmode: string | null = null): Editor {
  return (_page, _property, field, edit) => {
    const element = el('input', { id: edit.id, type, inputmode, value: textOf(field.value), disabled: edit.disabled })
    element.addEventListener('input', () => {
      field.value = type !== 'text' && element.value === '' ? null : element.value
    })
    element.addEventListener('change', () => edit.changed())
    return element
  }
}

function textarea(_page: Page, _property: FieldProperty, field: FieldValue, edit: Edit): HTMLElement {
  const element = el('textarea', { id: edit.id, rows: '5', disabled: edit.disabled }, textOf(field.value))
  element.addEventListener('input', () => {
    field.value = element.value
  })
  element.addEventListener('change', () => edit.changed())
  return element
}

function choices(
  type: 'radio' | 'checkbox',
  property: FieldProperty,
  edit: Edit,
  isChosen: (label: string) => boolean,
  choose: (label: string, checked: boolean) => void,
): HTMLElement {
  return el(
    'div',
    { class: `lk-choices${property.align === 'VERTICAL' ? ' lk-choices-vertical' : ''}`, role: 'group', 'aria-label': property.label },
    optionsOf(property).map((label) => {
      const element = el('input', { type, name: edit.id, value: label, checked: isChosen(label), disabled: edit.disabled })
      element.addEventListener('change', () => {
        choose(label, element.checked)
        edit.changed()
      })
      return el('label', {}, element, label)
    }),
  )
}

function files(page: Page, _property: FieldProperty, field: FieldValue, edit: Edit): HTMLElement {
  const { texts, rest } = page
  const list = el('ul', { class: 'lk-files' })
  const chooser = el('input', { id: edit.id, type: 'file', multiple: true, disabled: edit.disabled })
  const draw = (): void =>
    fill(
      list,
      filesOf(field.value).map(({ fileKey, name }) => {
        const remove = (): void => {
          field.value = filesOf(field.value).filter((file) => file.fileKey !== fileKey)
          draw()
        }
        return el(
          'li',
          {},
          name,
          el('button', { type: 'button', class: 'lk-remove', 'aria-label': `${texts.removeFile}: ${name}`, onclick: remove }, '×'),
        )
      }),
    )
  const upload = async (): Promise<void> => {
    for (const file of chooser.files ?? []) {
      const fileKey = await rest.upload(file)
      field.value = [...filesOf(field.value), { fileKey, name: file.name, size: String(file.size), contentType: file.type }]
    }
    chooser.value = ''
    draw()
  }
  chooser.addEventListener('change', () => void upload().catch((error: unknown) => showFailure(page, error)))
  draw()
  return el('div', {}, list, chooser)
}

function optionsOf({ options }: FieldProperty): readonly string[] {
  return Object.values(options ?? {})
    .toSorted((a, b) => Number(a.index) - Number(b.index))
    .map(({ label }) => label)
}

function option(label: string, selected: boolean): HTMLOptionElement {
  return el('option', { value: label, selected }, label)
}
