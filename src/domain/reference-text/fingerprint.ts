/** A text's name in a few letters, without the text: how a place in the user's copy of the reference is found again of which nothing may stand in this product. */

/** How many characters at a text's start are looked at; blanks do not count, because each program breaks lines elsewhere. */
export const PRINT_LENGTH = 14

/** FNV-1a over the characters, 32 bits in base 36. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** In one width and without blanks and line breaks, which each program sets elsewhere. */
export function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** The lines at which a text with this fingerprint begins. */
export function linesWith(lines: readonly string[], print: string): readonly number[] {
  return lines.flatMap((_, at) => {
    const start = withoutBlanks(lines.slice(at, at + 6).join('')).slice(0, PRINT_LENGTH)
    return start.length === PRINT_LENGTH && fingerprint(start) === print ? [at] : []
  })
}
