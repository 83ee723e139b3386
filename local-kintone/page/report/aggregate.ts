import { rowsOf, textOf, type FieldProperties, type FieldProperty, type RecordData } from '../shapes'
import { groupValues } from './group-values'
import type { Aggregation, Report } from './reports'

/** One combination of groups with its numbers, one for each aggregation; null where no record had a number. */
export interface Bucket {
  readonly groups: readonly string[]
  readonly values: readonly (number | null)[]
}

interface Tally {
  readonly groups: readonly string[]
  readonly numbers: readonly number[][]
  count: number
}

/**
 * Groups and aggregates records as a graph's settings say, sorted. A record with several values in a group's field counts in each of their
 * groups; where a field lies in a table, each row counts.
 */
export function aggregate(report: Report, records: readonly RecordData[], fields: FieldProperties, timezone: string): readonly Bucket[] {
  const { groups, aggregations } = report
  const inTables = Object.values(fields).flatMap((field) => Object.entries(field.fields ?? {}))
  const all: FieldProperties = { ...fields, ...Object.fromEntries(inTables) }
  const used = [...groups, ...aggregations].flatMap(({ code }) => code ?? [])
  const table = Object.values(fields).find((field) => used.some((code) => field.fields !== undefined && code in field.fields))
  const tallies = new Map<string, Tally>()
  for (const row of records.flatMap((record) => rowsIn(record, table))) {
    const values = groups.map(({ code, per }) => groupValues(row[code], all[code] ?? null, per ?? null, timezone))
    for (const combination of combinations(values)) {
      const key = JSON.stringify(combination)
      const tally = tallies.get(key) ?? { groups: combination, numbers: aggregations.map((): number[] => []), count: 0 }
      tallies.set(key, tally)
      tally.count += 1
      aggregations.forEach(({ code }, index) => {
        const text = code === undefined ? '' : textOf(row[code]?.value)
        if (text !== '') tally.numbers[index]?.push(Number(text))
      })
    }
  }
  const buckets = [...tallies.values()].map((tally) => ({
    groups: tally.groups,
    values: aggregations.map((aggregation, index) => resultOf(aggregation, tally.count, tally.numbers[index] ?? [])),
  }))
  return buckets.toSorted(orderOf(report, all))
}

function rowsIn(record: RecordData, table: FieldProperty | undefined): readonly RecordData[] {
  if (table === undefined) return [record]
  return rowsOf(record[table.code]?.value).map((row) => ({ ...record, ...row.value }))
}

function combinations(values: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return values.reduce<readonly (readonly string[])[]>((all, next) => all.flatMap((start) => next.map((value) => [...start, value])), [[]])
}

function resultOf({ type }: Aggregation, count: number, numbers: readonly number[]): number | null {
  if (type === 'COUNT') return count
  if (numbers.length === 0) return null
  const sum = () => numbers.reduce((total, number) => total + number, 0)
  switch (type) {
    case 'SUM':
      return sum()
    case 'AVERAGE':
      return sum() / numbers.length
    case 'MAX':
      return numbers.reduce((a, b) => Math.max(a, b))
    case 'MIN':
      return numbers.reduce((a, b) => Math.min(a, b))
  }
}

/** By the graph's sorts, then by its groups from the first. */
function orderOf({ sorts, groups }: Report, fields: FieldProperties): (a: Bucket, b: Bucket) => number {
  const byGroup = groups.map(({ code }, index) => {
    const compare = comparerOf(fields[code])
    return (a: Bucket, b: Bucket) => compare(a.groups[index] ?? '', b.groups[index] ?? '')
  })
  const byTotal = (a: Bucket, b: Bucket) => (a.values[0] ?? 0) - (b.values[0] ?? 0)
  const wanted = sorts.map(({ by, order }) => {
    const compare = by === 'TOTAL' ? byTotal : (byGroup[Number(by.slice(5)) - 1] ?? byTotal)
    return order === 'ASC' ? compare : (a: Bucket, b: Bucket) => compare(b, a)
  })
  const all = [...wanted, ...byGroup]
  return (a, b) => all.reduce((result, compare) => (result === 0 ? compare(a, b) : result), 0)
}

/** Options in the order of the settings, numbers by size, everything else as text. */
function comparerOf(property: FieldProperty | undefined): (a: string, b: string) => number {
  const options = Object.values(property?.options ?? {}).toSorted((a, b) => Number(a.index) - Number(b.index))
  if (options.length > 0) {
    const place = new Map(options.map(({ label }, index) => [label, index]))
    return (a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1)
  }
  const numeric = property?.type === 'NUMBER' || property?.type === 'CALC' || property?.type === 'RECORD_NUMBER'
  if (numeric) return (a, b) => Number(a.replaceAll(',', '')) - Number(b.replaceAll(',', ''))
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0)
}
