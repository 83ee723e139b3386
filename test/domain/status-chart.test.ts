import { describe, expect, it } from 'vitest'
import type { AssessedItem, Person, Status } from '../../src/domain/assessment'
import { STATUSES } from '../../src/domain/assessment'
import type { Figure } from '../../src/domain/figure'
import { filterFromLink, filterToLink, matchesFilter } from '../../src/domain/item-filter'
import { attention } from '../../src/domain/attention'
import type { Concern } from '../../src/domain/attention'
import { paceChart } from '../../src/domain/pace-chart'
import { bar, CHART_STATUSES, chargeChart, heat, levelChart, progressChart, sectionCharts } from '../../src/domain/status-chart'
import { half, numberedItems } from '../examples'

const TODAY = '2026-11-23'
const sato: Person = { code: 'sato', name: '佐藤 健' }
const tanaka: Person = { code: 'tanaka', name: '田中 美咲' }

const nursing: Person = { code: 'nursing', name: '看護部' }

const item = numberedItems()

/** What the checklist shows when the figure's link is followed. */
function shownBy(figure: Figure, items: readonly AssessedItem[]): readonly AssessedItem[] {
  const filter = filterFromLink(new URLSearchParams(filterToLink(figure.filter).toString()))
  return items.filter((each) => matchesFilter(each, filter, TODAY))
}

function counts(row: { readonly statuses: readonly { readonly status: Status; readonly count: number }[] }): Partial<Record<Status, number>> {
  return Object.fromEntries(row.statuses.filter(({ count }) => count > 0).map(({ status, count }) => [status, count]))
}

/** Every status, in both parts, with the same section name in each, two people, one item of both, target days around today. */
const MIXED = STATUSES.flatMap((status) => [
  item({ status, owners: [sato], departments: [nursing], targetOn: '2026-11-22', completedOn: '2026-11-20', evidenceExpiresOn: '2026-11-30', disclosure: '要NDA', inquiry: '未照会' }),
  item({ status, level: '推奨', owners: [sato, tanaka], hasEvidence: true, evidenceExpiresOn: '2026-01-01', targetOn: '2026-11-23', section: '6.5 技術的安全対策' }),
  item({ status, part: 'METI', targetOn: '2026-12-23', disclosure: '要NDA', inquiry: '照会中' }),
  item({ status, part: 'METI', targetOn: '2026-12-24', section: '2.6.6 ネットワークセキュリティ管理', suitability: '未適合' }),
])

describe('every number on the dashboard', () => {
  it('opens a checklist with exactly as many items', () => {
    const rows = [
      ...progressChart(MIXED, TODAY),
      ...sectionCharts(MIXED, TODAY).flatMap(({ rows, total }) => [...rows, total]),
      ...(['owner', 'department'] as const).flatMap((charge) => [...chargeChart(MIXED, charge, TODAY).rows, chargeChart(MIXED, charge, TODAY).total]),
      ...levelChart(MIXED, TODAY).rows,
      levelChart(MIXED, TODAY).total,
    ]
    const pace = paceChart(MIXED, '2026', TODAY)
    const figures: readonly Figure[] = [
      ...rows.flatMap(({ statuses, total, overdue }) => [...statuses, total, overdue]),
      ...progressChart(MIXED, TODAY).flatMap(({ met, targets }) => [met, targets]),
      ...attention(MIXED, TODAY).flatMap(({ main, others }) => [main, ...others].map(({ figure }) => figure)),
      ...[...pace.points, ...(pace.now ? [pace.now] : [])].flatMap(({ planned, done }) => (done ? [planned, done] : [planned])),
      pace.withoutTarget,
      pace.metWithoutDay,
    ]
    for (const figure of figures) expect(shownBy(figure, MIXED), JSON.stringify(figure.filter)).toHaveLength(figure.count)
    expect(figures.filter(({ count }) => count > 0).length).toBeGreaterThan(120)
  })
})

