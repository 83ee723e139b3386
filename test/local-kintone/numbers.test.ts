import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deploy, givenKintone, refusalOf, type Given } from './given'

/*
 * Numbers and short texts as others measured them on live kintones (behaviour.md names them): what is kept of what is written, what a
 * condition takes for the same.
 */

let given: Given
let client: KintoneRestAPIClient

beforeAll(async () => {
  given = await givenKintone()
  client = given.as('admin')
})
afterAll(() => given.kintone.close())

interface Precision {
  readonly digits: number
  readonly decimalPlaces: number
  readonly roundingMode: 'HALF_EVEN' | 'UP' | 'DOWN'
}

/** An app with a number, one with a range, and one in a table. */
async function appWith(precision?: Precision): Promise<string> {
  const { app } = await client.app.addApp({ name: '数値' })
  await client.app.addFormFields({
    app,
    properties: {
      n: { type: 'NUMBER', code: 'n', label: 'n' },
      range: { type: 'NUMBER', code: 'range', label: 'range', minValue: '-5', maxValue: '10' },
      rows: { type: 'SUBTABLE', code: 'rows', label: 'rows', fields: { in: { type: 'NUMBER', code: 'in', label: 'in' } } },
    },
  })
  if (precision !== undefined) await client.app.updateAppSettings({ app, numberPrecision: precision })
  await deploy(client, app)
  return app
}

type Place = 'n' | 'range' | 'in'

const body = (place: Place, value: unknown) => (place === 'in' ? { rows: { value: [{ value: { in: { value } } }] } } : { [place]: { value } }) as Parameters<typeof client.record.addRecord>[0]['record']

/** What is kept of a number, or the places and messages of the refusal. */
async function kept(app: string, place: Place, value: unknown): Promise<unknown> {
  const { status, body: answer } = await given.send('admin', 'POST', '/k/v1/record.json', { app, record: body(place, value) })
  const told = answer as { id: string; errors?: Record<string, { messages: string[] }> }
  if (status !== 200) return Object.fromEntries(Object.entries(told.errors ?? {}).map(([at, { messages }]) => [at, messages.join()]))
  const { record } = await client.record.getRecord({ app, id: told.id })
  if (place !== 'in') return record[place]?.value
  return (record['rows']?.value as unknown as { value: { in: { value: string } } }[])[0]?.value.in.value
}

const notANumber = '数字でなければなりません。'
const tooManyDigits = '有効桁数を超えています。'
const inTable = 'record.rows.value[0].value.in.value'

