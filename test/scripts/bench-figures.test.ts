import { describe, expect, it } from 'vitest'
import type { Measured } from '../bench/figures'
import { figureLine, figureOf, FIGURES, median, percentile } from '../bench/figures'
import { onTheWay, underWay } from '../bench/requests'

const measured = (name: Measured['name'], value: number | null, also?: boolean): Measured => ({ name, value, runs: [], note: '', ...(also === undefined ? {} : { also }) })

describe('the figures of the bench', () => {
  it('keep their names, by which runs are compared', () => {
    expect(FIGURES.map(({ name }) => name)).toEqual([
      'setup.requests', 'setup.ratio', 'setup.vsCli', 'read.393.ratio', 'read.4000.ratio', 'read.40000.ratio', 'read.40000.vsClient', 'read.bytes', 'read.bytes.matrix', 'read.bytes.dashboard', 'read.bytes.matrix.gzip', 'read.bytes.dashboard.gzip', 'read.bytes.inUse', 'matrix.393.vsHtml',
      'scroll.40000.p95', 'filter.393', 'filter.40000', 'bulk.393', 'revisit', 'bundle.desktop', 'bundle.mobile', 'bundle.config', 'memory.40000', 'grow.read', 'grow.memory', 'grow.rows', 'grow.frame',
    ])
  })

  it('are reached at the goal and missed beyond it, whichever way is better, and neither where nothing was measured', () => {
    expect([15, 16, 17].map((value) => figureOf(measured('setup.requests', value)).reached)).toEqual([true, true, false])
    expect([4.9, 5, 6].map((value) => figureOf(measured('read.40000.vsClient', value)).reached)).toEqual([false, true, true])
    expect(figureOf(measured('bundle.mobile', null)).reached).toBeNull()
    expect(figureOf(measured('setup.vsCli', 1, false)).reached).toBe(false)
  })

  it('say in their line what they are compared with', () => {
    for (const { name, comparedWith } of FIGURES) expect(figureLine(figureOf(measured(name, 1)))).toContain(`compared with: ${comparedWith}`)
    expect(figureLine(figureOf(measured('filter.393', 40)))).toContain('MISSED')
  })

  it('are medians and percentiles of their runs', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
    expect(percentile(Array.from({ length: 100 }, (_, at) => 100 - at), 0.95)).toBe(95)
  })
})

describe('requests on the way', () => {
  const sent = [[0, 100], [5, 110], [8, 140], [120, 220], [150, 260]].map(([from = 0, to = 0]) => ({ from, to }))

  it('are those that had to wait for one another', () => expect(onTheWay(sent)).toBe(2))
  it('take the time in which any of them was under way', () => expect(underWay([...sent, { from: 300, to: 310 }])).toBe(270))
})
