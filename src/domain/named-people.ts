/** People or departments as somebody writes them into one cell. */
import type { Person } from './assessment'
import { foldText } from './search-text'

type NamedPeople =
  | { readonly outcome: 'found'; readonly people: readonly Person[] }
  /** Nobody, or more than one, goes by this. */
  | { readonly outcome: 'unknown' | 'ambiguous'; readonly found: string }

/** `田中 花子 <tanaka>`, a log-in name or a name alone; several on lines of their own or with a comma between. */
export function namedPeople(text: string, known: readonly Person[]): NamedPeople {
  const people = new Map<string, Person>()
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '')) {
    // A name may hold a comma itself: a line is parted only where it names nobody as a whole.
    const whole = personOf(line, known)
    const parts = typeof whole === 'object' ? [whole] : line.split(/[、,;，；]/).map((one) => one.trim()).filter((one) => one !== '').map((one) => [one, personOf(one, known)] as const)
    for (const part of parts) {
      if ('code' in part) people.set(part.code, part)
      else if (typeof part[1] === 'object') people.set(part[1].code, part[1])
      else return { outcome: part[1], found: part[0] }
    }
  }
  return { outcome: 'found', people: [...people.values()] }
}

function personOf(text: string, known: readonly Person[]): Person | 'unknown' | 'ambiguous' {
  const code = /[<＜]([^<>＜＞]+)[>＞]$/.exec(text)?.[1]?.trim() ?? text
  const byCode = known.find((person) => person.code === code)
  if (byCode) return byCode
  const [first, ...others] = known.filter((person) => foldText(person.name) === foldText(text))
  if (!first) return 'unknown'
  return others.every((other) => other.code === first.code) ? first : 'ambiguous'
}
