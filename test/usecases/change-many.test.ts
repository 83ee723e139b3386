import { describe, expect, it } from 'vitest'
import type { AssessedItem } from '../../src/domain/assessment'
import { planBulk } from '../../src/domain/bulk-change'
import type { AnswerChange } from '../../src/ports/answers'
import { ServiceFailure } from '../../src/ports/failure'
import { changeMany, undoMany } from '../../src/usecases/change-many'
import { assessedItem } from '../examples'

const ALL = new Set(['1', '2', '3'])

/** Three records; a save is taken whole, or not at all where one revision is not the latest. */
class Records {
  items: AssessedItem[] = ['1', '2', '3'].map((recordId) => assessedItem({ recordId, no: `6.1-${recordId}`, revision: '1', ...(recordId === '3' && { status: '計画中' as const, statusReason: '前の理由' }) }))
  fault: 'before' | 'after' | null = null
  saves = 0
  beforeSave: () => void = () => {}

  change(recordId: string, particulars: Partial<AssessedItem>): void {
    this.items = this.items.map((item) => (item.recordId === recordId ? { ...item, ...particulars, revision: String(Number(item.revision) + 1) } : item))
  }

  readonly ports = {
    source: { some: async (ids: readonly string[]) => ({ items: this.items.filter(({ recordId }) => ids.includes(recordId)), unreadable: [] }) },
    answers: {
      save: async (changes: readonly AnswerChange[]) => {
        this.beforeSave()
        const fault = this.fault
        this.fault = null
        if (fault === 'before') throw new ServiceFailure('unreachable', '', null)
        const revisionOf = (id: string) => this.items.find(({ recordId }) => recordId === id)?.revision
        if (changes.some(({ recordId, revision }) => revisionOf(recordId) !== revision)) return { outcome: 'conflict' as const }
        this.saves += 1
        for (const { recordId, answer } of changes) this.change(recordId, answer as unknown as Partial<AssessedItem>)
        if (fault === 'after') throw new ServiceFailure('unreachable', '', null)
        return { outcome: 'saved' as const, revisions: changes.map(({ recordId }) => revisionOf(recordId) ?? '') }
      },
    },
  }
}

async function changed(records: Records) {
  const plan = planBulk(records.items, { status: '対象外', statusReason: '機器がない' }, ALL)
  const outcome = await changeMany(records.ports, plan, false)
  if (outcome.outcome !== 'changed') throw new Error(outcome.outcome)
  return outcome.done
}

describe('changing many at once', () => {
  it('writes them in one save and knows the way back', async () => {
    const records = new Records()
    const before = records.items
    const done = await changed(records)
    expect(records.items.map(({ status, statusReason }) => [status, statusReason])).toEqual(Array.from({ length: 3 }, () => ['対象外', '機器がない']))
    expect(records.saves).toBe(1)
    expect(await undoMany(records.ports, done)).toEqual({ restored: done, refused: [] })
    expect(records.items.map((item) => ({ ...item, revision: '1' }))).toEqual(before)
    expect(records.saves).toBe(2)
  })

  it('writes nothing where somebody has saved one of them', async () => {
    const records = new Records()
    const plan = planBulk(records.items, { status: '対応済' }, ALL)
    records.change('2', { status: '一部対応' })
    expect(await changeMany(records.ports, plan, false)).toEqual({ outcome: 'conflict' })
    expect(records.items.map(({ status }) => status)).toEqual(['未評価', '一部対応', '計画中'])
  })

  it.each(['before', 'after'] as const)('that broke off %s it was carried out is completed once, with the way back', async (fault) => {
    const records = new Records()
    const plan = planBulk(records.items, { status: '対応済' }, ALL)
    records.fault = fault
    await expect(changeMany(records.ports, plan, false)).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await changeMany(records.ports, plan, true)).toMatchObject({ outcome: 'changed', done: [{ revision: '2', before: { status: '未評価' } }, { revision: '2' }, { revision: '2', before: { status: '計画中' } }] })
    expect(records.saves).toBe(1)
  })

  it('takes nothing back that somebody has saved since, and all the rest', async () => {
    const records = new Records()
    const done = await changed(records)
    records.change('2', { targetOn: '2026-12-24' })
    const { restored, refused } = await undoMany(records.ports, done)
    expect([restored.map(({ no }) => no), refused.map(({ no }) => no)]).toEqual([['6.1-1', '6.1-3'], ['6.1-2']])
    expect(records.items.map(({ status }) => status)).toEqual(['未評価', '対象外', '計画中'])
    expect(records.items[1]?.targetOn).toBe('2026-12-24')
  })

  it('refuses, too, what somebody saves while it is being taken back', async () => {
    const records = new Records()
    const done = await changed(records)
    records.beforeSave = () => {
      records.beforeSave = () => {}
      records.change('1', { targetOn: '2026-12-24' })
    }
    const { refused } = await undoMany(records.ports, done)
    expect(refused.map(({ no }) => no)).toEqual(['6.1-1'])
    expect(records.items.map(({ status }) => status)).toEqual(['対象外', '未評価', '計画中'])
  })

  it.each(['before', 'after'] as const)('can be taken back again where taking back broke off %s it was carried out', async (fault) => {
    const records = new Records()
    const done = await changed(records)
    records.fault = fault
    await expect(undoMany(records.ports, done)).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await undoMany(records.ports, done)).toEqual({ restored: done, refused: [] })
    expect(records.items.map(({ status }) => status)).toEqual(['未評価', '未評価', '計画中'])
    expect(records.saves).toBe(2)
  })
})
