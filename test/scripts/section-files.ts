/** Catalog files for tests. Their texts are ours and say nothing about the guideline. */
import type { ItemEntry, SectionFile } from '../../src/catalog/section-file'

export function itemEntry(particulars: Partial<ItemEntry> = {}): ItemEntry {
  return {
    no: '6.5-01',
    order: 1,
    level: '最低限',
    suitability: '適合可能',
    disclosure: '公開文書',
    documents: [],
    certification: null,
    interview: false,
    ndaMaterial: false,
    mic: [],
    micBullets: 0,
    micDitto: false,
    micTable: false,
    parties: [],
    actionGiven: true,
    urls: [],
    pageEndUrls: [],
    cutOff: false,
    title: '例の項目',
    requirement: '例の要求事項',
    action: '例の対応',
    cybozu: '例の説明',
    evidenceExamples: ['規程', '記録'],
    related: [],
    ...particulars,
  }
}

export function sectionFile(particulars: Partial<SectionFile> = {}): SectionFile {
  return { part: 'MHLW', section: '6.5', title: '技術的安全対策', introduction: 'システムの側で守る対策をまとめた節。', items: [itemEntry()], ...particulars }
}
