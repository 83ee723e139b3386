import { describe, expect, it } from 'vitest'
import type { ImportedChange } from '../../src/domain/answer-import'
import type { AssessedItemDetail } from '../../src/domain/assessment'
import type { AnswerChange } from '../../src/ports/answers'
import { ServiceFailure } from '../../src/ports/failure'
import { importBegin, IMPORT_CHUNK, runImport, undoImport } from '../../src/usecases/import-answers'
import { assessedItemDetail } from '../examples'

const ASSESSMENT = { round: '2026', facility: '本院' }

/** Records of one assessment; a save is taken whole, or not at all where one revision is not the latest. */
class Records {
  items: AssessedItemDetail[]
  fault: 'before' | 'after' | null = null
  saves = 0
  beforeSave: () => void = () => {}

  constructor(count: number) {
    this.items = Array.from({ length: count }, (_, at) => assessedItemDetail({ recordId: String(at), no: `6.1-${at}`, implementation: '前の文' }))
  }

  change(recordId: string, particulars: Partial<AssessedItemDetail>): void {
    this.items = this.items.map((item) => (item.recordId === recordId ? { ...item, ...particulars, revision: String(Number(item.revision) + 1) } : item))
  }

  readonly ports = {
    source: { details: async () => ({ items: this.items, unreadable: [] }) },
    answers: {
      save: async (changes: readonly AnswerChange[]) => {
        this.beforeSave()
        const fault = this.fault
        if (fault === 'before') throw new ServiceFailure('unreachable', '', null)
        const held = new Map(this.items.map((item) => [item.recordId, item.revision]))
        if (changes.some(({ recordId, revision }) => held.get(recordId) !== revision)) return { outcome: 'conflict' as const }
        this.saves += 1
        for (const { recordId, answer } of changes) this.change(recordId, answer as unknown as Partial<AssessedItemDetail>)
        if (fault === 'after') throw new ServiceFailure('unreachable', '', null)
        return { outcome: 'saved' as const, revisions: changes.map(({ revision }) => String(Number(revision) + 1)) }
      },
    },
  }

  readonly changes = (): readonly ImportedChange[] => this.items.map((item) => ({ item, before: { implementation: item.implementation }, after: { implementation: `新しい文${item.recordId}` } }))
  readonly run = (from = importBegin(this.changes()), lookFirst = false) => runImport(this.ports, ASSESSMENT, { from, lookFirst, step: () => {} })
  readonly texts = () => this.items.map(({ implementation }) => implementation)
}

describe('an import', () => {
  it('writes every change, chunk by chunk, and is taken back to what was there', async () => {
    const records = new Records(IMPORT_CHUNK + 2)
    const run = await records.run()
    expect([run.outcome, run.progress.done.length, records.saves]).toEqual(['done', IMPORT_CHUNK + 2, 2])
    expect(records.texts()[IMPORT_CHUNK + 1]).toBe(`新しい文${IMPORT_CHUNK + 1}`)
    expect(await undoImport(records.ports, ASSESSMENT, run.progress.done)).toEqual({ restored: IMPORT_CHUNK + 2, refused: [] })
    expect(new Set(records.texts())).toEqual(new Set(['前の文']))
  })

  it('goes on top of somebody who has changed another field, and leaves alone what somebody has changed itself', async () => {
    const records = new Records(3)
    const begin = importBegin(records.changes())
    records.change('1', { targetOn: '2027-01-01' })
    records.change('2', { implementation: 'ほかの人の文' })
    const run = await records.run(begin)
    expect(run.progress.overtaken.map(({ no }) => no)).toEqual(['6.1-2'])
    expect(records.texts()).toEqual(['新しい文0', '新しい文1', 'ほかの人の文'])
    expect(records.items[1]?.targetOn).toBe('2027-01-01')
  })

  it.each(['before', 'after'] as const)('that broke off %s a chunk was carried out goes on there, and writes nothing twice', async (fault) => {
    const records = new Records(IMPORT_CHUNK * 2)
    records.beforeSave = () => {
      if (records.saves === 1) records.fault = fault
    }
    const stopped = await records.run()
    expect([stopped.outcome, stopped.progress.done.length, stopped.progress.left.length]).toEqual(['stopped', IMPORT_CHUNK, IMPORT_CHUNK])
    records.fault = null
    records.beforeSave = () => {}
    const ended = await records.run(stopped.progress, true)
    expect([ended.outcome, ended.progress.done.length, records.saves]).toEqual(['done', IMPORT_CHUNK * 2, 2])
    expect(new Set(records.items.map(({ revision }) => revision))).toEqual(new Set(['2']))
    expect((await undoImport(records.ports, ASSESSMENT, ended.progress.done)).refused).toEqual([])
    expect(new Set(records.texts())).toEqual(new Set(['前の文']))
  })

  it('that a mistake of our own breaks off tells what it has written, so that it can be taken back', async () => {
    const records = new Records(IMPORT_CHUNK + 2)
    records.beforeSave = () => {
      if (records.saves === 1) throw new TypeError('ours')
    }
    const stopped = await records.run()
    expect(stopped).toMatchObject({ outcome: 'stopped', failure: { kind: 'unknown', detail: 'TypeError: ours' } })
    records.beforeSave = () => {}
    expect(await undoImport(records.ports, ASSESSMENT, stopped.progress.done)).toEqual({ restored: IMPORT_CHUNK, refused: [] })
    expect(new Set(records.texts())).toEqual(new Set(['前の文']))
  })

  it('is not taken back where somebody has saved since', async () => {
    const records = new Records(3)
    const run = await records.run()
    records.change('1', { targetOn: '2027-01-01' })
    expect(await undoImport(records.ports, ASSESSMENT, run.progress.done)).toMatchObject({ restored: 2, refused: [{ no: '6.1-1' }] })
    expect(records.texts()).toEqual(['前の文', '新しい文1', '前の文'])
  })
})
