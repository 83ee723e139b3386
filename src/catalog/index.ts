import type { Catalog, EvidenceBasis, GuidelineItem, MicCitation, Section } from '../domain/guideline'
import type { ItemEntry, SectionFile } from './section-file'
import { SECTION_FILES } from './section-files'

/** Raised with every change of a fact or a text; each record says which version wrote it. */
const CATALOG_VERSION = '1.3.0'

/** The guideline catalog that is built in. */
export function builtInCatalog(): Catalog {
  return catalogOf(SECTION_FILES, CATALOG_VERSION)
}

/** Joins the sections, in the order given, into one catalog: 同上 resolved, evidence named, URLs of both places in one list. */
function catalogOf(files: readonly SectionFile[], version: string): Catalog {
  const items: GuidelineItem[] = []
  for (const file of files) {
    const section = sectionOf(file)
    for (const entry of file.items) items.push(itemOf(entry, section, items.at(-1)))
  }
  return { version, sections: files.map(sectionOf), items }
}

function sectionOf({ part, section, title, introduction }: SectionFile): Section {
  return { part, no: section, title, introduction }
}

function itemOf(entry: ItemEntry, section: Section, above: GuidelineItem | undefined): GuidelineItem {
  return {
    part: section.part,
    no: entry.no,
    order: entry.order,
    section,
    level: entry.level,
    suitability: entry.suitability,
    disclosure: entry.disclosure,
    evidence: evidenceOf(entry),
    documents: entry.documents,
    mic: resolvedCitations(entry, above),
    parties: entry.parties,
    actionGiven: entry.actionGiven,
    urls: [...new Set([...entry.urls, ...entry.pageEndUrls])],
    cutOff: entry.cutOff,
    title: entry.title,
    requirement: entry.requirement,
    action: entry.action,
    cybozu: entry.cybozu,
    evidenceExamples: entry.evidenceExamples,
    related: entry.related,
  }
}

/** An item that says 同上 and has citations of its own has both, those of the item above first. */
function resolvedCitations(entry: ItemEntry, above: GuidelineItem | undefined): readonly MicCitation[] {
  return entry.micDitto ? [...(above?.mic ?? []), ...entry.mic] : entry.mic
}

/** A basis is named where its cell in the source is not empty. */
function evidenceOf(entry: ItemEntry): readonly EvidenceBasis[] {
  return [
    ...(entry.documents.length > 0 ? (['公開文書'] as const) : []),
    ...(entry.certification !== null ? (['第三者認証'] as const) : []),
    ...(entry.interview ? (['インタビュー'] as const) : []),
    ...(entry.ndaMaterial ? (['NDA資料'] as const) : []),
  ]
}
