/** A piece of a query. A `word` is a field code, a keyword, a number or a function's name. */
export type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'sign'; readonly value: '(' | ')' | ',' | '=' | '!=' | '>' | '<' | '>=' | '<=' }

const SIGN = /^(?:>=|<=|!=|[=<>(),])/
const WORD = /^[^\s"'=!<>(),]+/
const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', t: '\t', n: '\n' }

/**
 * Cuts a query into tokens; null where it is no query. Strings stand in double quotes only and hold no raw tab or line end;
 * between tokens any white space will do, the full-width blank too. [EMU-Q; EMU-F]
 */
export function tokenize(query: string): readonly Token[] | null {
  const tokens: Token[] = []
  let rest = query.trimStart()
  while (rest !== '') {
    if (rest.startsWith('"')) {
      const text = readText(rest)
      if (text === null) return null
      tokens.push({ kind: 'text', value: text.value })
      rest = rest.slice(text.length)
    } else {
      const sign = SIGN.exec(rest)?.[0]
      const word = sign === undefined ? WORD.exec(rest)?.[0] : undefined
      if (isSign(sign)) tokens.push({ kind: 'sign', value: sign })
      else if (word !== undefined) tokens.push({ kind: 'word', value: word })
      else return null
      rest = rest.slice((sign ?? word ?? '').length)
    }
    rest = rest.trimStart()
  }
  return tokens
}

function isSign(sign: string | undefined): sign is Extract<Token, { kind: 'sign' }>['value'] {
  return sign !== undefined
}

function readText(source: string): { readonly value: string; readonly length: number } | null {
  let value = ''
  for (let at = 1; at < source.length; at += 1) {
    const character = source.charAt(at)
    if (character === '"') return { value, length: at + 1 }
    if (character === '\t' || character === '\n' || character === '\r') return null
    if (character !== '\\') {
      value += character
      continue
    }
    at += 1
    const escaped = escapes[source.charAt(at)]
    if (escaped === undefined) return null
    value += escaped
  }
  return null
}
