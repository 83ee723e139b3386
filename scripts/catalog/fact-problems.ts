/** Whether the texts of an item say what its facts say: a verdict must not be told with another basis than it has. */
import type { ItemEntry, SectionFile } from '../../src/catalog/section-file'

/** Each problem as one sentence that says where. */
export function factProblems(files: readonly { readonly file: string; readonly section: SectionFile }[]): readonly string[] {
  return files.flatMap(({ file, section }) => section.items.flatMap((item) => itemProblems(item).map((complaint) => `${file}: ${item.no} ${complaint}`)))
}

function itemProblems({ cybozu, action, documents, disclosure, interview, ndaMaterial, suitability, parties }: ItemEntry): string[] {
  const named = new Set(cybozu.match(/文献\d\d/g))
  const must = (holds: boolean, complaint: string) => (holds ? [] : [complaint])
  return [
    ...documents.filter((document) => !named.has(document)).map((document) => `cybozu does not name ${document}`),
    ...[...named].filter((document) => !documents.includes(document)).map((document) => `cybozu names ${document}, which is none of the item's documents`),
    ...must(disclosure !== '要NDA' || cybozu.includes('NDAが要る'), 'cybozu does not say that the details need an NDA'),
    ...must(!interview || cybozu.includes('聞き取り'), 'cybozu does not say that the verdict rests on an interview'),
    ...must(ndaMaterial === cybozu.includes('NDA資料'), ndaMaterial ? 'cybozu does not say that the verdict rests on NDA material' : 'cybozu tells of NDA material that the verdict does not rest on'),
    ...must(suitability === '適合可能' || cybozu.includes(suitability), `cybozu does not say that the verdict is ${suitability}`),
    ...must(!parties.includes('SI事業者') || action.includes('SI事業者'), 'action does not name the SI vendor'),
  ]
}
