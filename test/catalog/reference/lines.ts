/** A line of the dump that holds text, with its number there, so that a doubt can be looked up. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** About half of the dump's lines are blank; pages begin with a form feed or a space that means nothing. */
export function readLines(dump: string): Line[] {
  return dump
    .split('\n')
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter((line) => line.text !== '')
}

export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('')
}

/** Full-width letters, digits and dots (Ｉ, Ｄ, ．, １) to half-width; brackets stay, and Ⅱ and Ⅲ stay one character. */
export function toHalfWidth(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
