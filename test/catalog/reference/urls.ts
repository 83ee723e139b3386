import type { Line } from './lines'

/** A whole line, or all of it before a verdict, that can go on a URL broken at the column's edge. */
const CONTINUATION = /^([\x21-\x7e]+)(?: (?:適合可能|対象外|未適合))?$/
/** `.ht` is not here: two URLs really end so, and the next line decides (13582, 13968). */
const COMPLETE = /\.(?:html|pdf)$/

/** The URLs printed in these lines, in order, each once, joined where the dump breaks them (up to three lines). */
export function urlsIn(lines: readonly Line[]): string[] {
  const found: string[] = []
  lines.forEach((line, index) => {
    for (const match of line.text.matchAll(/https?:\/\/[\x21-\x7e]+/g)) {
      const atLineEnd = match.index + match[0].length === line.text.length
      found.push(atLineEnd ? continued(match[0], lines.slice(index + 1)) : match[0])
    }
  })
  return [...new Set(found)]
}

function continued(url: string, following: readonly Line[]): string {
  const next = following[0]?.text.match(CONTINUATION)?.[1]
  if (next === undefined || COMPLETE.test(url) || next.startsWith('http')) return url
  return continued(url + next, following.slice(1))
}
