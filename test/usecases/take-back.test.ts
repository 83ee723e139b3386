import { describe, expect, it } from 'vitest'
import type { ShapeTakeBack } from '../../src/ports/take-back'
import type { RunLog } from '../../src/usecases/run-setup'
import { readRunLog, takeBack } from '../../src/usecases/take-back'

const SHAPE: ShapeTakeBack = { way: 'remove', entries: [], pending: [], changes: null }
const USAGE = { untouched: [{ key: '2026/本院/MHLW:6.1-01', change: null }], kept: 0, fields: new Set<string>() }

describe('taking a run back', () => {
  it('ends in a failure also where a mistake of our own breaks it off, so that nobody waits for ever', async () => {
    const removed: string[] = []
    const ports = {
      app: { plan: async () => SHAPE, apply: () => Promise.reject(new TypeError('ours')) },
      records: { usage: async () => USAGE, remove: async (records: typeof USAGE.untouched) => void removed.push(...records.map(({ key }) => key)) },
    }
    expect(await takeBack(ports, { usage: USAGE, shape: SHAPE }, () => {})).toMatchObject({ outcome: 'stopped', failure: { kind: 'unknown', detail: 'TypeError: ours' } })
    expect(removed).toEqual(['2026/本院/MHLW:6.1-01'])
  })
})

describe('the record of a run that somebody pastes', () => {
  const LOG: RunLog = { assessment: { round: '2026', facility: '本院' }, catalogVersion: '1', steps: [], added: [{ part: 'view', name: 'チェックリスト' }], records: ['2026/本院/MHLW:6.1-01'], upgraded: [] }

  it('is read as it was copied, also one that is older than the upgrades', () => {
    expect(readRunLog(JSON.stringify(LOG, null, 1))).toEqual(LOG)
    const { upgraded: _, ...older } = LOG
    expect(readRunLog(JSON.stringify(older))).toEqual(LOG)
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"assessment":'],
    ['nothing of a run', 'null'],
    ['a list', '[]'],
    ['no facility', JSON.stringify({ ...LOG, assessment: { round: '2026' } })],
    ['a record that is no key', JSON.stringify({ ...LOG, records: [1] })],
    ['an addition without a name', JSON.stringify({ ...LOG, added: [{ part: 'view' }] })],
    ['an addition that is nothing', JSON.stringify({ ...LOG, added: [null] })],
  ])('is none where it holds %s', (_what, text) => {
    expect(readRunLog(text)).toBeNull()
  })
})
