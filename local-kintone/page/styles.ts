import { isObject } from './shapes'

/** What a script set on one area of a field or column; a property that is not here has kintone's own look. */
export type Look = Readonly<Record<string, string>>

/** The properties of an area, e.g. of `content` [CD js-api/record/set-field-style, app/set-record-list-style]. */
export type Area = readonly string[]

export const contentArea: Area = ['backgroundColor', 'color', 'fontWeight', 'textDecoration', 'borderColor']
export const listContentArea: Area = ['backgroundColor', 'color', 'fontWeight', 'textDecoration']
export const labelArea: Area = ['color', 'fontWeight', 'textDecoration']
export const backgroundArea: Area = ['backgroundColor']

const DEFAULT = 'DEFAULT'
const color = /^#[0-9a-f]{6}$/i
const allowed: Readonly<Record<string, RegExp>> = {
  backgroundColor: color,
  color,
  borderColor: color,
  fontWeight: /^(?:normal|bold)$/,
  textDecoration: /^(?:none|underline|line-through)$/,
}

/** `given` over `current`: `DEFAULT` takes a property or the whole area back, what is not named stays. Throws for any other value. */
export function mergedLook(area: Area, current: Look, given: unknown): Look {
  if (given === undefined) return current
  if (given === DEFAULT) return {}
  if (!isObject(given)) throw new Error('A style must be an object or DEFAULT.')
  const look: Record<string, string> = { ...current }
  for (const name of area) {
    const value = given[name]
    if (value === undefined) continue
    if (value === DEFAULT) delete look[name]
    else if (typeof value === 'string' && allowed[name]?.test(value)) look[name] = value
    else throw new Error(`${name} cannot be ${String(value)}.`)
  }
  return look
}

/** The area as the get functions tell it: every property, DEFAULT where nothing is set. */
export function toldLook(area: Area, look: Look): Readonly<Record<string, string>> {
  return Object.fromEntries(area.map((name) => [name, look[name] ?? DEFAULT]))
}

/** Puts the look on elements that have no styles of their own in these properties. */
export function wear(elements: Iterable<HTMLElement>, area: Area, look: Look): void {
  for (const { style } of elements) {
    for (const name of area) {
      const value = look[name] ?? ''
      if (name === 'borderColor') style.border = value === '' ? '' : `1px solid ${value}`
      else style.setProperty(cssNames[name] ?? name, value)
    }
  }
}

const cssNames: Readonly<Record<string, string>> = {
  backgroundColor: 'background-color',
  fontWeight: 'font-weight',
  textDecoration: 'text-decoration',
}
