/** A piece of a formula with its place in the source. A `word` is a field code or the name of a function. */
export interface Token {
  readonly kind: 'number' | 'text' | 'word' | 'sign'
  readonly value: string
  readonly start: number
  readonly end: number
}

const patterns: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  // No exponents: `1e3` is a syntax error. [EMU-C]
  ['number', /\d+(?:\.\d+)?(?![\p{L}\p{N}_.])/uy],
  ['text', /"(?:[^"\\]|\\.)*"/y],
  ['sign', /<>|!=|<=|>=|[-+*/^&=<>(),]/y],
  ['word', /[\p{L}_＿･・ー々〆＄￥￠￡][\p{L}\p{N}_＿･・ー々〆＄￥￠￡]*/uy],
]

/** Cuts a formula into tokens; null where it is none. */
export function tokenizeFormula(source: string): readonly Token[] | null {
  const tokens: Token[] = []
  for (let at = 0; at < source.length;) {
    if (/\s/.test(source.charAt(at))) {
      at += 1
      continue
    }
    const token = tokenAt(source, at)
    if (token === null) return null
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(source: string, at: number): Token | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found === undefined) continue
    const value = kind === 'text' ? found.slice(1, -1).replace(/\\(.)/g, '$1') : found
    return { kind, value, start: at, end: at + found.length }
  }
  return null
}
