/** The graphs of the app, and what they add to those that are there. */
import type { ShapeEntry } from '../../ports/app-shape'
import type { FieldCode } from '../fields'
import { isNoneOf, notEmpty, all } from '../query'
import type { Planned } from './planned'
import { CLOSED } from './views'

interface GraphSettings {
  readonly name: string
  readonly chartType: string
  readonly [setting: string]: unknown
}
/** As GET preview/app/reports.json gives it. */
export interface Graph extends GraphSettings {
  readonly index: string
}

const group = (code: FieldCode, per?: 'MONTH') => ({ code, ...(per ? { per } : {}) })
const counted = { chartMode: 'STACKED', aggregations: [{ type: 'COUNT' }], sorts: [{ by: 'GROUP1', order: 'ASC' }] }

export const GRAPHS: readonly GraphSettings[] = [
  { name: '対応状況（章・節別）', chartType: 'BAR', ...counted, groups: [group('section'), group('status')], filterCond: '' },
  { name: '対応状況（担当者別）', chartType: 'BAR', ...counted, groups: [group('owner'), group('status')], filterCond: '' },
  { name: '目標日（月別）', chartType: 'COLUMN', ...counted, groups: [group('target_on', 'MONTH'), group('status')], filterCond: all(notEmpty('target_on'), isNoneOf('status', CLOSED)) },
]

/** kintone deletes graphs that are left out, so all of them are sent, or none. A graph of ours that the user has changed stays as it is. */
export function planGraphs(current: Readonly<Record<string, Graph>>, desired: readonly GraphSettings[]): Planned<Readonly<Record<string, Graph>>> {
  const names = new Set(desired.map(({ name }) => name))
  const missing = desired.filter(({ name }) => !(name in current))
  const next = Math.max(-1, ...Object.values(current).map(({ index }) => Number(index))) + 1
  const entries: ShapeEntry[] = [
    ...desired.map(({ name }): ShapeEntry => ({ part: 'graph', name, verdict: name in current ? 'unchanged' : 'added' })),
    ...Object.keys(current).filter((name) => !names.has(name)).map((name): ShapeEntry => ({ part: 'graph', name, verdict: 'foreign' })),
  ]
  const added = missing.map((graph, at) => [graph.name, { ...graph, index: String(next + at) }] as const)
  return { entries, write: missing.length > 0 ? { ...current, ...Object.fromEntries(added) } : null }
}
