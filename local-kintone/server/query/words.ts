import { tokenize, type Token } from './tokens'

/** Whether a condition names a field. */
export function namesField(condition: string, code: string): boolean {
  return (tokenize(condition) ?? []).some((token) => token.kind === 'word' && token.value === code)
}

/** A condition or sorting with field codes changed; what stands in quotes stays. */
export function withCodes(source: string, follow: (code: string) => string): string {
  const tokens = tokenize(source)
  if (tokens === null) return source
  return tokens.map((token, index) => (isTight(tokens[index - 1], token) ? '' : ' ') + written(token, follow)).join('')
}

/** No blank at the start, inside brackets, before a comma, between a function and its bracket. */
function isTight(before: Token | undefined, token: Token): boolean {
  if (before === undefined || (before.kind === 'sign' && before.value === '(')) return true
  if (token.kind !== 'sign') return false
  if (token.value === ')' || token.value === ',') return true
  return token.value === '(' && before.kind === 'word' && !/^(?:in|and|or)$/i.test(before.value)
}

function written(token: Token, follow: (code: string) => string): string {
  if (token.kind !== 'text') return token.kind === 'word' ? follow(token.value) : token.value
  const escaped = token.value.replace(/[\\"]/g, '\\$&').replace(/\t/g, '\\t').replace(/\n/g, '\\n')
  return `"${escaped}"`
}
