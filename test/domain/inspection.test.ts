import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/assessment'
import { INSPECTION_ANSWERS, inspectionAnswer, inspectionOf, statusesOf } from '../../src/domain/inspection'
import { assessedItemDetail } from '../examples'

describe('the checklist for an inspection', () => {
  it('says はい only of what is done, and neither はい nor いいえ of what nobody has looked at', () => {
    expect(Object.fromEntries(STATUSES.map((status) => [status, inspectionAnswer(status)]))).toEqual({ 未評価: 'open', 未対応: 'no', 計画中: 'no', 一部対応: 'no', 対応済: 'yes', 代替策で対応: 'yes', 対象外: 'excluded' })
    expect(INSPECTION_ANSWERS.flatMap(statusesOf).sort()).toEqual([...STATUSES].sort())
  })

  it('goes chapter by chapter in the order of the source, and counts each item once', () => {
    const items = [
      assessedItemDetail({ recordId: '1', part: 'METI', section: '2.1 情報', order: 1, edition: '第2版', status: '対応済' }),
      assessedItemDetail({ recordId: '2', section: '6.2 実践', order: 3, status: '対象外' }),
      assessedItemDetail({ recordId: '3', section: '6.1 方針', order: 2 }),
      assessedItemDetail({ recordId: '4', section: '6.1 方針', order: 1, status: '計画中' }),
    ]
    const { chapters, counts, editions } = inspectionOf({ round: '2026', facility: '本院' }, items)
    expect(chapters.map(({ section, items: own }) => [section, own.map(({ recordId }) => recordId)])).toEqual([['6.1 方針', ['4', '3']], ['6.2 実践', ['2']], ['2.1 情報', ['1']]])
    expect([counts, editions]).toEqual([{ yes: 1, no: 1, excluded: 1, open: 1 }, ['第5版', '第2版']])
  })
})
