/** Which terms of a glossary a text uses. */

/** The entries whose term stands in one of the texts, in the glossary's order. A term inside a longer one that is found too is left out. */
export function termsIn<Entry extends { readonly term: string }>(texts: readonly string[], glossary: readonly Entry[]): readonly Entry[] {
  const longestFirst = [...glossary].sort((a, b) => b.term.length - a.term.length)
  let rest = texts.join('\n')
  const found = new Set<Entry>()
  for (const entry of longestFirst) {
    if (!rest.includes(entry.term)) continue
    found.add(entry)
    // What a longer term has covered counts for no shorter one.
    rest = rest.replaceAll(entry.term, '\u0000')
  }
  return glossary.filter((entry) => found.has(entry))
}