describe('progress', () => {
  it('counts what is met by other means as met, and leaves out of 対象 what does not apply', () => {
    const items = [item({ status: '対応済' }), item({ status: '代替策で対応' }), item({ status: '一部対応' }), item({ status: '未評価' }), item({ status: '対象外' })]
    const [whole] = progressChart(items, TODAY)
    expect(whole).toMatchObject({ part: null, met: { count: 2 }, targets: { count: 4 }, total: { count: 5 } })
  })

  it('stands for the whole first, then for each part that has items', () => {
    expect(progressChart(MIXED, TODAY).map(({ part, total }) => [part, total.count])).toEqual([[null, 28], ['MHLW', 14], ['METI', 14]])
    expect(progressChart([item({ part: 'METI' })], TODAY).map(({ part }) => part)).toEqual([null, 'METI'])
  })
})

describe('the table of a part', () => {
  it('has one row a section in the order of the source, whatever order the records come in', () => {
    const items = [item({ order: 30, section: '6.10 災害等' }), item({ order: 20, section: '6.9 廃棄' }), item({ order: 31, section: '6.10 災害等' })]
    const [chart] = sectionCharts(items, TODAY)
    expect(chart?.rows.map(({ section, total }) => [section, total.count])).toEqual([['6.9 廃棄', 1], ['6.10 災害等', 2]])
    expect(chart?.total.total.count).toBe(3)
  })

  it('keeps sections of the same name in two parts apart', () => {
    const items = [item({ section: '1 総則', status: '対応済' }), item({ part: 'METI', section: '1 総則', status: '未対応' })]
    expect(sectionCharts(items, TODAY).map(({ part, rows }) => [part, rows.map(counts)])).toEqual([
      ['MHLW', [{ 対応済: 1 }]],
      ['METI', [{ 未対応: 1 }]],
    ])
  })

  it('shows every status as a column, also one that no item has', () => {
    const [chart] = sectionCharts([item()], TODAY)
    expect(chart?.rows[0]?.statuses.map(({ status }) => status)).toEqual(CHART_STATUSES)
    expect([...CHART_STATUSES].sort()).toEqual([...STATUSES].sort())
  })

  it('counts as overdue only what is open and past its day', () => {
    const past = '2026-11-22'
    const items = [item({ targetOn: past }), item({ targetOn: TODAY }), item({ targetOn: past, status: '対応済' }), item({ targetOn: past, status: '対象外' }), item()]
    expect(sectionCharts(items, TODAY)[0]?.total.overdue.count).toBe(1)
  })
})

describe('the table of owners', () => {
  it('puts who has most first and what nobody owns last', () => {
    const items = [item(), item(), item(), item({ owners: [sato] }), item({ owners: [tanaka] }), item({ owners: [tanaka] })]
    expect(chargeChart(items, 'owner', TODAY).rows.map(({ who, total }) => [who?.code ?? null, total.count])).toEqual([['tanaka', 2], ['sato', 1], [null, 3]])
  })

  it('counts an item of two people for both, but once in the total, and says so', () => {
    const chart = chargeChart([item({ owners: [sato, tanaka] }), item({ owners: [sato] })], 'owner', TODAY)
    expect(chart.rows.map(({ who, total }) => [who?.code, total.count])).toEqual([['sato', 2], ['tanaka', 1]])
    expect(chart.total.total.count).toBe(2)
    expect(chart.shared).toBe(1)
  })

  it('has no row for nobody when everything is owned', () => {
    expect(chargeChart([item({ owners: [sato] })], 'owner', TODAY).rows.map(({ who }) => who)).toEqual([sato])
  })
})

describe('the table of departments', () => {
  it('goes by department, whoever owns the items', () => {
    const items = [item({ departments: [nursing], owners: [sato] }), item({ departments: [nursing], owners: [tanaka] }), item({ owners: [sato] })]
    expect(chargeChart(items, 'department', TODAY).rows.map(({ who, total }) => [who?.code ?? null, total.count])).toEqual([['nursing', 2], [null, 1]])
  })
})

describe('the table of levels', () => {
  it('has a row for each level that a part has', () => {
    const items = [item({ level: '推奨' }), item({ level: '最低限' }), item({ level: '最低限' }), item({ part: 'METI', level: '区分なし' })]
    expect(levelChart(items, TODAY).rows.map(({ part, level, total }) => [part, level, total.count])).toEqual([['MHLW', '最低限', 2], ['MHLW', '推奨', 1], ['METI', '区分なし', 1]])
  })
})