describe('of a number is kept, with the precision of a new app (16 digits, 4 of them decimals, HALF_EVEN)', () => {
  let app: string
  beforeAll(async () => {
    app = await appWith()
  })

  test.each([
    ['0.00015', '0.0002'],
    ['0.00025', '0.0002'],
    ['-0.00015', '-0.0002'],
    ['-0.00005', '0'],
    ['1e-7', '0'],
    ['1e-4', '0.0001'],
    ['1e11', '100000000000'],
    ['1e+3', '1000'],
    [' 42 ', '42'],
    ['00012.50', '12.5'],
    ['5.', '5'],
    ['999999999999.9999', '999999999999.9999'],
    [1.23456, '1.2346'],
  ])('%s as %s, in a table or not', async (given, expected) => {
    expect([await kept(app, 'n', given), await kept(app, 'in', given)]).toEqual([expected, expected])
  })

  test.each(['1234567890123', '1e12', '999999999999.99995', '123456789012345678901234567890', '1e400'])(
    '%s not, it has more than 12 digits before the point',
    async (given) => {
      expect(await kept(app, 'n', given)).toEqual({ 'record.n.value': tooManyDigits })
      expect(await kept(app, 'in', given)).toEqual({ [inTable]: tooManyDigits })
    },
  )

  test.each([
    ['.5', '0.5'],
    ['５', '5'],
    ['1２', '12'],
    ['-５', '-5'],
    ['１e３', '1000'],
    ['　５　', '5'],
    ['0x10', ''],
    ['１．５', ''],
    ['－５', ''],
    ['1,000', ''],
    ['12abc', ''],
  ])('%s is no number outside of a table; inside it is kept as "%s"', async (given, expected) => {
    expect(await kept(app, 'n', given)).toEqual({ 'record[n].value': notANumber })
    expect(await kept(app, 'in', given)).toBe(expected)
  })

  test('full-width digits outside of a table are judged by their range and digits as well', async () => {
    expect(await kept(app, 'range', '１１')).toEqual({ 'record[range].value': notANumber, 'record.range.value': '10以下である必要があります。' })
    expect(await kept(app, 'n', '１２３４５６７８９０１２３')).toEqual({ 'record[n].value': notANumber, 'record.n.value': tooManyDigits })
  })

  test.each([
    ['10.00004', { 'record.range.value': '10以下である必要があります。' }],
    ['-5.00004', { 'record.range.value': '-5以上である必要があります。' }],
    ['10.00000', '10'],
  ])('the range of %s is looked at before it is rounded', async (given, expected) => {
    expect(await kept(app, 'range', given)).toEqual(expected)
  })

  test('a change is rounded and refused in the same way, each record at its place', async () => {
    const { id } = await client.record.addRecord({ app, record: { n: { value: '1' } } })
    await client.record.updateRecord({ app, id, record: { n: { value: '1.23456' } } })
    expect((await client.record.getRecord({ app, id })).record['n']?.value).toBe('1.2346')
    const refusal = await refusalOf(client.record.updateRecords({ app, records: [{ id, record: {} }, { id, record: { n: { value: '1e12' } } }] }))
    expect(refusal.errors).toEqual({ 'records[1].n.value': { messages: [tooManyDigits] } })
  })
})

test.each<[Precision, Readonly<Record<string, string | null>>]>([
  [{ digits: 5, decimalPlaces: 2, roundingMode: 'HALF_EVEN' }, { '0.015': '0.02', '0.025': '0.02', '1.99999': '2', '999.99': '999.99', '1000': null }],
  [{ digits: 5, decimalPlaces: 2, roundingMode: 'UP' }, { '0.00001': '0.01', '-0.00005': '-0.01', '1.23456': '1.24', '999.99': '999.99' }],
  [{ digits: 5, decimalPlaces: 2, roundingMode: 'DOWN' }, { '0.015': '0.01', '1.99999': '1.99', '-0.005': '0', '99999': null }],
  [{ digits: 30, decimalPlaces: 10, roundingMode: 'HALF_EVEN' }, { '12345678901234567': '12345678901234567', '1e-7': '0.0000001', '1e21': null }],
])('with %j', async (precision, cases) => {
  const app = await appWith(precision)
  for (const [written, expected] of Object.entries(cases)) {
    expect.soft(await kept(app, 'n', written), written).toEqual(expected ?? { 'record.n.value': tooManyDigits })
    expect.soft(await kept(app, 'in', written), written).toEqual(expected ?? { [inTable]: tooManyDigits })
  }
})

