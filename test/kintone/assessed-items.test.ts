import { describe, expect, it } from 'vitest'
import type { ApiGet } from '../../src/kintone/record-pages'
import { kintoneAssessedItems } from '../../src/kintone/assessed-items'
import { recordMemory } from '../../src/kintone/record-memory'
import { requestGate } from '../../src/kintone/request-gate'
import { seedRecord } from '../../src/kintone/seed-record'
import { guidelineItem } from '../examples'
import { readQuery } from './query-reader'
import type { StoredRecord } from './stored-record'
import { storedRecord } from './stored-record'

const HOSPITAL = { round: '2026', facility: '本院' }

/** Records of an assessment as set-up writes them; ids leave gaps, as they do where records have been deleted. */
function records(count: number, assessment = HOSPITAL, firstId = 1): StoredRecord[] {
  return Array.from({ length: count }, (_, at) => storedRecord(seedRecord(guidelineItem({ no: `6.5-${at + 1}`, order: at + 1, documents: [] }), assessment, '1'), String(firstId + at * 3)))
}

/** kintone's records.json and record.json for the queries that the plug-in makes. */
function kintoneHolding(stored: readonly StoredRecord[]) {
  const calls: { path: string; parameters: Readonly<Record<string, unknown>> }[] = []
  const get: ApiGet = async (path, parameters) => {
    calls.push({ path, parameters })
    if (path === 'record') {
      const record = stored.find(({ $id }) => $id?.value === String(parameters['id']))
      if (!record) throw { id: 'i', code: 'GAIA_RE01', message: `指定したレコード（id: ${String(parameters['id'])}）が見つかりません。` }
      return { record }
    }
    const { comparisons, order, limit } = readQuery(String(parameters['query']))
    const found = stored
      .filter((record) =>
        comparisons.every(({ code, operator, values }) => {
          const field = record[code]
          if (!field) throw { id: 'i', code: 'GAIA_IQ11', message: `指定されたフィールド（${code}）が見つかりません。` }
          const numeric = field.type === '__ID__' || field.type === 'NUMBER'
          // An empty number is no number, not 0.
          const same = (value: string) => (numeric && field.value !== '' ? Number(field.value) === Number(value) : field.value === value)
          if (operator === '=' || (operator === 'in' && numeric)) return values.some(same)
          if (operator === '>' && numeric) return Number(field.value) > Number(values[0])
          if (operator === '<=' && numeric) return Number(field.value) <= Number(values[0])
          throw { id: 'i', code: 'GAIA_IQ03', message: `${operator}を使用できません。` }
        }),
      )
      .sort((a, b) => (order[0] === '$id asc' ? 1 : -1) * (Number(a['$id']?.value) - Number(b['$id']?.value)))
    const page = found.slice(0, limit)
    const fields = parameters['fields'] as readonly string[]
    return { records: page.map((record) => Object.fromEntries(fields.flatMap((code) => (record[code] ? [[code, record[code]]] : [])))), totalCount: parameters['totalCount'] === true ? String(found.length) : null }
  }
  return { get, calls }
}

const reader = (get: ApiGet) => kintoneAssessedItems(get, '7', (id) => `/k/7/show#record=${id}`, requestGate(async () => {}))

