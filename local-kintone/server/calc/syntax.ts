import { tokenizeFormula, type Token } from './tokens'

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '!=' | '<>' | '<' | '<=' | '>' | '>='

export type Formula =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'field'; readonly code: string }
  | { readonly kind: 'minus'; readonly of: Formula }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Formula[] }

/** Loosest first; operators of one row are taken from the left. [HELP form/autocalc; order of `&` as in spreadsheets: guess] */
const precedence: readonly (readonly Operator[])[] = [['=', '!=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']]

/** Formulas nested deeper than anybody writes are refused before they exhaust the stack. */
const DEEPEST = 200

/** Reads a formula; null where it breaks the grammar. */
export function parseFormula(source: string): Formula | null {
  const tokens = tokenizeFormula(source)
  return tokens === null ? null : new Parser(tokens).formula()
}

class Parser {
  #at = 0
  #depth = 0

  constructor(private readonly tokens: readonly Token[]) {}

  formula(): Formula | null {
    const formula = this.#level(0)
    return this.#at === this.tokens.length ? formula : null
  }

  #level(level: number): Formula | null {
    const operators = precedence[level]
    if (operators === undefined) return this.#signed()
    let left = this.#level(level + 1)
    while (left !== null) {
      const operator = operators.find((known) => this.#takeSign(known))
      if (operator === undefined) return left
      const right = this.#level(level + 1)
      left = right === null ? null : { kind: 'operation', operator, left, right }
    }
    return null
  }

  #signed(): Formula | null {
    this.#depth += 1
    if (this.#depth > DEEPEST) return null
    const formula = this.#takeSign('-') ? negated(this.#signed()) : this.#takeSign('+') ? this.#signed() : this.#primary()
    this.#depth -= 1
    return formula
  }

  #primary(): Formula | null {
    const token = this.tokens[this.#at]
    this.#at += 1
    if (token?.kind === 'number' || token?.kind === 'text') return { kind: token.kind, value: token.value }
    if (token?.kind === 'word') return this.#takeSign('(') ? this.#call(token.value) : { kind: 'field', code: token.value }
    if (token?.value !== '(') return null
    const inner = this.#level(0)
    return this.#takeSign(')') ? inner : null
  }

  #call(name: string): Formula | null {
    const parameters: Formula[] = []
    while (!this.#takeSign(')')) {
      if (parameters.length > 0 && !this.#takeSign(',')) return null
      const parameter = this.#level(0)
      if (parameter === null) return null
      parameters.push(parameter)
    }
    return { kind: 'call', name: name.toUpperCase(), parameters }
  }

  #takeSign(sign: string): boolean {
    const token = this.tokens[this.#at]
    const there = token?.kind === 'sign' && token.value === sign
    if (there) this.#at += 1
    return there
  }
}

function negated(formula: Formula | null): Formula | null {
  return formula === null ? null : { kind: 'minus', of: formula }
}

/** Everything that a formula consists of, itself first. */
export function* partsOf(formula: Formula): Iterable<Formula> {
  yield formula
  if (formula.kind === 'minus') yield* partsOf(formula.of)
  if (formula.kind === 'operation') {
    yield* partsOf(formula.left)
    yield* partsOf(formula.right)
  }
  if (formula.kind === 'call') for (const parameter of formula.parameters) yield* partsOf(parameter)
}
