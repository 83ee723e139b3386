/** kintone's query language, conditions as values. The one place where text becomes part of a query. [cybozu.dev rest-api/overview/query] */

export type Condition = string & { readonly condition: unique symbol }

/** A value in double quotes; kintone takes `\"` and `\\` as escapes and refuses a raw line break or tab inside. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '')}"`
}

export function equals(code: string, value: string): Condition {
  return `${code} = ${quoted(value)}` as Condition
}

export function notEmpty(code: string): Condition {
  return `${code} != ""` as Condition
}

type Some<T> = readonly [T, ...T[]]

/** For choices, people, departments and ids; kintone takes at least one value. */
export function isOneOf(code: string, values: Some<string>): Condition {
  return `${code} in (${values.map(quoted).join(', ')})` as Condition
}

export function isNoneOf(code: string, values: Some<string>): Condition {
  return `${code} not in (${values.map(quoted).join(', ')})` as Condition
}

/** For fields of people: whoever is signed in stands in it. */
export function isLoginUser(code: string): Condition {
  return `${code} in (LOGINUSER())` as Condition
}

export function beforeToday(code: string): Condition {
  return `${code} < TODAY()` as Condition
}

export function idAbove(id: string): Condition {
  return `$id > ${quoted(id)}` as Condition
}

export function idUpTo(id: string): Condition {
  return `$id <= ${quoted(id)}` as Condition
}

/** For times and days. */
export function atLeast(code: string, value: string): Condition {
  return `${code} >= ${quoted(value)}` as Condition
}

export function all(...conditions: readonly Condition[]): Condition {
  return conditions.join(' and ') as Condition
}

interface Order {
  readonly by: string
  readonly direction: 'asc' | 'desc'
}

/** A whole query for records.json. `limit` at most 500. */
export function query(condition: Condition | null, order: readonly Order[], limit: number): string {
  const sorting = order.length > 0 ? `order by ${order.map(({ by, direction }) => `${by} ${direction}`).join(', ')}` : ''
  return [condition ?? '', sorting, `limit ${limit}`].filter((part) => part !== '').join(' ')
}
