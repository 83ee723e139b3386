/** How many item numbers are named before the rest is only counted. */
const NAMED = 12

export function namesOf(numbers: readonly string[], more: (n: number) => string, comma: string): string {
  const named = numbers.slice(0, NAMED)
  return [...named, ...(numbers.length > NAMED ? [more(numbers.length - NAMED)] : [])].join(comma)
}
