/** How wide text stands in print and on a sheet, in characters of half width: Japanese characters are twice as wide as others. */
export function charWidth(char: string): number {
  return char < '\u0100' || (char >= '\uff61' && char <= '\uff9f') ? 1 : 2
}

export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + charWidth(char), 0)
}
