/** Made-up items and records for tests. Their texts are ours and say nothing about the guideline; the catalog itself is tested elsewhere. */
import type { ItemAnswer } from '../src/domain/answer'
import type { AssessedItem, AssessedItemDetail } from '../src/domain/assessment'
import type { Catalog, GuidelineItem } from '../src/domain/guideline'
import type { Responsibility } from '../src/domain/responsibility'

export function guidelineItem(particulars: Partial<GuidelineItem> = {}): GuidelineItem {
  return {
    part: 'MHLW',
    no: '6.5-11',
    order: 11,
    section: { part: 'MHLW', no: '6.5', title: '技術的安全対策', introduction: 'システムの側で守る対策をまとめた節。' },
    level: '最低限',
    suitability: '適合可能',
    disclosure: '公開文書',
    evidence: ['公開文書'],
    documents: ['文献01'],
    mic: [{ code: 'Ⅱ.4.1.1', level: '推奨' }],
    parties: ['利用者'],
    actionGiven: true,
    urls: ['https://example.com/one'],
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

export function catalogOf(...items: readonly GuidelineItem[]): Catalog {
  return { version: '1', sections: [...new Set(items.map(({ section }) => section))], items }
}

/** Three items of both parts, with doubled and shared codes, as the real catalog has them. */
export const SMALL_CATALOG: Catalog = catalogOf(
  guidelineItem({ no: '6.5-01', order: 1, documents: ['文献10', '文献02'] }),
  guidelineItem({ no: '6.5-02', order: 2, suitability: '未適合', disclosure: '要NDA', documents: [], mic: [{ code: 'Ⅲ.2.1', level: '基本' }, { code: 'Ⅱ.4.10.1', level: '推奨' }, { code: 'Ⅱ.4.1.1', level: '基本' }] }),
  guidelineItem({ part: 'METI', no: '2.5.2(1)-3', order: 1, section: { part: 'METI', no: '2.5.2', title: '資産台帳', introduction: '情報資産の台帳についての節。' }, level: '区分なし', mic: [], parties: ['SI事業者'], documents: ['文献02'] }),
)

export function assessedItem(particulars: Partial<AssessedItem> = {}): AssessedItem {
  return {
    recordId: '1',
    revision: '1',
    part: 'MHLW',
    no: '6.5-11',
    order: 11,
    section: '6.5 技術的安全対策',
    level: '最低限',
    title: '例の項目',
    suitability: '適合可能',
    disclosure: '公開文書',
    evidence: ['公開文書'],
    documents: ['文献01'],
    micCodes: ['Ⅱ.4.1.1'],
    status: '未評価',
    statusReason: '',
    owners: [],
    departments: [],
    reviewers: [],
    targetOn: null,
    completedOn: null,
    inquiry: '不要',
    inquiryOn: null,
    inquiryNote: '',
    notesInquiry: true,
    takesDepartments: true,
    hasEvidence: false,
    evidenceExpiresOn: null,
    responsibilities: [],
    ...particulars,
  }
}

/** Makes items with numbers of their own, 6.1-1, 6.1-2 …, in the order of the source, under no document. */
export function numberedItems(): (particulars?: Partial<AssessedItem>) => AssessedItem {
  let made = 0
  return (particulars = {}) => {
    made += 1
    return assessedItem({ recordId: String(made), no: `6.1-${made}`, order: made, section: '6.1 方針の制定と公表', title: `項目${made}`, evidence: [], documents: [], micCodes: [], ...particulars })
  }
}

export function half(particulars: Partial<Responsibility> = {}): Responsibility {
  return { party: '自院', role: '○分担', duty: '', state: '未確認', agreedOn: null, basis: '', ...particulars }
}

/** An item that nobody has answered. */
export function itemAnswer(particulars: Partial<ItemAnswer> = {}): ItemAnswer {
  return {
    status: '未評価', statusReason: '', owners: [], departments: [], targetOn: null, checkedOn: null, completedOn: null, nextReviewOn: null,
    implementation: '', regulation: '', evidenceLinks: '', evidenceExpiresOn: null, inquiry: '不要', inquiryOn: null, inquiryNote: '', reviewers: [], reviewComment: '',
    ...particulars,
  }
}

export function assessedItemDetail(particulars: Partial<AssessedItemDetail> = {}): AssessedItemDetail {
  return {
    ...assessedItem(),
    ...itemAnswer(),
    edition: '第5版', requirement: '例の要求事項', action: '例の対応', cybozu: '例の説明', evidenceExamples: '規程', mic: [], related: [], urls: [], officialText: '', evidenceFiles: [],
    ...particulars,
  }
}
