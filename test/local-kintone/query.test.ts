import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { withCodes } from '../../local-kintone/server/query/words'
import { parseQuery } from '../../local-kintone/server/query/syntax'
import { givenApp, givenKintone, NOON, refusalOf, type Given } from './given'

let given: Given
let client: KintoneRestAPIClient
let app: string

const options = { 赤: { label: '赤', index: '0' }, 青: { label: '青', index: '1' }, 黄: { label: '黄', index: '2' } }

/** One letter per record, so that a query's answer reads as a word. */
const records = [
  {
    name: 'a',
    text: '患者安全',
    number: '1',
    color: '赤',
    marks: ['赤', '青'],
    day: '2026-11-23',
    at: '2026-11-23T03:00:00Z',
    who: ['admin'],
    rows: [
      ['x', 1],
      ['y', 2],
    ],
  },
  {
    name: 'b',
    text: '患者の記録',
    number: '10',
    color: '青',
    marks: ['青'],
    day: '2026-11-30',
    at: '2026-11-22T15:00:00Z',
    who: ['tanaka'],
    rows: [['x', 2]],
  },
  { name: 'c', text: '', number: '', color: '', marks: [], day: '', at: '', who: [], rows: [] },
  {
    name: 'd',
    text: 'ＡＢＣ Log',
    number: '2.5',
    color: '黄',
    marks: ['黄'],
    day: '2026-12-01',
    at: '2026-11-23T15:00:00Z',
    who: ['admin', 'sato'],
    rows: [['z', 9]],
  },
]

beforeAll(async () => {
  given = await givenKintone({ clock: () => NOON })
  client = given.as('admin')
  app = await givenApp(client, {
    name: { type: 'SINGLE_LINE_TEXT', code: 'name', label: 'name' },
    text: { type: 'MULTI_LINE_TEXT', code: 'text', label: 'text' },
    number: { type: 'NUMBER', code: 'number', label: 'number' },
    color: { type: 'DROP_DOWN', code: 'color', label: 'color', options },
    marks: { type: 'MULTI_SELECT', code: 'marks', label: 'marks', options },
    day: { type: 'DATE', code: 'day', label: 'day' },
    at: { type: 'DATETIME', code: 'at', label: 'at' },
    who: { type: 'USER_SELECT', code: 'who', label: 'who' },
    rows: {
      type: 'SUBTABLE',
      code: 'rows',
      label: 'rows',
      fields: { part: { type: 'SINGLE_LINE_TEXT', code: 'part', label: 'part' }, count: { type: 'NUMBER', code: 'count', label: 'count' } },
    },
  })
  await client.record.addRecords({
    app,
    records: records.map(({ name, text, number, color, marks, day, at, who, rows }) => ({
      name: { value: name },
      text: { value: text },
      number: { value: number },
      color: { value: color },
      marks: { value: marks },
      day: { value: day },
      at: { value: at },
      who: { value: who.map((code) => ({ code })) },
      rows: { value: rows.map(([part, count]) => ({ value: { part: { value: part }, count: { value: count } } })) },
    })),
  })
})
afterAll(() => given.kintone.close())

const ask = async (query: string) =>
  (await client.record.getRecords({ app, query })).records.map((record) => record['name']?.value).join('')

