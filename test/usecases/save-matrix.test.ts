import { describe, expect, it } from 'vitest'
import type { AssessedItem } from '../../src/domain/assessment'
import type { EditLog } from '../../src/domain/matrix-edit'
import { edited, NO_EDITS } from '../../src/domain/matrix-edit'
import type { AnswerChange } from '../../src/ports/answers'
import { ServiceFailure } from '../../src/ports/failure'
import type { MatrixWork } from '../../src/usecases/save-matrix'
import { saveMatrix } from '../../src/usecases/save-matrix'
import { assessedItem, half } from '../examples'

/** Records as kintone holds them: a save is taken whole, or not at all where one revision is not the latest. */
class Records {
  items: readonly AssessedItem[] = ['1', '2'].map((recordId) => assessedItem({ recordId, responsibilities: [half({ duty: '前' })] }))
  unreadable: MatrixWork['list']['unreadable'] = []
  reads = 0
  beforeSave: () => void = () => {}
  /** The screen, as it is told how things stand */
  work: MatrixWork = { log: NO_EDITS, list: { items: this.items, unreadable: [] } }

  change(recordId: string, duty: string): void {
    this.items = this.items.map((item) => (item.recordId === recordId ? { ...item, revision: String(Number(item.revision) + 1), responsibilities: [half({ duty })] } : item))
  }

  readonly duties = () => this.items.map(({ responsibilities }) => responsibilities[0]?.duty)

  readonly save = (log: EditLog, readFirst = false) => {
    this.work = { log, list: this.work.list }
    const ports = {
      histories: { of: () => Promise.reject(new Error('nothing was agreed')) },
      read: async () => {
        this.reads += 1
        return { items: this.items, unreadable: this.unreadable }
      },
      answers: {
        save: async (changes: readonly AnswerChange[]) => {
          this.beforeSave()
          if (changes.some(({ recordId, revision }) => this.items.find((item) => item.recordId === recordId)?.revision !== revision)) return { outcome: 'conflict' as const }
          for (const { recordId, answer } of changes) this.change(recordId, answer.responsibilities?.[0]?.duty ?? '')
          return { outcome: 'saved' as const, revisions: changes.map(({ revision }) => String(Number(revision) + 1)) }
        },
      },
    }
    return saveMatrix(ports, this.work, { readFirst, moved: (work) => void (this.work = work) })
  }
}

const writing = (duties: Readonly<Record<string, string>>) => edited(NO_EDITS, Object.entries(duties).map(([recordId, duty]) => ({ recordId, party: half().party, halves: [half({ duty })] })))

describe('saving the matrix', () => {
  it('writes what has been changed, and nothing is left to be saved', async () => {
    const records = new Records()
    expect(await records.save(writing({ 1: '私の文' }))).toEqual({ outcome: 'saved', cells: 1, alreadyThere: 0 })
    expect(records.duties()).toEqual(['私の文', '前'])
    expect(records.work.log).toEqual(NO_EDITS)
    expect(records.work.list.items.map(({ revision }) => revision)).toEqual(records.items.map(({ revision }) => revision))
    expect(records.reads).toBe(0)
  })

  it('goes on top of somebody who has saved another record first, and passes on what could not be read then', async () => {
    const records = new Records()
    records.change('2', 'ほかの人の文')
    records.unreadable = [{ recordId: '3', field: 'status', label: '対応状況', found: '"完璧"' }]
    expect(await records.save(writing({ 1: '私の文', 2: 'ほかの人の文' }))).toEqual({ outcome: 'saved', cells: 1, alreadyThere: 1 })
    expect(records.duties()).toEqual(['私の文', 'ほかの人の文'])
    expect(records.work.list.unreadable).toEqual(records.unreadable)
  })

  it('stops where somebody has changed the same cell, before anything is written, and keeps every word', async () => {
    const records = new Records()
    records.change('2', 'ほかの人の文')
    const log = writing({ 1: '私の文', 2: '私の文' })
    expect(await records.save(log)).toMatchObject({ outcome: 'meeting', meeting: { disputed: [{ recordId: '2' }], lost: [] }, before: [{ recordId: '1' }, { recordId: '2', revision: '1' }] })
    expect(records.duties()).toEqual(['前', 'ほかの人の文'])
    expect(records.work.log).toBe(log)
  })

  it('reads first after a failure: what stands there already is not written again', async () => {
    const records = new Records()
    records.change('1', '私の文')
    expect(await records.save(writing({ 1: '私の文' }), true)).toEqual({ outcome: 'saved', cells: 0, alreadyThere: 1 })
    expect(records.items[0]?.revision).toBe('2')
    expect(records.work.log).toEqual(NO_EDITS)
  })

  it('gives up where somebody else saves before each attempt, and keeps every word', async () => {
    const records = new Records()
    let saves = 0
    records.beforeSave = () => {
      records.items = records.items.map((item) => ({ ...item, revision: String(Number(item.revision) + 1) }))
      saves += 1
    }
    expect(await records.save(writing({ 1: '私の文' }))).toMatchObject({ outcome: 'failed', failure: { kind: 'conflict' }, savedItems: 0 })
    expect(saves).toBe(3)
    expect(records.work.log.done).toHaveLength(1)
  })

  it.each([
    ['a failure of kintone', new ServiceFailure('busy', '', null), 'busy'],
    ['a mistake of our own', new TypeError('ours'), 'unknown'],
  ])('that %s breaks off ends in it and keeps every word, so that nobody waits for ever', async (_what, thrown, kind) => {
    const records = new Records()
    records.beforeSave = () => {
      throw thrown
    }
    expect(await records.save(writing({ 1: '私の文' }))).toMatchObject({ outcome: 'failed', failure: { kind }, savedItems: 0 })
    expect(records.work.log.done).toHaveLength(1)
  })

  it('that a mistake of our own breaks off behind the writing still ends, and is told as it stands', async () => {
    const records = new Records()
    const log = writing({ 1: '私の文' })
    const { items } = records
    const outcome = await saveMatrix(
      { answers: { save: async (changes) => ({ outcome: 'saved', revisions: changes.map(() => '2') }) }, histories: { of: async () => [] }, read: async () => ({ items, unreadable: [] }) },
      { log, list: { items, unreadable: [] } },
      {
        readFirst: false,
        moved: () => {
          throw new TypeError('ours')
        },
      },
    )
    expect(outcome).toMatchObject({ outcome: 'failed', failure: { kind: 'unknown', detail: 'TypeError: ours' }, savedItems: 1 })
  })
})
