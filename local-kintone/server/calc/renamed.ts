import type { Field } from '../fields/field'
import { tokenizeFormula } from './tokens'

/** Fields whose formulas follow changed field codes; a formula that cannot be read stays as it is. */
export function withFormulaCodes(form: readonly Field[], follow: (code: string) => string): readonly Field[] {
  return form.map((field) => ({
    ...field,
    ...(field.expression && { expression: renamed(field.expression, follow) }),
    ...(field.fields && { fields: withFormulaCodes(field.fields, follow) }),
  }))
}

function renamed(expression: string, follow: (code: string) => string): string {
  const words = (tokenizeFormula(expression) ?? []).filter(({ kind }) => kind === 'word')
  let after = ''
  let at = 0
  for (const { value, start, end } of words) {
    const isFunction = /^\s*\(/.test(expression.slice(end))
    after += expression.slice(at, start) + (isFunction ? value : follow(value))
    at = end
  }
  return after + expression.slice(at)
}
