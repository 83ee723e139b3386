import type { Operator } from '../fields/field-types'
import { tokenize, type Token } from './tokens'

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | {
      readonly kind: 'test'
      readonly code: string
      readonly operator: Operator
      readonly operands: readonly Operand[]
      readonly list: boolean
    }

export type Operand =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly string[] }

export interface Order {
  readonly code: string
  readonly descending: boolean
}

export interface Query {
  readonly condition: Condition | null
  readonly order: readonly Order[]
  readonly limit: number | null
  readonly offset: number | null
}

/**
 * The parts of a query, or null where it breaks the grammar. Order of the parts: conditions, order by, limit,
 * offset. [CD overview/query]
 */
export function parseQuery(source: string): Query | null {
  const tokens = tokenize(source)
  if (tokens === null) return null
  try {
    return new Parser(tokens).query()
  } catch (error) {
    if (error instanceof SyntaxFault) return null
    throw error
  }
}

class SyntaxFault extends Error {}

const comparisons: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<=']

class Parser {
  #at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    const condition = this.#ended() || this.#isTail() ? null : this.#or()
    const order = this.#takeWord('order') ? this.#order() : []
    const limit = this.#takeWord('limit') ? this.#integer() : null
    const offset = this.#takeWord('offset') ? this.#integer() : null
    if (!this.#ended()) throw new SyntaxFault()
    return { condition, order, limit, offset }
  }

  /** A field may be called `limit`; what follows tells. */
  #isTail(): boolean {
    const next = this.tokens[this.#at + 1]
    if (this.#isWord('order')) return next?.kind === 'word' && next.value.toLowerCase() === 'by'
    return (this.#isWord('limit') || this.#isWord('offset')) && next?.kind === 'word' && /^-?\d+$/.test(next.value)
  }

  #or(): Condition {
    const parts = [this.#and()]
    while (this.#takeWord('or')) parts.push(this.#and())
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts }
  }

  #and(): Condition {
    const parts = [this.#primary()]
    while (this.#takeWord('and')) parts.push(this.#primary())
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts }
  }

  #primary(): Condition {
    if (!this.#takeSign('(')) return this.#test()
    const inner = this.#or()
    this.#expectSign(')')
    return inner
  }

  #test(): Condition {
    const code = this.#word()
    const sign = this.tokens[this.#at]
    if (sign?.kind === 'sign') {
      const operator = comparisons.find((known) => known === sign.value)
      if (operator === undefined) throw new SyntaxFault()
      this.#at += 1
      return { kind: 'test', code, operator, operands: [this.#operand()], list: false }
    }
    if (this.#takeWord('is')) {
      const not = this.#takeWord('not')
      if (!this.#takeWord('empty')) throw new SyntaxFault()
      return { kind: 'test', code, operator: not ? 'is not empty' : 'is empty', operands: [], list: false }
    }
    const not = this.#takeWord('not')
    if (this.#takeWord('like')) return { kind: 'test', code, operator: not ? 'not like' : 'like', operands: [this.#operand()], list: false }
    if (!this.#takeWord('in')) throw new SyntaxFault()
    return { kind: 'test', code, operator: not ? 'not in' : 'in', operands: this.#operands(), list: true }
  }

  #operands(): readonly Operand[] {
    this.#expectSign('(')
    const operands = [this.#operand()]
    while (this.#takeSign(',')) operands.push(this.#operand())
    this.#expectSign(')')
    return operands
  }

  #operand(): Operand {
    const token = this.tokens[this.#at]
    this.#at += 1
    if (token?.kind === 'text') return token
    if (token?.kind !== 'word') throw new SyntaxFault()
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(token.value)) return { kind: 'text', value: token.value }
    return { kind: 'call', name: token.value.toUpperCase(), arguments: this.#callArguments() }
  }

  #callArguments(): readonly string[] {
    this.#expectSign('(')
    const values: string[] = []
    while (!this.#takeSign(')')) {
      if (values.length > 0) this.#expectSign(',')
      values.push(this.#word())
    }
    return values
  }

  #order(): readonly Order[] {
    if (!this.#takeWord('by')) throw new SyntaxFault()
    const order: Order[] = []
    do {
      const code = this.#word()
      const descending = this.#takeWord('desc')
      if (!descending) this.#takeWord('asc')
      order.push({ code, descending })
    } while (this.#takeSign(','))
    return order
  }

  #integer(): number {
    const word = this.#word()
    if (!/^\d+$/.test(word)) throw new SyntaxFault()
    return Number(word)
  }

  #ended(): boolean {
    return this.#at >= this.tokens.length
  }

  #word(): string {
    const token = this.tokens[this.#at]
    if (token?.kind !== 'word') throw new SyntaxFault()
    this.#at += 1
    return token.value
  }

  #isWord(word: string): boolean {
    const token = this.tokens[this.#at]
    return token?.kind === 'word' && token.value.toLowerCase() === word
  }

  #takeWord(word: string): boolean {
    const there = this.#isWord(word)
    if (there) this.#at += 1
    return there
  }

  #takeSign(sign: string): boolean {
    const token = this.tokens[this.#at]
    const there = token?.kind === 'sign' && token.value === sign
    if (there) this.#at += 1
    return there
  }

  #expectSign(sign: string): void {
    if (!this.#takeSign(sign)) throw new SyntaxFault()
  }
}
