/** What is wrong with the catalog's files, each as one sentence that says where. Facts against the source are test/catalog's business. */
import type { SectionFile } from '../../src/catalog/section-file'
import { itemId } from '../../src/domain/guideline'

/** Items of each part, as the source has them. */
const ITEMS = { MHLW: 186, METI: 207 } as const

export function catalogProblems(files: readonly { readonly file: string; readonly section: SectionFile }[]): readonly string[] {
  return [...files.flatMap(({ file, section }) => [...placeProblems(file, section), ...textProblems(file, section)]), ...countProblems(files.map(({ section }) => section)), ...relationProblems(files.map(({ section }) => section))]
}

function placeProblems(file: string, section: SectionFile): string[] {
  const wanted = `${section.part}/${section.section}.json`
  return [
    ...(file.endsWith(wanted) ? [] : [`${file}: holds section ${section.section} of ${section.part}, which belongs into ${wanted}`]),
    ...section.items
      .filter(({ no }) => !(no === section.section || no.startsWith(`${section.section}-`) || no.startsWith(`${section.section}(`)))
      .map(({ no }) => `${file}: item ${no} is none of section ${section.section}`),
  ]
}

/** Rules of docs/wording.md that a machine can see. */
const TEXT_RULES: readonly (readonly [RegExp, string])[] = [
  [/準拠/, 'says 準拠, which no outcome here may be called'],
  [/[０-９Ａ-Ｚａ-ｚ]/, 'has full-width digits or letters'],
  [/[ｦ-ﾟ]/, 'has half-width kana'],
  [/ヶ月|ヵ月|カ月/, 'writes か月 in another way'],
  [/(サーバ|ブラウザ|コンピュータ|ルータ)(?!ー)|ユーザ(?!ー|ビリティ)/, 'writes a katakana word without its long mark'],
  [/(です|ます|ました|ません)。/, 'is not in plain style'],
  [/TODO|FIXME|XXX|〓|要確認/, 'has an unfinished mark'],
  [/[ \u3000]{2}|^\s|\s$|\n/, 'has stray spaces or a line break'],
  [/^$/, 'has an empty line'],
]

function textProblems(file: string, section: SectionFile): string[] {
  const texts = [
    { where: 'introduction', text: section.introduction },
    ...section.items.flatMap(({ no, title, requirement, action, cybozu, evidenceExamples }) => [
      ...Object.entries({ title, action, cybozu }).map(([name, text]) => ({ where: `${no} ${name}`, text })),
      // Only a requirement has lines: its points stand one below the other.
      ...requirement.split('\n').map((text) => ({ where: `${no} requirement`, text })),
      ...evidenceExamples.map((text, at) => ({ where: `${no} evidenceExamples[${at}]`, text })),
    ]),
  ]
  const byRule = texts.flatMap(({ where, text }) => TEXT_RULES.filter(([pattern]) => pattern.test(text)).map(([, complaint]) => `${file}: ${where} ${complaint}: ${text.slice(0, 60)}`))
  const unmarked = section.items.filter(({ actionGiven, action }) => actionGiven === action.startsWith('リファレンスに記載なし'))
  const titles = section.items.map(({ title }) => title)
  return [
    ...byRule,
    ...unmarked.map(({ no }) => `${file}: ${no} action must begin with 「リファレンスに記載なし」 exactly where the source gives no action`),
    ...section.items.filter(({ title }, at) => titles.indexOf(title) !== at).map(({ no, title }) => `${file}: ${no} has the same title as an item above: ${title}`),
  ]
}

function countProblems(sections: readonly SectionFile[]): string[] {
  return (['MHLW', 'METI'] as const).flatMap((part) => {
    const items = sections.filter((section) => section.part === part).flatMap((section) => section.items.map((item) => ({ ...item, part })))
    const ids = items.map(itemId)
    return [
      ...(items.length === ITEMS[part] ? [] : [`catalog/${part}: ${items.length} items instead of ${ITEMS[part]}`]),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `catalog/${part}: ${id} occurs twice`),
      ...items.filter(({ order }, at) => order !== at + 1).map(({ no, order }) => `catalog/${part}: ${no} has order ${order}, out of the source's order`).slice(0, 1),
    ]
  })
}

/** Each pair stands at both of its items and says the same there. */
function relationProblems(sections: readonly SectionFile[]): string[] {
  const items = new Map(sections.flatMap(({ part, items: list }) => list.map((item) => [itemId({ part, no: item.no }), item] as const)))
  return [...items].flatMap(([id, { related }]) =>
    related.flatMap((relation) => {
      if (relation.id === id) return [`catalog: ${id} is related to itself`]
      const back = items.get(relation.id)?.related.find((candidate) => candidate.id === id)
      return back?.how === relation.how && back.why === relation.why ? [] : [`catalog: ${id} is related to ${relation.id}, which does not say the same of it`]
    }),
  )
}
