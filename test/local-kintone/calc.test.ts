import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { deploy, givenApp, givenKintone, refusalOf, type Given } from './given'

/* What formulas come to, as a live kintone answered them (EMU-C, 2026-04 and 2026-09). */

let given: Given
let client: KintoneRestAPIClient

beforeAll(async () => {
  given = await givenKintone()
  client = given.as('admin')
})
afterAll(() => given.kintone.close())

type Properties = Parameters<KintoneRestAPIClient['app']['addFormFields']>[0]['properties']

const options = { x: { label: 'x', index: '0' }, y: { label: 'y', index: '1' } }
const base: Properties = {
  n: { type: 'NUMBER', code: 'n', label: 'n' },
  e: { type: 'NUMBER', code: 'e', label: 'e' },
  s: { type: 'SINGLE_LINE_TEXT', code: 's', label: 's' },
  d: { type: 'DATE', code: 'd', label: 'd' },
  dt: { type: 'DATETIME', code: 'dt', label: 'dt' },
  box: { type: 'CHECK_BOX', code: 'box', label: 'box', options },
  drop: { type: 'DROP_DOWN', code: 'drop', label: 'drop', options },
  memo: { type: 'MULTI_LINE_TEXT', code: 'memo', label: 'memo' },
  t: {
    type: 'SUBTABLE',
    code: 't',
    label: 't',
    fields: {
      qty: { type: 'NUMBER', code: 'qty', label: 'qty' },
      price: { type: 'NUMBER', code: 'price', label: 'price' },
      who: { type: 'SINGLE_LINE_TEXT', code: 'who', label: 'who' },
      line: { type: 'CALC', code: 'line', label: 'line', expression: 'qty * price + n', format: 'NUMBER' },
    },
  },
  t2: { type: 'SUBTABLE', code: 't2', label: 't2', fields: { none: { type: 'NUMBER', code: 'none', label: 'none' } } },
}
const record = {
  n: { value: '10' },
  s: { value: 'あ' },
  d: { value: '2026-04-25' },
  dt: { value: '2026-04-25T10:00:00Z' },
  box: { value: ['x'] },
  drop: { value: 'y' },
  t: {
    value: [
      { value: { qty: { value: '10' }, price: { value: '3' }, who: { value: 'a' } } },
      { value: { qty: { value: '20' }, price: { value: '' }, who: { value: 'b' } } },
      { value: { qty: { value: '' }, price: { value: '5' } } },
    ],
  },
}

type Case = readonly [expression: string, value: string, format?: string]

/** The values of CALC fields (or texts) with these formulas, in one app and one record. */
async function values(cases: readonly Case[], type: 'CALC' | 'SINGLE_LINE_TEXT', precision?: object): Promise<readonly unknown[]> {
  const fields = cases.map(([expression, , format], index) => {
    const code = `c${index}`
    return [code, { type, code, label: code, expression, ...(type === 'CALC' && { format: format ?? 'NUMBER' }) }]
  })
  const { app } = await client.app.addApp({ name: '計算' })
  await client.app.addFormFields({ app, properties: { ...base, ...Object.fromEntries(fields) } as Properties })
  if (precision !== undefined) await given.send('admin', 'PUT', '/k/v1/preview/app/settings.json', { app, numberPrecision: precision })
  expect(await deploy(client, app)).toBe('SUCCESS')
  const { id } = await client.record.addRecord({ app, record })
  const { record: read } = await client.record.getRecord({ app, id })
  return cases.map(([expression], index) => [expression, read[`c${index}`]?.value])
}

const wanted = (cases: readonly Case[]) => cases.map(([expression, value]) => [expression, value])

