import { describe, expect, it } from 'vitest'
import { answerOf } from '../../src/domain/answer'
import type { AssessedItemDetail } from '../../src/domain/assessment'
import type { AnswerChange } from '../../src/ports/answers'
import { FAILURE_KINDS, ServiceFailure } from '../../src/ports/failure'
import { mayBeWritten, saveAnswer } from '../../src/usecases/save-answer'
import { assessedItemDetail, half } from '../examples'

const TANAKA = { code: 'tanaka', name: '田中 花子' }

/** One record that others may change, too; it takes a change only on its latest revision, as kintone does. */
class Record {
  item: AssessedItemDetail
  readonly taken: AnswerChange[] = []
  fault: 'before' | 'after' | null = null

  constructor(particulars: Partial<AssessedItemDetail> = {}) {
    this.item = assessedItemDetail({ revision: '3', ...particulars })
  }

  changedByOthers(particulars: Partial<AssessedItemDetail>): void {
    this.item = { ...this.item, ...particulars, revision: String(Number(this.item.revision) + 1) }
  }

  readonly ports = {
    source: { detail: async () => this.item },
    answers: {
      save: async (changes: readonly AnswerChange[]) => {
        const fault = this.fault
        this.fault = null
        if (fault === 'before') throw new ServiceFailure('unreachable', '', null)
        const [change] = changes as [AnswerChange]
        if (change.revision !== this.item.revision) return { outcome: 'conflict' as const }
        this.taken.push(change)
        const people = (codes: readonly string[] | undefined) => codes?.map((code) => ({ code, name: code }))
        const { owners, departments, reviewers, ...rest } = change.answer as Omit<typeof change.answer, 'evidenceFiles'>
        const written = { ...rest, ...(owners && { owners: people(owners) ?? [] }), ...(departments && { departments: people(departments) ?? [] }), ...(reviewers && { reviewers: people(reviewers) ?? [] }) }
        this.changedByOthers(written)
        if (fault === 'after') throw new ServiceFailure('unreachable', '', null)
        return { outcome: 'saved' as const, revisions: [this.item.revision] }
      },
    },
  }
}

describe('saving an answer', () => {
  it('writes what has changed and nothing else, people by their codes', async () => {
    const record = new Record({ implementation: '前からの文' })
    const base = record.item
    const mine = { ...answerOf(base), status: '対応済' as const, owners: [TANAKA], targetOn: null }
    expect(await saveAnswer(record.ports, base, mine)).toEqual({ outcome: 'saved', item: { ...base, ...mine, revision: '4' } })
    expect(record.taken).toEqual([{ recordId: '1', revision: '3', answer: { status: '対応済', owners: ['tanaka'] } }])
  })

  it('ends in a failure also where a mistake of our own breaks it off, so that nobody waits for ever', async () => {
    const { ports, item } = new Record()
    const broken = { ...ports, answers: { save: () => Promise.reject(new TypeError('ours')) } }
    expect(await saveAnswer(broken, item, { ...answerOf(item), implementation: '書いた文' })).toMatchObject({ outcome: 'failed', failure: { kind: 'unknown', detail: 'TypeError: ours' } })
  })

  it('asks kintone for nothing where nothing has changed', async () => {
    const record = new Record()
    expect(await saveAnswer(record.ports, record.item, answerOf(record.item))).toMatchObject({ outcome: 'saved' })
    expect(record.taken).toEqual([])
  })

  it('over somebody else gives both versions and writes nothing', async () => {
    const record = new Record()
    const base = record.item
    record.changedByOthers({ implementation: '相手の文' })
    expect(await saveAnswer(record.ports, base, { ...answerOf(base), implementation: '自分の文' })).toMatchObject({ outcome: 'conflict', theirs: { implementation: '相手の文' } })
    expect(await saveAnswer(record.ports, base, { ...answerOf(base), regulation: '規程' })).toMatchObject({ outcome: 'conflict' })
    expect(record.taken).toEqual([])
  })

  it('goes on top of a change that touches no answer, such as one in the matrix, which stays', async () => {
    const record = new Record()
    const base = record.item
    record.changedByOthers({ responsibilities: [half()] })
    expect(await saveAnswer(record.ports, base, { ...answerOf(base), status: '計画中' })).toMatchObject({ outcome: 'saved', item: { status: '計画中', revision: '5', responsibilities: [half()] } })
    expect(record.taken.map(({ answer }) => answer)).toEqual([{ status: '計画中' }])
  })

  it('finds that the other one has written the same', async () => {
    const record = new Record()
    const base = record.item
    record.changedByOthers({ status: '対応済' })
    expect(await saveAnswer(record.ports, base, { ...answerOf(base), status: '対応済' })).toMatchObject({ outcome: 'saved', item: { revision: '4' } })
  })

  it.each(['before', 'after'] as const)('that broke off %s it was carried out is completed by saving again, once', async (fault) => {
    const record = new Record()
    const base = record.item
    const mine = { ...answerOf(base), implementation: '自分の文', owners: [TANAKA] }
    record.fault = fault
    expect(await saveAnswer(record.ports, base, mine)).toMatchObject({ outcome: 'failed', failure: { kind: 'unreachable' } })
    expect(await saveAnswer(record.ports, base, mine)).toMatchObject({ outcome: 'saved', item: { implementation: '自分の文', revision: '4' } })
    expect(record.taken.length).toBe(1)
  })

  it('says where what stands there now cannot be read', async () => {
    const record = new Record()
    const base = record.item
    record.changedByOthers({ status: '対応済' })
    const unreadable = { recordId: '1', field: 'status', label: '対応状況', found: '"完璧"' }
    expect(await saveAnswer({ ...record.ports, source: { detail: async () => unreadable } }, base, { ...answerOf(base), status: '計画中' })).toEqual({ outcome: 'unreadable', record: unreadable })
  })

  it('may have been carried out where no answer came, and not where kintone has refused', () => {
    expect(FAILURE_KINDS.filter((kind) => mayBeWritten(new ServiceFailure(kind, '', null)))).toEqual(['busy', 'unreachable', 'unknown'])
  })
})
