import { isObject } from '../shapes'
import { backgroundArea, contentArea, labelArea, mergedLook, toldLook, wear, type Area, type Look } from '../styles'

/** Fields that kintone styles not [CD js-api/record/set-field-style]. */
const unstyled: ReadonlySet<string> = new Set([
  'STATUS',
  'STATUS_ASSIGNEE',
  'SUBTABLE',
  'REFERENCE_TABLE',
  'GROUP',
  'HR',
  'LABEL',
  'SPACER',
])

const areas: Readonly<Record<'content' | 'background' | 'label', Area>> = {
  content: contentArea,
  background: backgroundArea,
  label: labelArea,
}

export interface FieldLook {
  readonly content: Look
  readonly background: Look
  readonly label: Look
}

export const plainLook: FieldLook = { content: {}, background: {}, label: {} }

export function isStyled(type: string): boolean {
  return !unstyled.has(type)
}

/** kintone.app.record.setFieldStyle: `config` over what is set; DEFAULT takes everything back. */
export function mergedFieldLook(current: FieldLook, config: unknown): FieldLook {
  if (config === 'DEFAULT') return plainLook
  if (!isObject(config)) throw new Error('The style must be an object or DEFAULT.')
  return {
    content: mergedLook(areas.content, current.content, config['content']),
    background: mergedLook(areas.background, current.background, config['background']),
    label: mergedLook(areas.label, current.label, config['label']),
  }
}

export function toldFieldLook(look: FieldLook): unknown {
  return {
    content: toldLook(areas.content, look.content),
    background: toldLook(areas.background, look.background),
    label: toldLook(areas.label, look.label),
  }
}

/** On a field's box: its value with the inputs in it, its label, and the box itself. */
export function wearFieldLook(box: HTMLElement, look: FieldLook): void {
  wear([box], areas.background, look.background)
  wear(box.querySelectorAll<HTMLElement>('.lk-field-label label'), areas.label, look.label)
  const value = '.lk-field-value'
  wear(box.querySelectorAll<HTMLElement>(`${value}, ${value} input, ${value} select, ${value} textarea`), areas.content, look.content)
}