describe('a CALC field', () => {
  test('calculates and rounds each step to the precision of the app', async () => {
    const cases: readonly Case[] = [
      ['n + 3', '13'], ['n - 3', '7'], ['7 * 0.1', '0.7'], ['0.1 + 0.2', '0.3'], ['1 / 3', '0.3333'], ['1 / 7', '0.1429'],
      ['1 / 3 * 3', '0.9999'], ['2 / 3 * 3', '2.0001'], ['0.00015 * 10000', '2'], ['0.00015 + 0.00015', '0.0004'],
      ['n / 0', ''], ['0 / 0', ''], ['4 ^ 1.5', '4'], ['4 ^ -2', '0.0625'], ['2 ^ 101', ''], ['999999999999 + 1', ''],
      ['-n + 2 * 3', '-4'], ['(1 + 2) * 3', '9'], ['2 + 3 * 4 ^ 2', '50'], ['10 - 3 - 2', '5'],
    ]
    expect(await values(cases, 'CALC')).toEqual(wanted(cases))
  })

  test('takes the precision from the settings of the app', async () => {
    const up: readonly Case[] = [['1 / 3', '0.34'], ['1 / 3 * 3', '1.02'], ['-0.00001', '-0.01'], ['10000', ''], ['2 ^ -20', '0.01']]
    expect(await values(up, 'CALC', { digits: '5', decimalPlaces: '2', roundingMode: 'UP' })).toEqual(wanted(up))
    const fine: readonly Case[] = [['1 / 3', '0.3333333333'], ['0.00015 * 10000', '1.5']]
    expect(await values(fine, 'CALC', { digits: '30', decimalPlaces: '10', roundingMode: 'HALF_EVEN' })).toEqual(wanted(fine))
  })

  test('takes an empty field for 0 in arithmetic, and for nothing by itself', async () => {
    const cases: readonly Case[] = [
      ['e', ''], ['(e)', ''], ['-e', '0'], ['e + 1', '1'], ['e = 0', '1'], ['SUM(e)', '0'], ['ROUND(e, 0)', '0'], ['IF(1 > 0, e, 2)', ''],
    ]
    expect(await values(cases, 'CALC')).toEqual(wanted(cases))
  })

  test('knows the functions of kintone', async () => {
    const cases: readonly Case[] = [
      ['SUM(1, 2, n)', '13'], ['SUM(qty)', '30'], ['SUM(none)', ''], ['SUM(none) + 1', ''], ['SUM(line)', '60'],
      ['IF(n > 5, n * 2, n / 2)', '20'], ['IF(s = "あ", 1, 2)', '1'], ['IF(1, 1, 2)', ''], ['IF(n > 5, "big", "small")', ''],
      ['AND(n > 1, n < 20)', '1'], ['AND(1, 1)', ''], ['OR(n > 100, n = 10)', '1'], ['NOT(n = 10)', '0'], ['n <> 10', '0'], ['n != 9', '1'],
      ['ROUND(3.1415, 2)', '3.14'], ['ROUND(-2.5, 0)', '-3'], ['ROUND(1.25, 1)', '1.3'], ['ROUNDUP(3.1415, 2)', '3.15'],
      ['ROUNDUP(-1.21, 1)', '-1.3'], ['ROUNDDOWN(-1.29, 1)', '-1.2'], ['ROUND(2.5)', '3'],
      ['CONTAINS(box, "x")', '1'], ['CONTAINS(box, "y")', '0'], ['CONTAINS(who, "b")', '1'], ['IF(CONTAINS(box, "x"), 5, 6)', '5'],
      ['YEN(n, 0)', ''], ['(1 > 0) + 1', ''], ['SUM(1 > 0, 1)', ''],
    ]
    expect(await values(cases, 'CALC')).toEqual(wanted(cases))
  })

  test('counts dates and times in seconds and answers them in its format', async () => {
    const cases: readonly Case[] = [
      ['d + 86400', '2026-04-26', 'DATE'], ['dt + 3600', '2026-04-25T11:00:00Z', 'DATETIME'], ['dt - d', '36000'], ['90061', '01:01', 'TIME'],
      ['90061', '25:01', 'HOUR_MINUTE'], ['90061', '25:01', 'DAY_HOUR_MINUTE'], ['90061 * 3600', '1980-04-10T13:00:00Z', 'DATETIME'],
    ]
    expect(await values(cases, 'CALC')).toEqual(wanted(cases))
  })
})

