import { compareDecimals, readNumber, readRecordNumber, type Decimal } from '../fields/numbers'
import { queryIllegal } from './refusals'
import { literals, negatedIf, text, type TestInput, type ValueTest } from './test-input'

/*
 * Conditions on numbers. An operand that is no number is met by nothing, not even by `!=`; an empty value is another value than 0, smaller
 * than every number. [EMU dual-mode tests 2026-09]
 */

type Read = (operand: string) => Decimal | null

export const numbers = (input: TestInput): ValueTest => numberTest(input, readNumber)
export const recordNumbers = (input: TestInput): ValueTest => numberTest(input, readRecordNumber)

const nothing: ValueTest = () => false

function numberTest(input: TestInput, read: Read): ValueTest {
  const { operator } = input
  const operands = literals(input)
  if (operator === 'in' || operator === 'not in') return negatedIf(operator === 'not in', among(operands, read))
  const operand = operands[0] ?? ''
  if (operand === '') {
    if (operator !== '=' && operator !== '!=') throw queryIllegal()
    return negatedIf(operator === '!=', (value) => text(value) === '')
  }
  const number = read(operand)
  if (number === null) return nothing
  const side = sideOf(number)
  const holds = comparisons[operator]
  return holds === undefined ? nothing : (value) => holds(text(value) === '' ? -Infinity : side(text(value)))
}

/** By what the value is to the operand: below 0 smaller, 0 the same, above 0 larger. */
const comparisons: Readonly<Record<string, (side: number) => boolean>> = {
  '=': (side) => side === 0,
  '!=': (side) => side !== 0,
  '>': (side) => side > 0,
  '<': (side) => side < 0,
  '>=': (side) => side >= 0,
  '<=': (side) => side <= 0,
}

/** Numbers of so few digits are told apart by the machine's own numbers, which is what most values are. */
const FEW_DIGITS = 15

function sideOf(number: Decimal): (kept: string) => number {
  const plain = Number(number.unscaled) / 10 ** number.scale
  const isShort = Math.abs(number.scale) <= FEW_DIGITS && String(number.unscaled).length <= FEW_DIGITS
  return (kept) => {
    if (isShort && kept.length <= FEW_DIGITS) {
      const value = Number(kept)
      if (!Number.isNaN(value)) return value - plain
    }
    const value = readNumber(kept)
    return value === null ? NaN : compareDecimals(value, number)
  }
}

function among(operands: readonly string[], read: Read): ValueTest {
  const sides = operands.flatMap((operand) => {
    const number = operand === '' ? null : read(operand)
    return number === null ? [] : [sideOf(number)]
  })
  const takesEmpty = operands.includes('')
  return (value) => (text(value) === '' ? takesEmpty : sides.some((side) => side(text(value)) === 0))
}
