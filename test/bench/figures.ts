/** Every figure of the bench: its name (stable: people compare runs by it), what it is compared with, and what is to be reached. */

interface FigureDefinition {
  readonly name: string
  /** What the value is, with its unit. */
  readonly is: string
  readonly comparedWith: string
  readonly goal: number
  readonly better: 'lower' | 'higher'
}

const lower = (name: string, is: string, comparedWith: string, goal: number): FigureDefinition => ({ name, is, comparedWith, goal, better: 'lower' })

export const FIGURES = [
  lower('setup.requests', 'requests one after another, an empty app and 393 records, polls apart', '–', 16),
  lower('setup.ratio', 'wall time of a set-up / the least', "the latencies on that path + the deploy's own time", 1.3),
  lower('setup.vsCli', 'whole set-up / the import; reached only if the seeding alone is faster, too', 'cli-kintone record import of the same 393 records as CSV into a ready app', 3),
  lower('read.393.ratio', 'reading an assessment of 393 records / the least', 'the same pages, their ranges known beforehand, 10 at a time: 1 round trip', 1.3),
  lower('read.4000.ratio', 'reading an assessment of 4,000 records / the least', 'the same pages, their ranges known beforehand, 10 at a time: 1 round trip', 1.3),
  lower('read.40000.ratio', 'reading an assessment of 40,000 records / the least', 'the same pages, their ranges known beforehand, 10 at a time: 8 round trips', 1.3),
  { name: 'read.40000.vsClient', is: 'how many times as fast as the client', comparedWith: "the official client's getAllRecords, the same fields and condition", goal: 5, better: 'higher' },
  lower('read.bytes', 'per cent of the bytes of a record, the heavier of matrix and dashboard', 'all fields', 25),
  lower('read.bytes.matrix', 'per cent of the bytes of a record', 'all fields', 25),
  lower('read.bytes.dashboard', 'per cent of the bytes of a record', 'all fields', 25),
  // How the same answers travel where the server packs them, as every browser asks it to. Whether kintone does is not known to us.
  lower('read.bytes.matrix.gzip', 'per cent of the bytes of a record, both gzipped', 'all fields', 25),
  lower('read.bytes.dashboard.gzip', 'per cent of the bytes of a record, both gzipped', 'all fields', 25),
  // The others are of records that nobody has worked on; a hospital's hold answers, agreements and the official text, too.
  lower('read.bytes.inUse', 'per cent of the bytes of a record in use, the heavier of matrix and dashboard', 'all fields', 25),
  lower('matrix.393.vsHtml', "from the last answer to the rows' first paint / the same", 'the same table as one innerHTML, painted', 1.5),
  lower('scroll.40000.p95', '95th percentile of the time between two frames / 16.7 ms', '16.7 ms', 1.5),
  lower('filter.393', 'ms from the key to the paint, the slower of matrix and checklist', '–', 32),
  lower('filter.40000', 'ms from the key to the paint, the slower of matrix and checklist', '–', 100),
  lower('bulk.393', 'round trips of assigning an owner to 393 items', 'one bulkRequest', 1),
  lower('revisit', "second opening of a view, unchanged data, from the screen's box to its rows / the first", 'first opening', 0.3),
  // Without js/spreadsheet.js and js/english.js, whose bodies run only when a file is asked for, and for who reads English.
  lower('bundle.desktop', 'KB gzipped', '–', 120),
  lower('bundle.mobile', 'KB gzipped', '–', 90),
  lower('bundle.config', 'KB gzipped, catalog included', '–', 260),
  lower('memory.40000', 'JS heap with the matrix open / the records', 'the records as JSON', 3),
  // Ten times the records: reading and memory may grow as much, what is drawn may not grow at all.
  lower('grow.read', 'time of reading 40,000 records / 4,000', '4,000 records', 10),
  lower('grow.memory', 'JS heap with the matrix of 40,000 open / 4,000', '4,000 records', 10),
  lower('grow.rows', 'most rows of the matrix in the page, 40,000 / 4,000', '4,000 records', 1.1),
  lower('grow.frame', 'mean time of a frame while the matrix scrolls, 40,000 / 4,000', '4,000 records', 1.2),
] as const satisfies readonly FigureDefinition[]

export type FigureName = (typeof FIGURES)[number]['name']

/** What one part of the bench has found. */
export interface Measured {
  readonly name: FigureName
  /** Null: it could not be measured, and `note` says why. */
  readonly value: number | null
  /** Of each run, where there were several; the value is their median. */
  readonly runs: readonly number[]
  /** In words: the sides of the comparison, and what else is known. */
  readonly note: string
  /** A second condition of the goal. Left out: none. */
  readonly also?: boolean
}

interface Figure extends FigureDefinition, Measured {
  readonly name: FigureName
  /** Null where nothing was measured. */
  readonly reached: boolean | null
}

export function figureOf(measured: Measured): Figure {
  const definition = FIGURES.find(({ name }) => name === measured.name) as FigureDefinition
  const { value, also = true } = measured
  const reached = value === null ? null : (definition.better === 'lower' ? value <= definition.goal : value >= definition.goal) && also
  return { ...definition, ...measured, reached }
}

export function figureLine({ name, value, goal, better, reached, is, comparedWith, note }: Figure): string {
  const verdict = reached === null ? 'not measured' : reached ? 'reached' : 'MISSED'
  return `${name.padEnd(20)} ${(value === null ? '–' : rounded(value)).padStart(8)}  ${better === 'lower' ? '≤' : '≥'} ${String(goal).padEnd(4)} ${verdict.padEnd(12)} ${is}; compared with: ${comparedWith}${note === '' ? '' : `  [${note}]`}`
}

export function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** `share`: 0.95 for the 95th percentile. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] as number
}
