import type { Field } from '../fields/field'
import type { Operator } from '../fields/field-types'
import type { Value } from '../records/stored-record'
import type { QueryContext } from './context'
import { querySyntax } from './refusals'
import type { Operand } from './syntax'

export type ValueTest = (value: Value) => boolean

/** One condition, as the tester of its field's type gets it. */
export interface TestInput {
  readonly field: Field
  readonly operator: Operator
  readonly operands: readonly Operand[]
  readonly context: QueryContext
}

export const text = (value: Value): string => (typeof value === 'string' ? value : '')

/** The operands where no function has a meaning. */
export function literals(input: TestInput): readonly string[] {
  return input.operands.map((operand) => {
    if (operand.kind === 'call') throw querySyntax()
    return operand.value
  })
}

export function literal(input: TestInput): string {
  return literals(input)[0] ?? ''
}

export function negatedIf(negated: boolean, test: ValueTest): ValueTest {
  return negated ? (value) => !test(value) : test
}
