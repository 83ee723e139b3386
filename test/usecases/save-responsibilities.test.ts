import { describe, expect, it } from 'vitest'
import type { AnswerChange, Answers, SaveOutcome } from '../../src/ports/answers'
import { ServiceFailure } from '../../src/ports/failure'
import { saveResponsibilities } from '../../src/usecases/save-responsibilities'
import { half } from '../examples'

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

describe('saving the matrix', () => {
  it('takes one request for up to 2,000 records, each at the revision that was read', async () => {
    const kintone = answers()
    const result = await saveResponsibilities(kintone, changes(2000))
    expect(kintone.requests).toHaveLength(1)
    expect(kintone.requests[0]?.[0]).toEqual({ recordId: '1', revision: '4', answer: { responsibilities: [half({ duty: '0' })] } })
    expect(result).toMatchObject({ outcome: 'saved', saved: { length: 2000, 0: { recordId: '1', revision: '5' } } })
  })

  it('of nothing asks for nothing', async () => {
    const kintone = answers()
    expect(await saveResponsibilities(kintone, [])).toEqual({ outcome: 'saved', saved: [] })
    expect(kintone.requests).toHaveLength(0)
  })

  it('of more than that tells what was saved before a conflict', async () => {
    const kintone = answers(() => Promise.resolve({ outcome: 'conflict' }))
    expect(await saveResponsibilities(kintone, changes(2001))).toMatchObject({ outcome: 'conflict', saved: { length: 2000 } })
  })

  it('of more than that tells what was saved before a failure', async () => {
    const kintone = answers(() => Promise.reject(new ServiceFailure('unreachable', '', null)))
    expect(await saveResponsibilities(kintone, changes(4001))).toMatchObject({ outcome: 'failed', failure: { kind: 'unreachable' }, saved: { length: 2000 } })
    expect(kintone.requests).toHaveLength(2)
  })
})