test('an automatically calculated text joins, formats and keeps its own hands on the field', async () => {
  const cases: readonly Case[] = [
    ['DATE_FORMAT(1745574000, "YYYY-MM-dd", "Asia/Tokyo") & " " & n', '2025-04-25 10'], ['YEN(1234567.5, 0)', '¥1,234,568'],
    ['YEN(n * 100.123, 2)', '¥1,001.23'], ['e & "x"', 'x'], ['e & ""', ''], ['(1 > 0) & "x"', 'truex'], ['s & "-" & drop', 'あ-y'],
    ['IF(n > 5, "big", "small")', 'big'], ['DATE_FORMAT(dt, "H:mm", "UTC")', '10:00'], ['DATE_FORMAT(dt, "YYYY/M/d", "system")', '2026/4/25'],
  ]
  expect(await values(cases, 'SINGLE_LINE_TEXT')).toEqual(wanted(cases))
})

test('formulas use each other, follow every write, and cannot be written', async () => {
  const calc = (code: string, expression: string) => ({ type: 'CALC' as const, code, label: code, expression, format: 'NUMBER' as const })
  const app = await givenApp(client, { ...base, a: calc('a', 'n * 2'), b: calc('b', 'a + 1') })
  const { id } = await client.record.addRecord({ app, record: { n: { value: '10' }, b: { value: '99' } } })
  const read = async () => (await client.record.getRecord({ app, id })).record
  expect(await read()).toMatchObject({ a: { value: '20' }, b: { value: '21' } })
  await client.record.updateRecord({ app, id, record: { n: { value: '1' }, a: { value: '99' } } })
  expect(await read()).toMatchObject({ a: { value: '2' }, b: { value: '3' } })
  expect((await client.record.getRecords({ app, query: 'b = 3' })).records).toHaveLength(1)
  await client.app.updateFormFields({ app, properties: { n: { type: 'NUMBER', code: 'm' }, a: { type: 'CALC', code: 'aa' } } })
  const { properties } = await client.app.getFormFields({ app, preview: true })
  expect(properties).toMatchObject({ aa: { expression: 'm * 2' }, b: { expression: 'aa + 1' } })
  expect(await deploy(client, app)).toBe('SUCCESS')
})

describe('a wrong formula is refused at the deploy, not before:', () => {
  const cases: readonly (readonly [what: string, expression: string, words: string])[] = [
    ['an unknown field', 'unknown + 1', '計算式に含まれるフィールドコード（unknown）が存在しません。'],
    ['an unknown function', 'FOO(1)', 'FOO関数は使用できません。'],
    ['a broken syntax', 'n + ', '計算式の文法が正しくありません。'],
    ['an exponent', '1e3', '計算式の文法が正しくありません。'],
    ['a circle', 'bad + 1', 'フィールドの参照が循環しています。'],
    ['too few arguments', 'IF(1 > 0, 1)', 'IF関数には3個の引数が必要です。'],
    ['no argument', 'SUM()', 'SUM関数には1個以上の引数が必要です。'],
    ['too many arguments', 'NOT(1 > 0, 1 > 0)', 'NOT関数に指定できる引数は1個までです。'],
    ['a full-width sign', 'n ＋ 1', '全角記号「＋」が入力されています。半角記号「+」を入力してください。'],
    ['a field of a type that cannot be used', 'memo & "x"', '計算式で利用できないフィールドタイプ(MULTI_LINE_TEXT)が指定されています。'],
    ['a column without a function', 'qty + 1', '配列型の値に対して適切な関数が利用されていません。'],
    ['arithmetic with a text', 's * 2', '演算子「*」とデータ型の組み合わせが正しくありません。'],
  ]
  test.each(cases)('%s', async (_what, expression, words) => {
    const { app } = await client.app.addApp({ name: '計算' })
    const bad = { type: 'CALC' as const, code: 'bad', label: '誤', expression, format: 'NUMBER' as const }
    await client.app.addFormFields({ app, properties: { ...base, bad } })
    const message = `フィールド「誤」の計算式が正しくありません。(エラーの内容：${words})`
    expect(await refusalOf(client.app.deployApp({ apps: [{ app }] }))).toMatchObject({ status: 400, code: 'GAIA_IL01', message, errors: undefined })
  })
})