describe('a cell of the heat map', () => {
  it.each([[0, 8, 0], [1, 8, 1], [2, 8, 1], [3, 8, 2], [7, 8, 4], [8, 8, 4], [0, 0, 0]])('for %i of %i has warmth %i', (count, total, warmth) => {
    expect(heat(count, total)).toBe(warmth)
  })
})

describe('a bar', () => {
  it('is filled from end to end, in the order of the statuses, without stretches for nothing', () => {
    const [chart] = sectionCharts([item({ status: '対象外' }), item({ status: '未評価' }), item({ status: '対応済' }), item({ status: '未評価' })], TODAY)
    expect(chart?.total.bar).toEqual([
      { status: '対応済', from: 0, width: 25 },
      { status: '未評価', from: 25, width: 50 },
      { status: '対象外', from: 75, width: 25 },
    ])
  })

  it('of nothing is empty', () => {
    expect(bar([{ status: '未評価', count: 0, filter: {} }])).toEqual([])
  })
})

describe('what needs attention', () => {
  const figures = (items: readonly AssessedItem[]) => attention(items, TODAY).flatMap(({ main, others }) => [main, ...others])
  const count = (items: readonly AssessedItem[]) => Object.fromEntries(figures(items).map(({ concern, figure }) => [concern, figure.count])) as Record<Concern, number>

  it('is nothing for an item that is met, shown, owned, led by one party, published and conforming', () => {
    const counted = count([item({ status: '対応済', owners: [sato], targetOn: '2026-01-01', hasEvidence: true, responsibilities: [half({ role: '◎主担当', state: '完了' })] })])
    expect(Object.values(counted).filter((n) => n > 0)).toEqual([])
  })

  it('tells yesterday from today, and the thirtieth day from the one after', () => {
    const due = (targetOn: string | null) => count([item({ targetOn, owners: [sato] })])
    expect(due('2026-11-22')).toMatchObject({ overdue: 1, soon: 0, noTarget: 0 })
    expect(due('2026-11-23')).toMatchObject({ overdue: 0, soon: 1 })
    expect(due('2026-12-23')).toMatchObject({ overdue: 0, soon: 1 })
    expect(due('2026-12-24')).toMatchObject({ overdue: 0, soon: 0, noTarget: 0 })
    expect(due(null)).toMatchObject({ overdue: 0, soon: 0, noTarget: 1 })
  })

  it('is an item under NDA only while nobody has asked', () => {
    const items = [item({ disclosure: '要NDA', inquiry: '未照会' }), item({ disclosure: '要NDA', inquiry: '照会中' }), item({ disclosure: '公開文書', inquiry: '未照会' })]
    expect(count(items)).toMatchObject({ notAsked: 1, asked: 1, answered: 0 })
  })

  it('is an item without an owner only while it is open', () => {
    const items = STATUSES.map((status) => item({ status }))
    const found = figures(items).find(({ concern }) => concern === 'withoutOwner')
    expect(found && shownBy(found.figure, items).map(({ status }) => status)).toEqual(['未評価', '未対応', '計画中', '一部対応'])
  })

  it('is what cybozu.com does not conform to, whatever the hospital has answered', () => {
    expect(count([item({ suitability: '未適合', status: '代替策で対応' }), item({ suitability: '対象外' })])).toMatchObject({ nonconforming: 1, nonconformingOpen: 0 })
  })

  it('is what is met and shown by nothing, and evidence that has run out or soon will', () => {
    const items = [item({ status: '対応済' }), item({ status: '対応済', hasEvidence: true, evidenceExpiresOn: '2026-11-22' }), item({ status: '計画中', hasEvidence: true, evidenceExpiresOn: TODAY }), item({ status: '対象外' })]
    expect(count(items)).toMatchObject({ withoutEvidence: 1, evidenceExpired: 1, evidenceSoon: 1 })
  })

  it('is an item that no party leads, that two lead, that nobody has discussed', () => {
    const items = [item({ responsibilities: [half({ role: '○分担' })] }), item({ responsibilities: [half({ role: '◎主担当' }), half({ party: 'SI事業者', role: '◎主担当' })] })]
    expect(count(items)).toMatchObject({ noParty: 1, twoLeads: 1 })
  })
})