describe('a condition', () => {
  const x64 = 'x'.repeat(64)
  /** Each record's name is what it is found by. */
  const records: readonly (readonly [name: string, n: string | null, t: string, row: readonly [count: string, part: string] | null])[] = [
    ['five', '5', 'abc', ['5', 'abc']],
    ['empty', '', 'abc ', ['', 'abc ']],
    ['minus', '-1', ' abc', null],
    ['zero', '0', 'abc　', null],
    ['half', '0.5', 'abc\t', null],
    ['big', '999999999999.9999', `${x64}A`, null],
    ['bigger by none', '999999999999.9998', `${x64}B`, null],
    ['unsent', null, 'abc  ', null],
  ]
  const all = records.map(([name]) => name)
  const but = (...names: string[]) => all.filter((name) => !names.includes(name))
  let app: string
  let second: string

  beforeAll(async () => {
    app = (await client.app.addApp({ name: '条件' })).app
    const inside = { count: { type: 'NUMBER', code: 'count', label: 'count' }, part: { type: 'SINGLE_LINE_TEXT', code: 'part', label: 'part' } } as const
    await client.app.addFormFields({
      app,
      properties: {
        name: { type: 'SINGLE_LINE_TEXT', code: 'name', label: 'name' },
        n: { type: 'NUMBER', code: 'n', label: 'n' },
        t: { type: 'SINGLE_LINE_TEXT', code: 't', label: 't' },
        rows: { type: 'SUBTABLE', code: 'rows', label: 'rows', fields: inside },
      },
    })
    await deploy(client, app)
    const { ids } = await client.record.addRecords({
      app,
      records: records.map(([name, n, t, row]) => ({
        name: { value: name },
        ...(n !== null && { n: { value: n } }),
        t: { value: t },
        rows: { value: row === null ? [] : [{ value: { count: { value: row[0] }, part: { value: row[1] } } }] },
      })),
    })
    second = ids[1] ?? ''
  })

  const found = async (query: string) =>
    (await client.record.getRecords({ app, query: `${query} order by $id asc` })).records.map((record) => record['name']?.value)

  test.each<[string, readonly string[]]>([
    ['n = "05"', ['five']],
    ['n = "+5"', ['five']],
    ['n = "0.5e1"', ['five']],
    ['n = 5', ['five']],
    ['n = "５"', ['five']],
    ['n = "-0"', ['zero']],
    ['n = ".5"', ['half']],
    ['n = "999999999999.99990"', ['big']],
    ['n > "999999999999.9998"', ['big']],
    ['n = " 5"', []],
    ['n = "1,234"', []],
    ['n != "abc"', []],
    ['n < "abc"', []],
    ['n != "－１"', []],
    ['n in ("５", "abc")', ['five']],
    ['n not in ("abc")', all],
    ['n = ""', ['empty', 'unsent']],
    ['n != ""', but('empty', 'unsent')],
    ['n = "0"', ['zero']],
    ['n != "0"', but('zero')],
    ['n in ("05", "")', ['five', 'empty', 'unsent']],
    ['n not in ("")', but('empty', 'unsent')],
    ['n <= -1000000', ['empty', 'unsent']],
    ['n > -1000000', but('empty', 'unsent')],
    ['n < 0', ['empty', 'minus', 'unsent']],
    ['count < -1000000', ['empty']],
    ['count in ("")', ['empty']],
    ['count in ("05")', ['five']],
    ['count not in ("0")', ['five', 'empty']],
    ['t = "abc"', ['five', 'empty', 'unsent']],
    ['t != "abc "', ['minus', 'zero', 'half', 'big', 'bigger by none']],
    ['t = " abc"', ['minus']],
    ['t = "abc　"', ['zero']],
    [`t = "${x64}C"`, ['big', 'bigger by none']],
    [`t not in ("${x64}")`, but('big', 'bigger by none')],
    [`t = "${x64.slice(1)}A"`, []],
    ['part in ("abc ")', ['five', 'empty']],
    ['part not in ("abc")', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  test.each<[(id: string) => string, readonly string[]]>([
    [(id) => `レコード番号 = "0${id}"`, ['empty']],
    [(id) => `$id = "+${id}"`, ['empty']],
    [(id) => `$id in ("0${id}")`, ['empty']],
    [(id) => `レコード番号 not in ("0${id}")`, but('empty')],
    [(id) => `$id > "0${id}"`, but('five', 'empty')],
    [(id) => `$id = "${id}e0"`, []],
    [(id) => `$id > "${id}.0"`, []],
    [(id) => `レコード番号 = " ${id}"`, []],
    [() => 'レコード番号 != "abc"', []],
    [() => '$id = ""', []],
    [() => '$id != ""', all],
  ])('on record numbers: %s', async (query, expected) => {
    expect(await found(query(second))).toEqual(expected)
  })

  test('that compares a record number with nothing is refused', async () => {
    expect(await refusalOf(client.record.getRecords({ app, query: '$id > ""' }))).toMatchObject({ status: 400, code: 'GAIA_IL08' })
  })
})