describe('the items of an assessment', () => {
  it('are all there, each once, though 1,203 records take three answers', async () => {
    const { get, calls } = kintoneHolding(records(1203).reverse())
    const { items, unreadable } = await reader(get).list(HOSPITAL)
    expect(items).toHaveLength(1203)
    expect(new Set(items.map(({ recordId }) => recordId)).size).toBe(1203)
    expect(unreadable).toEqual([])
    expect(calls).toHaveLength(3)
    expect(calls.every(({ path, parameters }) => path === 'records' && parameters['app'] === '7')).toBe(true)
  })

  it.each([
    [0, 1],
    [1, 1],
    [499, 1],
    [500, 2],
    [1000, 2],
  ])('of %i records take %i answers', async (count, answers) => {
    const { get, calls } = kintoneHolding(records(count))
    expect((await reader(get).list(HOSPITAL)).items).toHaveLength(count)
    expect(calls).toHaveLength(answers)
  })

  it('are not those of another round or facility', async () => {
    const others = [...records(3, { round: '2025', facility: '本院' }, 1000), ...records(2, { round: '2026', facility: '分院' }, 2000)]
    const { items } = await reader(kintoneHolding([...others, ...records(4)]).get).list(HOSPITAL)
    expect(items.map(({ recordId }) => recordId)).toEqual(['1', '4', '7', '10'])
  })

  it('are found though the facility has quotation marks in its name', async () => {
    const assessment = { round: '2026', facility: '"東" or round != "\\' }
    const { items } = await reader(kintoneHolding([...records(2, assessment), ...records(2, HOSPITAL, 100)]).get).list(assessment)
    expect(items).toHaveLength(2)
  })

  it('are told apart from records that cannot be read, of which none is lost', async () => {
    const stored = records(3)
    stored[1] = { ...stored[1], status: { type: 'DROP_DOWN', value: '完璧' } }
    const { items, unreadable } = await reader(kintoneHolding(stored).get).list(HOSPITAL)
    expect(items.map(({ recordId }) => recordId)).toEqual(['1', '7'])
    expect(unreadable).toEqual([{ recordId: '4', field: 'status', label: '対応状況', found: '"完璧"' }])
  })

  it('are a failure, not a shorter list, if the third answer does not come', async () => {
    const { get } = kintoneHolding(records(1203))
    let answers = 0
    const failing: ApiGet = (path, parameters) => (++answers > 2 ? Promise.reject({ code: 'GAIA_TO04', message: '混み合っています。' }) : get(path, parameters))
    await expect(reader(failing).list(HOSPITAL)).rejects.toMatchObject({ name: 'ServiceFailure', kind: 'busy' })
  })

  it.each([[null], [{}], ['<html>'], [{ records: null }]])('are a failure if the answer is none: %j', async (answer) => {
    await expect(reader(() => Promise.resolve(answer)).list(HOSPITAL)).rejects.toMatchObject({ name: 'ServiceFailure', kind: 'unknown' })
  })
})

