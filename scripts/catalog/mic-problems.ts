/** Whether the requirements say all that the MIC guideline asks of the service provider: a line for each citation and each agreement. */
import type { ItemEntry, SectionFile } from '../../src/catalog/section-file'
import { askedOf } from '../../src/domain/asked'

/** catalog/mic.json: what each code of the MIC guideline asks, in our words. The same code says the same in every item. */
export type MicWords = Readonly<Record<string, string>>

interface Asked {
  readonly mic: ItemEntry['mic']
  readonly agreements: number
}

/** Each problem as one sentence that says where. */
export function micProblems(files: readonly { readonly file: string; readonly section: SectionFile }[], words: MicWords): readonly string[] {
  const cited = new Set(files.flatMap(({ section }) => section.items.flatMap(({ mic }) => mic.map(({ code }) => code))))
  return [
    ...files.flatMap(({ file, section }) => sectionProblems(file, section.items, words)),
    ...Object.keys(words).filter((code) => !cited.has(code)).map((code) => `catalog/mic.json: no item cites ${code}`),
  ]
}

function sectionProblems(file: string, items: readonly ItemEntry[], words: MicWords): string[] {
  let above: Asked = { mic: [], agreements: 0 }
  return items.flatMap((item) => {
    const asked: Asked = { mic: item.micDitto ? [...above.mic, ...item.mic] : item.mic, agreements: item.micBullets + (item.micDitto ? above.agreements : 0) }
    above = asked
    return itemProblems(item, asked, words).map((complaint) => `${file}: ${item.no} requirement ${complaint}`)
  })
}

function itemProblems({ requirement }: ItemEntry, { mic, agreements }: Asked, words: MicWords): string[] {
  const points = askedOf(requirement).ofProvider
  const wanted = mic.length + agreements
  return [
    ...(points.length === wanted && points.every((line) => line.startsWith('・')) ? [] : [`has ${points.length} lines of the MIC guideline instead of ${wanted}`]),
    ...mic.flatMap(({ code, level }) => {
      const text = words[code]
      if (text === undefined) return [`cites ${code}, which catalog/mic.json does not know`]
      const told = points.find((line) => line.startsWith(`・${text}`))
      if (told === undefined) return [`does not say what ${code} asks in the words of catalog/mic.json`]
      return told.endsWith('（推奨）') === (level === '推奨') ? [] : [`says ${code} with another level than ${level}`]
    }),
  ]
}