describe('conditions', () => {
  test.each([
    ['', 'dcba'],
    ['order by $id asc', 'abcd'],
    ['name = "a"', 'a'],
    ['name != "a" order by name asc', 'bcd'],
    ['name in ("a", "c") order by name desc', 'ca'],
    ['name not in ("a", "c") order by $id asc', 'bd'],
    ['text like "患者" order by $id asc', 'ab'],
    ['text like "abc"', ''],
    ['text not like "患者" order by $id asc', 'cd'],
    ['text is empty', 'c'],
    ['text is not empty order by $id asc', 'abd'],
    ['number > 2', 'db'],
    ['number >= "2.5" and number < 10', 'd'],
    ['number = ""', 'c'],
    ['number in (1, 10) order by $id asc', 'ab'],
    ['$id > 2 order by $id asc', 'cd'],
    ['レコード番号 in (1, 4) order by レコード番号 asc', 'ad'],
    ['color in ("赤", "") order by $id asc', 'ac'],
    ['color not in ("赤") order by $id asc', 'bcd'],
    ['marks in ("青") order by $id asc', 'ab'],
    ['who in (LOGINUSER()) order by $id asc', 'ad'],
    ['who in ("sato", "tanaka") order by $id asc', 'bd'],
    ['who in ("")', 'c'],
    ['作成者 in (LOGINUSER()) and number = 1', 'a'],
    ['day = TODAY()', 'a'],
    ['day = THIS_WEEK() order by $id asc', 'a'],
    ['day = NEXT_WEEK(MONDAY)', 'b'],
    ['day = THIS_MONTH() order by $id asc', 'ab'],
    ['day = NEXT_MONTH(1)', 'd'],
    ['day = THIS_MONTH(31)', 'd'],
    ['day = THIS_MONTH(LAST)', 'b'],
    ['day > FROM_TODAY(6, DAYS) order by $id asc', 'bd'],
    ['day = FROM_TODAY(1, WEEKS)', 'b'],
    ['day < "2026-11-30" order by $id asc', 'ac'],
    ['day < "2026-11-30" and day != ""', 'a'],
    ['day >= "2026-11-30" order by $id asc', 'bd'],
    ['day = ""', 'c'],
    ['at = TODAY() order by $id asc', 'ab'],
    ['at = TOMORROW()', 'd'],
    ['at <= NOW() order by $id asc', 'abc'],
    ['at = "2026-11-23T12:00:00+09:00"', 'a'],
    ['at >= "2026-11-24"', 'd'],
    ['作成日時 = THIS_YEAR() and name = "c"', 'c'],
    ['part in ("x") order by $id asc', 'ab'],
    ['part in ("x") and count > 1', 'b'],
    ['part in ("x") and (count > 1)', 'b'],
    ['name = "a" or name = "b" and number = 999 order by $id asc', 'a'],
    ['(name = "a" or name = "b") and number = 10', 'b'],
    ['name="a"or name="b" order by $id asc', 'ab'],
    ['name　=　"a"', 'a'],
    ['order by number asc', 'cadb'],
    ['order by color desc, $id asc', 'dbac'],
    ['order by $id asc limit 2 offset 1', 'bc'],
    ['limit 0', ''],
  ])('%s', async (query, expected) => {
    expect(await ask(query)).toBe(expected)
  })

  test('PRIMARY_ORGANIZATION() of somebody who has one', async () => {
    const own = await givenApp(client, { where: { type: 'ORGANIZATION_SELECT', code: 'where', label: 'where' } })
    await client.record.addRecords({
      app: own,
      records: [{ where: { value: [{ code: 'nursing' }] } }, { where: { value: [{ code: 'medical-informatics' }] } }],
    })
    const found = await client.record.getRecords({ app: own, query: 'where in (PRIMARY_ORGANIZATION())' })
    expect(found.records.map((record) => record['$id']?.value)).toEqual(['2'])
  })

  test('the user decides when today is', async () => {
    const late = await givenKintone({ clock: () => new Date('2026-11-23T20:00:00Z') })
    const own = await givenApp(late.as('admin'), { day: { type: 'DATE', code: 'day', label: 'day' } })
    await late.as('admin').record.addRecord({ app: own, record: { day: { value: '2026-11-24' } } })
    expect((await late.as('admin').record.getRecords({ app: own, query: 'day = TODAY()' })).records).toHaveLength(1)
    await late.kintone.close()
  })
})

