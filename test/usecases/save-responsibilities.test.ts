import { describe, expect, it } from 'vitest'
import type { AnswerChange, Answers, SaveOutcome } from '../../src/ports/answers'
import { ServiceFailure } from '../../src/ports/failure'
import { saveResponsibilities } from '../../src/usecases/save-responsibilities'
import { agreementsIn } from '../../src/domain/agreement-log'
import { assessedItem, half } from '../examples'

const changes = (count: number) => Array.from({ length: count }, (_, at) => ({ recordId: String(at + 1), revision: '4', responsibilities: [half({ duty: String(at) })] }))

/** Keeps what it is asked to save; from the second request on, does as told. */
function answers(second?: () => Promise<SaveOutcome>): Answers & { readonly requests: (readonly AnswerChange[])[] } {
  const requests: (readonly AnswerChange[])[] = []
  return {
    requests,
    save(asked) {
      requests.push(asked)
      return requests.length > 1 && second ? second() : Promise.resolve({ outcome: 'saved', revisions: asked.map(({ revision }) => String(Number(revision) + 1)) })
    },
  }
}

const saved = (kintone: Answers, changed: Parameters<typeof saveResponsibilities>[2]) => saveResponsibilities({ answers: kintone, histories: { of: () => Promise.reject(new Error('nothing was agreed')) } }, [], changed)

describe('saving what is agreed', () => {
  const before = [assessedItem({ recordId: '1', responsibilities: [half({ duty: '守る' }), half({ party: 'PACS', role: '△協力' })] }), assessedItem({ recordId: '2', responsibilities: [half()] })]
  const agreed = [
    { recordId: '1', revision: '1', responsibilities: [half({ duty: '守る', agreedOn: '2026-10-20' }), half({ party: 'PACS', role: '△協力' })] },
    { recordId: '2', revision: '1', responsibilities: [half({ state: '未了' })] },
  ]
  const history = (log: string | null) => ({ recordId: '1', createdOn: '2026-04-01', changedOn: '2026-04-01', changedBy: null, log })

  it('keeps the whole row as it stands, behind what was agreed before, in the same request', async () => {
    const kintone = answers()
    const asked: (readonly string[])[] = []
    const of = (ids: readonly string[]) => (asked.push(ids), Promise.resolve([history('["2026-05-01",["自院","△協力","未確認","2026-05-01","",""]]')]))
    await saveResponsibilities({ answers: kintone, histories: { of } }, before, agreed)
    expect(asked).toEqual([['1']])
    expect(kintone.requests).toHaveLength(1)
    const [first, second] = kintone.requests[0] ?? []
    expect(agreementsIn(first?.answer.agreementLog ?? '').agreements.map(({ day, halves }) => [day, halves.length])).toEqual([['2026-05-01', 1], ['2026-10-20', 2]])
    expect(second?.answer).toEqual({ responsibilities: [half({ state: '未了' })] })
  })

  it('keeps what is agreed again on the same day with other words', async () => {
    const kintone = answers()
    const row = (duty: string) => [half({ duty, agreedOn: '2026-10-20' })]
    const of = () => Promise.resolve([history('["2026-10-20",["自院","○分担","未確認","2026-10-20","","守る"]]')])
    await saveResponsibilities({ answers: kintone, histories: { of } }, [assessedItem({ recordId: '1', responsibilities: row('守る') })], [{ recordId: '1', revision: '1', responsibilities: row('守り、記録する') }])
    expect(agreementsIn(kintone.requests[0]?.[0]?.answer.agreementLog ?? '').agreements).toMatchObject([{ day: '2026-10-20', halves: [{ duty: '守り、記録する' }] }])
  })

  it('is saved without it in an app that has no place for it', async () => {
    const kintone = answers()
    await saveResponsibilities({ answers: kintone, histories: { of: () => Promise.resolve([history(null)]) } }, before, agreed)
    expect(Object.keys(kintone.requests[0]?.[0]?.answer ?? {})).toEqual(['responsibilities'])
  })

  it('writes nothing if what was agreed before cannot be read: it would be lost', async () => {
    const kintone = answers()
    const result = await saveResponsibilities({ answers: kintone, histories: { of: () => Promise.reject(new ServiceFailure('unreachable', '', null)) } }, before, agreed)
    expect(result).toMatchObject({ outcome: 'failed', failure: { kind: 'unreachable' }, saved: [] })
    expect(kintone.requests).toHaveLength(0)
  })
})

describe('saving the matrix', () => {
  it('takes one request for up to 2,000 records, each at the revision that was read', async () => {
    const kintone = answers()
    const result = await saved(kintone, changes(2000))
    expect(kintone.requests).toHaveLength(1)
    expect(kintone.requests[0]?.[0]).toEqual({ recordId: '1', revision: '4', answer: { responsibilities: [half({ duty: '0' })] } })
    expect(result).toMatchObject({ outcome: 'saved', saved: { length: 2000, 0: { recordId: '1', revision: '5' } } })
  })

  it('of nothing asks for nothing', async () => {
    const kintone = answers()
    expect(await saved(kintone, [])).toEqual({ outcome: 'saved', saved: [] })
    expect(kintone.requests).toHaveLength(0)
  })

  it('of more than that tells what was saved before a conflict', async () => {
    const kintone = answers(() => Promise.resolve({ outcome: 'conflict' }))
    expect(await saved(kintone, changes(2001))).toMatchObject({ outcome: 'conflict', saved: { length: 2000 } })
  })

  it('of more than that tells what was saved before a failure', async () => {
    const kintone = answers(() => Promise.reject(new ServiceFailure('unreachable', '', null)))
    expect(await saved(kintone, changes(4001))).toMatchObject({ outcome: 'failed', failure: { kind: 'unreachable' }, saved: { length: 2000 } })
    expect(kintone.requests).toHaveLength(2)
  })
})
