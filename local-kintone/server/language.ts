/** The two display languages of the stand-in (kintone has more). */
export type Language = 'ja' | 'en'

/** A sentence in every display language. */
export type Text = Readonly<Record<Language, string>>

/**
 * Language of an answer when nobody is signed in: the best of `Accept-Language`, Japanese (the organisation's default) for none or `*`.
 * A signed-in user's own setting always goes first and never comes here. [EMU §1 locale]
 */
export function languageOfHeader(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((q) => q !== undefined)
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wishes.filter((wish) => wish.weight > 0 && /^(ja|en)\b/.test(wish.tag)).sort((a, b) => b.weight - a.weight)[0]
  return best?.tag.startsWith('en') ? 'en' : 'ja'
}
