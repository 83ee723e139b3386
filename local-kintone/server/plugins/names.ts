import type { Language } from '../language'

/** A manifest's text in the user's language; English is always there. [PMV] */
export function nameIn(texts: Readonly<Record<string, string>>, language: Language): string {
  return texts[language] ?? texts['en'] ?? ''
}