describe('what is refused', () => {
  test.each([
    ["name = 'a'", 'CB_VA01'],
    ['name = "a', 'CB_VA01'],
    ['name = "a\tb"', 'CB_VA01'],
    ['name = "a\\x"', 'CB_VA01'],
    ['name == "a"', 'CB_VA01'],
    ['name = "a" and', 'CB_VA01'],
    ['(name = "a"', 'CB_VA01'],
    ['limit 10 order by name asc', 'CB_VA01'],
    ['offset -1', 'CB_VA01'],
    ['limit 501', 'GAIA_QU01'],
    ['offset 10001', 'GAIA_QU02'],
    ['nothing = "a"', 'GAIA_IQ11'],
    ['color = "赤"', 'GAIA_IQ03'],
    ['text = "a"', 'GAIA_IQ03'],
    ['who = "admin"', 'GAIA_IQ03'],
    ['day like "2026"', 'GAIA_IQ03'],
    ['day = NOW()', 'GAIA_IQ03'],
    ['color in ("緑")', 'GAIA_IQ10'],
    ['color = "緑"', 'GAIA_IQ10'],
    ['part = "x"', 'GAIA_IQ07'],
    ['day = THIS_MONTH(32)', 'GAIA_IQ23'],
    ['day = FROM_TODAY(1, HOURS)', 'GAIA_IQ25'],
    ['day = NONSENSE()', 'CB_VA01'],
    ['number > ""', 'GAIA_IL08'],
    ['day > ""', 'GAIA_IL08'],
    ['name like ""', 'GAIA_IL08'],
    ['day = TODAY(1)', 'GAIA_IL08'],
    ['day = FROM_TODAY(1)', 'GAIA_IL08'],
    ['who in ("nobody")', 'GAIA_IL26'],
    ['作成者 not in ("nobody")', 'GAIA_IL26'],
    ['ステータス in ("完了")', 'GAIA_ST02'],
    ['name.part in ("x")', 'GAIA_IR02'],
    ['order by text asc', 'GAIA_IL08'],
  ])('%s → %s', async (query, code) => {
    expect(await refusalOf(client.record.getRecords({ app, query }))).toMatchObject({ status: 400, code })
  })
})

/** A text as a query writes it. */
const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\t/g, '\\t').replace(/\n/g, '\\n')}"`
const anyText = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\r'))

describe('for any text', () => {
  test('what is quoted is what is read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseQuery(`f = ${quoted(text)}`)?.condition).toMatchObject({ operands: [{ kind: 'text', value: text }] })
      }),
    )
  })

  test('a quoted text never reaches outside its quotes', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const query = parseQuery(`(f = ${quoted(a)} or g in (${quoted(b)})) order by h desc limit 3`)
        expect(query).toMatchObject({
          condition: { kind: 'or', parts: [{ code: 'f' }, { code: 'g' }] },
          order: [{ code: 'h', descending: true }],
          limit: 3,
        })
      }),
    )
  })

  test('a condition with changed field codes means the same of the other fields', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const query = (f: string, g: string) => `(${f} = ${quoted(a)} or ${g} in (${quoted(b)}, LOGINUSER())) and h = FROM_TODAY(-1, DAYS)`
        const changed = withCodes(query('f', 'g'), (code) => (code === 'f' ? 'first' : code))
        expect(parseQuery(changed)).toEqual(parseQuery(query('first', 'g')))
        expect(parseQuery(changed)).not.toBeNull()
      }),
    )
  })

  test('a stored value is found by its own text, over HTTP', async () => {
    const own = await givenApp(client, { t: { type: 'SINGLE_LINE_TEXT', code: 't', label: 't' } })
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { id } = await client.record.addRecord({ app: own, record: { t: { value: text } } })
        const found = await client.record.getRecords({ app: own, query: `t = ${quoted(text)} and $id = ${id}` })
        expect(found.records).toHaveLength(1)
      }),
      { numRuns: 30 },
    )
  })
})

describe('paging by $id', () => {
  test('gives every record once, whatever the page size and with records deleted in between', async () => {
    const own = await givenApp(client)
    const { ids } = await client.record.addRecords({ app: own, records: Array.from({ length: 60 }, () => ({})) })
    await client.record.deleteRecords({ app: own, ids: ids.filter((_id, index) => index % 7 === 3) })
    const kept = ids.filter((_id, index) => index % 7 !== 3)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (size) => {
        const seen: string[] = []
        for (let last = '0'; ;) {
          const page = await client.record.getRecords({ app: own, fields: ['$id'], query: `$id > ${last} order by $id asc limit ${size}` })
          seen.push(...page.records.map((record) => String(record['$id']?.value)))
          if (page.records.length < size) break
          last = seen.at(-1) ?? last
        }
        expect(seen).toEqual(kept)
      }),
      { numRuns: 12 },
    )
  })

  test('totalCount counts all that match, not the page', async () => {
    const answer = await client.record.getRecords({ app, query: 'number > 0 limit 1', totalCount: true })
    expect(answer).toMatchObject({ totalCount: '3' })
    expect(answer.records).toHaveLength(1)
    expect((await client.record.getRecords({ app })).totalCount).toBeNull()
  })
})