describe('the assessments', () => {
  it('are named once each, the newest round first', async () => {
    const seeded = (round: string, facility: string, firstId: number) => records(3, { round, facility }, firstId)
    const both = [...seeded('2025', '本院', 1), ...seeded('2026', '本院', 100), ...seeded('2026', '分院', 200), ...seeded('2024', '本院', 300), ...seeded('2026', '本院', 400)]
    const found = await reader(kintoneHolding(both).get).assessments()
    expect(found.map(({ round }) => round)).toEqual(['2026', '2026', '2025', '2024'])
    expect(new Set(found.map(({ round, facility }) => `${round} ${facility}`))).toEqual(new Set(['2026 本院', '2026 分院', '2025 本院', '2024 本院']))
  })

  it('are known from a few of their items, so that many of them are still one short answer', async () => {
    const rounds = Array.from({ length: 12 }, (_, at) => records(60, { round: String(2015 + at), facility: '本院' }, 1 + at * 1000))
    const { get, calls } = kintoneHolding(rounds.flat())
    expect(await reader(get).assessments()).toHaveLength(12)
    // The other one asks where the records end.
    expect(calls.map(({ parameters }) => parameters['fields'])).toEqual([['$id', 'round', 'facility'], ['$id']])
  })

  it('are known though the first two items have been deleted', async () => {
    expect(await reader(kintoneHolding(records(5).slice(2)).get).assessments()).toEqual([HOSPITAL])
  })

  it.each([['round', ''], ['facility', ''], ['round', null], ['facility', null], ['facility', ['本院']]])('are not read out of a record that somebody added by hand, with %s %j', async (code, value) => {
    const [byHand, ...rest] = records(3)
    const stored = [{ ...byHand, [code]: { type: 'SINGLE_LINE_TEXT', value } }, ...rest]
    expect(await reader(kintoneHolding(stored).get).assessments()).toEqual([HOSPITAL])
    expect(await reader(kintoneHolding(stored.slice(0, 1)).get).assessments()).toEqual([])
  })

  it('are not read out of a record whose names this user may not see', async () => {
    const hidden = records(3).map(({ round: _round, ...seen }) => seen)
    const { get } = kintoneHolding(hidden)
    expect(await reader(get).assessments()).toEqual([])
  })

  it('are none in an app without records', async () => {
    expect(await reader(kintoneHolding([]).get).assessments()).toEqual([])
  })

  it('are a failure if they cannot be read', async () => {
    await expect(reader(() => Promise.reject({ code: 'CB_NO02', message: '権限がありません。' })).assessments()).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a large assessment', () => {
  /** As set-up leaves them: one assessment's records after the other's. */
  const contiguous = (count: number, assessment: typeof HOSPITAL, firstId: number) => records(count, assessment).map((record, at) => ({ ...record, $id: { type: '__ID__', value: String(firstId + at) } }))

  it('is read in one round trip once the assessments are known, and the others beside it cost nothing', async () => {
    const { get, calls } = kintoneHolding([...contiguous(393, { round: '2025', facility: '本院' }, 1), ...contiguous(2000, HOSPITAL, 394)])
    let [running, most] = [0, 0]
    const counting = reader(async (path, parameters) => {
      most = Math.max(most, ++running)
      await new Promise((done) => setImmediate(done))
      running -= 1
      return get(path, parameters)
    })
    await counting.assessments()
    calls.length = 0
    most = 0
    expect((await counting.list(HOSPITAL)).items).toHaveLength(2000)
    expect(calls).toHaveLength(most)
    expect(calls.length).toBeLessThanOrEqual(6)
    calls.length = 0
    expect((await counting.list({ round: '2025', facility: '本院' })).items).toHaveLength(393)
    expect(calls).toHaveLength(1)
  })

  it('that cannot be read any more is not asked for to the end', async () => {
    const { get } = kintoneHolding(contiguous(9000, HOSPITAL, 1))
    let calls = 0
    const source = reader((path, parameters) => (++calls > 5 ? Promise.reject({ code: 'CB_NO02', message: '権限がありません。' }) : get(path, parameters)))
    await expect(source.list(HOSPITAL)).rejects.toMatchObject({ kind: 'forbidden' })
    await new Promise((done) => setTimeout(done))
    expect(calls).toBeLessThanOrEqual(16)
  })
})

describe('a list that this tab has read before', () => {
  /** sessionStorage, as far as it is used. */
  function tab(): Storage {
    const held = new Map<string, string>()
    return new Proxy({} as Storage, {
      get: (_, name) => ({ getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value), removeItem: (key: string) => void held.delete(key) })[name as 'getItem'],
      ownKeys: () => [...held.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    })
  }
  const opened = (get: ApiGet, storage: Storage, user = 'tanaka') => {
    const memory = recordMemory(storage, `7-${user}`, 'v1', () => '2026-11-26 14:05')
    return { memory, source: kintoneAssessedItems(get, '7', (id) => id, requestGate(async () => {}), memory) }
  }
  const revised = (record: StoredRecord | undefined, revision: string, status: string): StoredRecord => ({ ...record, $revision: { type: '__REVISION__', value: revision }, status: { type: 'DROP_DOWN', value: status } })

  it('is there at once, named as of then, and costs one short answer while nothing has changed', async () => {
    const storage = tab()
    const { get, calls } = kintoneHolding(records(393))
    const first = await opened(get, storage).source.list(HOSPITAL)
    calls.length = 0
    const { source } = opened(get, storage)
    const remembered = source.remembered.list(HOSPITAL)
    expect(remembered).toEqual({ list: first, at: '2026-11-26 14:05' })
    expect(await source.list(HOSPITAL)).toBe(remembered?.list)
    expect(calls.map(({ parameters }) => parameters['fields'])).toEqual([['$id', '$revision']])
  })

  it('follows what others have changed, added and deleted, and only that is read', async () => {
    const storage = tab()
    const before = records(20)
    await opened(kintoneHolding(before).get, storage).source.list(HOSPITAL)
    const now = [...before.slice(2).map((record, at) => (at === 4 ? revised(record, '9', '対応済') : record)), ...records(1, HOSPITAL, 900)]
    const { get, calls } = kintoneHolding(now)
    const { items } = await opened(get, storage).source.list(HOSPITAL)
    expect(items).toEqual((await reader(get).list(HOSPITAL)).items)
    expect(items.map(({ recordId }) => recordId)).not.toContain('1')
    expect(calls[1]?.parameters['query']).toContain('$id in ("19", "900")')
  })

  it('is never somebody else’s, nor of another version, nor shown as it was once this tab has written', async () => {
    const storage = tab()
    const { get } = kintoneHolding(records(5))
    await opened(get, storage).source.list(HOSPITAL)
    expect(opened(get, storage, 'sato').source.remembered.list(HOSPITAL)).toBeNull()
    expect(recordMemory(storage, '7-tanaka', 'v2', () => '').recall('2026/本院')).toBeNull()
    const { memory, source } = opened(get, storage)
    memory.touch()
    expect(source.remembered.list(HOSPITAL)).toBeNull()
    await source.list(HOSPITAL)
    expect(source.remembered.list(HOSPITAL)?.list.items).toHaveLength(5)
  })

  it('is forgotten for no reason but that: what was written while it was being checked counts as not yet seen', async () => {
    const storage = tab()
    const { get } = kintoneHolding(records(5))
    const { memory, source } = opened((path, parameters) => {
      memory.touch()
      return get(path, parameters)
    }, storage)
    await source.list(HOSPITAL)
    expect(source.remembered.list(HOSPITAL)).toBeNull()
  })

  it('is simply read where the browser keeps nothing', async () => {
    const full = new Proxy({} as Storage, { get: () => () => { throw new Error('QuotaExceededError') }, ownKeys: () => [] })
    const { source } = opened(kintoneHolding(records(5)).get, full)
    expect((await source.list(HOSPITAL)).items).toHaveLength(5)
    expect(source.remembered.list(HOSPITAL)).toBeNull()
  })
})

describe('one item', () => {
  it('is read whole by the id of its record', async () => {
    expect(await reader(kintoneHolding(records(2)).get).detail('4')).toMatchObject({ recordId: '4', no: '6.5-2', requirement: '例の要求事項' })
  })

  it('that has been deleted is not found', async () => {
    await expect(reader(kintoneHolding([]).get).detail('4')).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('some items', () => {
  it('are read by their ids, 250 in three answers; those that are gone are missing', async () => {
    const stored = records(250)
    const ids = stored.map(({ $id }) => String($id?.value))
    const { get, calls } = kintoneHolding(stored.slice(1))
    const { items } = await reader(get).some(ids)
    expect(items.map(({ recordId }) => recordId).sort()).toEqual(ids.slice(1).sort())
    expect(calls).toHaveLength(3)
  })

  it('are none where none are asked for, without asking kintone', async () => {
    const { get, calls } = kintoneHolding(records(3))
    expect(await reader(get).some([])).toEqual({ items: [], unreadable: [] })
    expect(calls).toEqual([])
  })
})

describe('the right to edit', () => {
  /** kintone's records/acl/evaluate.json for a user who may edit the records with an even id. */
  function evaluating() {
    const asked: number[] = []
    const get: ApiGet = async (path, parameters) => {
      expect([path, parameters['app']]).toEqual(['records/acl/evaluate', '7'])
      const ids = parameters['ids'] as readonly string[]
      asked.push(ids.length)
      return { rights: ids.map((id) => ({ id, record: { viewable: true, editable: Number(id) % 2 === 0, deletable: false }, fields: {} })) }
    }
    return { asked, get }
  }

  it('is what kintone says of each record, at most 100 to a question', async () => {
    const { asked, get } = evaluating()
    const ids = Array.from({ length: 201 }, (_, at) => String(at + 1))
    expect([...(await reader(get).mayEdit(ids))]).toEqual(ids.filter((id) => Number(id) % 2 === 0))
    expect(asked).toEqual([100, 100, 1])
  })

  it('is a failure where kintone says nothing, never a no or a yes', async () => {
    await expect(reader(async () => ({})).mayEdit(['1'])).rejects.toMatchObject({ kind: 'unknown' })
    await expect(reader(() => Promise.reject('')).mayEdit(['1'])).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
