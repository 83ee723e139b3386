import { divided, fromText, isTooLarge, power, toText, unitOf, type Precision } from './decimals'
import { functions, type FunctionContext } from './functions'
import { empty, failed, number, numberOf, text, truth, type Result } from './results'
import type { Formula, Operator } from './syntax'

interface Scope extends FunctionContext {
  readonly field: (code: string) => Result
}

/** What a formula comes to. Every number in between has the app's precision; one that is too large fails. [EMU-C] */
export function evaluate(formula: Formula, scope: Scope): Result {
  const result = evaluated(formula, scope)
  return result.kind === 'number' && isTooLarge(result.value, scope.precision) ? failed : result
}

function evaluated(formula: Formula, scope: Scope): Result {
  switch (formula.kind) {
    case 'number':
      return number(fromText(formula.value, scope.precision))
    case 'text':
      return text(formula.value)
    case 'field':
      return scope.field(formula.code)
    case 'minus': {
      const value = numberOf(evaluate(formula.of, scope))
      return value === null ? failed : number(-value)
    }
    case 'operation':
      return operation(formula.operator, evaluate(formula.left, scope), evaluate(formula.right, scope), scope.precision)
    case 'call':
      return call(formula.name, formula.parameters, scope)
  }
}

function call(name: string, parameters: readonly Formula[], scope: Scope): Result {
  const known = functions.get(name)
  return known === undefined
    ? failed
    : known.run(
        parameters.map((parameter) => evaluate(parameter, scope)),
        scope,
      )
}

type Arithmetic = (a: bigint, b: bigint, precision: Precision) => bigint | null

const arithmetic: Partial<Record<Operator, Arithmetic>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b, precision) => divided(a * b, unitOf(precision), precision.roundingMode),
  '/': (a, b, precision) => (b === 0n ? null : divided(a * unitOf(precision), b, precision.roundingMode)),
  '^': power,
}

const comparison: Partial<Record<Operator, (a: bigint, b: bigint) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function operation(operator: Operator, left: Result, right: Result, precision: Precision): Result {
  if (operator === '&') return joined(left, right, precision)
  if (operator === '=') return equal(left, right)
  if (operator === '!=' || operator === '<>') {
    const same = equal(left, right)
    return same.kind === 'truth' ? truth(!same.value) : failed
  }
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a === null || b === null) return failed
  const compare = comparison[operator]
  if (compare !== undefined) return truth(compare(a, b))
  const result = arithmetic[operator]?.(a, b, precision) ?? null
  return result === null ? failed : number(result)
}

/** Texts with texts, numbers with numbers; nothing counts as '' or 0. */
function equal(left: Result, right: Result): Result {
  if (left.kind === 'text' || right.kind === 'text') {
    const [a, b] = [left, right].map((side) => (side.kind === 'text' ? side.value : side.kind === 'empty' ? '' : null))
    return a === null || b === null ? failed : truth(a === b)
  }
  if (left.kind === 'truth' && right.kind === 'truth') return truth(left.value === right.value)
  const [a, b] = [numberOf(left), numberOf(right)]
  return a === null || b === null ? failed : truth(a === b)
}

/** How a result reads inside a text. [EMU-C] */
export function asText(result: Result, precision: Precision): string | null {
  switch (result.kind) {
    case 'number':
      return toText(result.value, precision)
    case 'text':
      return result.value
    case 'truth':
      return String(result.value)
    case 'empty':
      return ''
    case 'many':
    case 'failed':
      return null
  }
}

function joined(left: Result, right: Result, precision: Precision): Result {
  const [a, b] = [asText(left, precision), asText(right, precision)]
  if (a === null || b === null) return failed
  return left.kind === 'empty' && right.kind === 'empty' ? empty : text(a + b)
}
