import { describe, expect, it } from 'vitest'
import { kintoneAnswers } from '../../src/kintone/answers'
import { half } from '../examples'

/** kintone's bulkRequest.json as kintone.api() gives it, and what it has been sent. */
function bulk(answer: (records: readonly { id: string }[]) => unknown = (records) => ({ records: records.map(({ id }) => ({ id, revision: `${id}9` })) })) {
  const sent: { api: string; method: string; payload: { app: string; records: { id: string; revision: string; record: unknown }[] } }[][] = []
  const answers = kintoneAnswers(
    async (path, method, parameters) => {
      expect([path, method]).toEqual(['bulkRequest', 'POST'])
      const requests = parameters['requests'] as (typeof sent)[number]
      sent.push(requests)
      return { results: requests.map(({ payload }) => answer(payload.records)) }
    },
    '7',
    (name) => `/k/guest/3/v1/${name}.json`,
  )
  return { sent, answers }
}

const changes = (count: number) => Array.from({ length: count }, (_, at) => ({ recordId: String(at + 1), revision: '4', answer: { status: '対応済' as const } }))

describe('saving answers', () => {
  it('sends people by code, an empty day as nothing, a table whole, and no field that is not changed', async () => {
    const { sent, answers } = bulk()
    const row = half({ rowId: '5', party: '自院', agreedOn: null })
    expect(await answers.save([{ recordId: '12', revision: '4', answer: { owners: ['tanaka'], departments: [], targetOn: null, completedOn: '2026-11-23', implementation: 'した', responsibilities: [row] } }])).toEqual({ outcome: 'saved', revisions: ['129'] })
    expect(sent).toEqual([[{
      method: 'PUT',
      api: '/k/guest/3/v1/records.json',
      payload: { app: '7', records: [{ id: '12', revision: '4', record: {
        owner: { value: [{ code: 'tanaka' }] },
        department: { value: [] },
        target_on: { value: '' },
        completed_on: { value: '2026-11-23' },
        implementation: { value: 'した' },
        responsibilities: { value: [{ id: '5', value: { r_party: { value: '自院' }, r_role: { value: '○分担' }, r_duty: { value: '' }, r_state: { value: '未確認' }, r_agreed_on: { value: '' }, r_basis: { value: '' } } }] },
      } }] },
    }]])
  })

  it('names every file that is to stay or to come by its key', async () => {
    const { sent, answers } = bulk()
    await answers.save([{ recordId: '12', revision: '4', answer: { evidenceFiles: ['old', 'new'] } }])
    expect(sent[0]?.[0]?.payload.records[0]?.record).toEqual({ evidence_files: { value: [{ fileKey: 'old' }, { fileKey: 'new' }] } })
  })

  it.each([[1, [1]], [100, [100]], [101, [100, 1]], [2000, Array.from({ length: 20 }, () => 100)]])('puts %i records into one request', async (count, sizes) => {
    const { sent, answers } = bulk()
    const outcome = await answers.save(changes(count))
    expect(sent.map((requests) => requests.map(({ payload }) => payload.records.length))).toEqual([sizes])
    expect(outcome).toEqual({ outcome: 'saved', revisions: changes(count).map(({ recordId }) => `${recordId}9`) })
  })

  it('sends nothing for nothing, and refuses more than kintone takes at once', async () => {
    const { sent, answers } = bulk()
    expect(await answers.save([])).toEqual({ outcome: 'saved', revisions: [] })
    await expect(answers.save(changes(2001))).rejects.toThrow('2000')
    expect(sent).toEqual([])
  })

  const refusing = (refusal: unknown) => kintoneAnswers(() => Promise.reject(refusal), '7', (name) => name)

  it('knows a conflict, which kintone gives inside the answer to the bulkRequest', async () => {
    const conflict = { code: 'GAIA_CO02', id: 'x', message: '指定したrevisionは最新ではありません。' }
    expect(await refusing({ results: [{}, conflict, {}] }).save(changes(201))).toEqual({ outcome: 'conflict' })
    expect(await refusing(conflict).save(changes(1))).toEqual({ outcome: 'conflict' })
  })

  it.each([
    [{ results: [{ code: 'CB_NO02', id: 'x', message: '権限がありません。' }] }, 'forbidden'],
    [{ results: [{ code: 'CB_VA01', id: 'x', message: '入力内容が正しくありません。' }] }, 'refused'],
    ['', 'unreachable'],
  ])('%j is a failure: %s', async (refusal, kind) => {
    await expect(refusing(refusal).save(changes(1))).rejects.toMatchObject({ kind })
  })

  it('does not call saved what kintone has not confirmed record by record', async () => {
    const { answers } = bulk(() => ({ records: [] }))
    await expect(answers.save(changes(1))).rejects.toMatchObject({ kind: 'unknown' })
  })
})
