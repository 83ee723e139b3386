/**
 * Reads kintone's query language back, as far as the plug-in's record queries go (`local-kintone/behaviour.md`, Queries): strings in double quotes
 * with the escapes \" \\ \n \t and no raw tab or line break, comparisons joined by `and`, lists of strings after `in` and `not in`, `order by`,
 * `limit` up to 500.
 */
interface Comparison {
  readonly code: string
  readonly operator: string
  /** One, or those of a list. */
  readonly values: readonly string[]
}

interface ReadQuery {
  readonly comparisons: readonly Comparison[]
  readonly order: readonly string[]
  readonly limit: number
}

interface Token {
  readonly kind: 'string' | 'word' | 'mark'
  readonly value: string
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' }

export function readString(text: string): string {
  const tokens = tokensOf(text)
  if (tokens.length !== 1 || tokens[0]?.kind !== 'string') throw new Error(`not one string: ${text}`)
  return tokens[0].value
}

export function readQuery(text: string): ReadQuery {
  const tokens = tokensOf(text)
  let at = 0
  const word = () => {
    const token = tokens[at++]
    if (token?.kind !== 'word') throw new Error(`a word was expected at ${at}: ${text}`)
    return token.value
  }
  const string = () => {
    const token = tokens[at++]
    if (token?.kind !== 'string') throw new Error(`a string was expected at ${at}: ${text}`)
    return token.value
  }
  const mark = () => {
    const token = tokens[at++]
    if (token?.kind !== 'mark') throw new Error(`a bracket or comma was expected at ${at}: ${text}`)
    return token.value
  }
  const list = () => {
    const values: string[] = []
    if (mark() !== '(') throw new Error(`a list was expected: ${text}`)
    for (let after = ','; after === ','; ) {
      values.push(string())
      after = mark()
      if (after === '(') throw new Error(`a list within a list: ${text}`)
    }
    return values
  }
  const next = () => (tokens[at]?.kind === 'word' ? tokens[at]?.value : undefined)

  const comparisons: Comparison[] = []
  while (at < tokens.length && next() !== 'order' && next() !== 'limit') {
    if (comparisons.length > 0 && word() !== 'and') throw new Error(`"and" was expected: ${text}`)
    const code = word()
    const first = word()
    const operator = first === 'not' ? `not ${word()}` : first
    comparisons.push({ code, operator, values: operator.endsWith('in') ? list() : [string()] })
  }
  const order: string[] = []
  if (next() === 'order') {
    at += 2
    order.push(`${word()} ${word()}`)
  }
  const limit = next() === 'limit' ? (at++, Number(word())) : 100
  if (at < tokens.length) throw new Error(`not understood from token ${at}: ${text}`)
  if (limit > 500) throw new Error('GAIA_QU01')
  return { comparisons, order, limit }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const from = text[at] as string
    if (/[\s\u3000]/.test(from)) at++
    else if (from === '"') {
      let value = ''
      for (at++; text[at] !== '"'; at++) {
        let character = text[at]
        if (character === undefined || /[\t\r\n]/.test(character)) throw new Error(`CB_VA01: ${JSON.stringify(text)}`)
        if (character === '\\') {
          character = ESCAPES[text[++at] ?? '']
          if (character === undefined) throw new Error(`CB_VA01: unknown escape in ${JSON.stringify(text)}`)
        }
        value += character
      }
      at++
      tokens.push({ kind: 'string', value })
    } else if (/[(),]/.test(from)) {
      at++
      tokens.push({ kind: 'mark', value: from })
    } else {
      const word = /^[^\s\u3000"(),]+/.exec(text.slice(at)) as RegExpExecArray
      at += word[0].length
      tokens.push({ kind: 'word', value: word[0] })
    }
  }
  return tokens
}
