import { describe, expect, it } from 'vitest'
import { kintoneRecordHistories } from '../../src/kintone/record-histories'

const FIELDS = { properties: { Made: { type: 'CREATED_TIME' }, 更新日時: { type: 'UPDATED_TIME' }, 更新者: { type: 'MODIFIER' }, title: { type: 'SINGLE_LINE_TEXT' } } }
const record = (log?: unknown) => ({
  $id: { value: '7' },
  Made: { value: '2026-04-01T00:30:00Z' },
  更新日時: { value: '2026-11-10T15:30:00Z' },
  更新者: { value: { code: 'sato', name: '佐藤 一郎' } },
  ...(log === undefined ? {} : { agreement_log: { value: log } }),
})
const dayOf = (moment: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(moment)

function histories(answer: unknown) {
  const asked: (readonly [string, Readonly<Record<string, unknown>>])[] = []
  const api = (path: string, parameters: Readonly<Record<string, unknown>>) => {
    asked.push([path, parameters])
    return Promise.resolve(path === 'app/form/fields' ? FIELDS : answer)
  }
  return { asked, port: kintoneRecordHistories(api, '1', dayOf) }
}

describe('what kintone tells of a record', () => {
  it('is found by the type of its fields, whatever they are called, in days of the user; the form is asked once', async () => {
    const { port, asked } = histories({ records: [record('log')] })
    expect(await port.of(['7'])).toEqual([{ recordId: '7', createdOn: '2026-04-01', changedOn: '2026-11-11', changedBy: { code: 'sato', name: '佐藤 一郎' }, log: 'log' }])
    await port.of(['7'])
    expect(asked.map(([path]) => path)).toEqual(['app/form/fields', 'records', 'records'])
    expect(asked[1]?.[1]).toMatchObject({ fields: ['$id', 'agreement_log', 'Made', '更新日時', '更新者'] })
  })

  it('has no log where the app has no place for one, which is not an empty one', async () => {
    expect((await histories({ records: [record()] }).port.of(['7']))[0]?.log).toBeNull()
    expect((await histories({ records: [record('')] }).port.of(['7']))[0]?.log).toBe('')
  })

  it('of no record is asked of nobody', async () => {
    const { port, asked } = histories({ records: [] })
    expect(await port.of([])).toEqual([])
    expect(asked).toEqual([])
  })
})
