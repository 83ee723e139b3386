import { atLeast, atMost, lengthBetween, notABoolean, notAnInteger, notInEnum, requiredParameter, sizeBetween } from '../problems'
import type { Problem } from '../refusal'
import { invalidInput, invalidJson } from '../refusals'

/*
 * The boundary where JSON comes in: a shape turns `unknown` into a typed value or notes what is wrong and where.
 * A member of a wrong JSON type is CB_IJ01, a wrong value CB_VA01 with all its places. The only casts of the server are here and in store/.
 */

const invalid = Symbol('invalid')
type Invalid = typeof invalid

export type Shape<T> = (input: unknown, path: string, problems: Problem[]) => T | Invalid
export type Of<S> = S extends Shape<infer T> ? T : never

/** Reads the whole input of a request; refuses with every problem found. */
export function read<T>(shape: Shape<T>, input: unknown, path = ''): T {
  const problems: Problem[] = []
  const value = shape(input, path, problems)
  if (value === invalid || problems.length > 0) throw invalidInput(...problems)
  return value
}

/** One value among several that are read one by one: undefined when something is wrong with it, which is then noted. */
export function attempt<T>(shape: Shape<T>, input: unknown, path: string, problems: Problem[]): T | undefined {
  const value = shape(input, path, problems)
  return value === invalid ? undefined : value
}

/** Refuses if anything was noted. */
export function settle(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidInput(...problems)
}

function refuse(problems: Problem[], path: string, message: Problem['message']): Invalid {
  problems.push({ path, message })
  return invalid
}

export function text(minimum = 0, maximum = Infinity): Shape<string> {
  return (input, path, problems) => {
    if (typeof input !== 'string') throw invalidJson()
    if (input.length >= minimum && input.length <= maximum) return input
    if (input === '') return refuse(problems, path, requiredParameter)
    return refuse(problems, path, lengthBetween(minimum, maximum))
  }
}

/** A number that may also come as a string, as everywhere in kintone's API. */
export function integer(minimum = -Infinity, maximum = Infinity): Shape<number> {
  return (input, path, problems) => {
    if (typeof input !== 'string' && typeof input !== 'number') throw invalidJson()
    if (input === '') return refuse(problems, path, requiredParameter)
    const value = Number(input)
    if (!Number.isInteger(value)) return refuse(problems, path, notAnInteger)
    if (value < minimum) return refuse(problems, path, atLeast(minimum))
    if (value > maximum) return refuse(problems, path, atMost(maximum))
    return value
  }
}

/** The same, kept as kintone answers numbers in settings: as a string, '' allowed. */
export function integerText(minimum = -Infinity, maximum = Infinity): Shape<string> {
  const whole = integer(minimum, maximum)
  return (input, path, problems) => {
    if (input === '') return ''
    const value = whole(input, path, problems)
    return value === invalid ? invalid : String(value)
  }
}

/** Any string or number, kept as a string (e.g. minValue, an id that is only compared). */
export const textOrNumber: Shape<string> = (input) => {
  if (typeof input !== 'string' && typeof input !== 'number') throw invalidJson()
  return String(input)
}

export const flag: Shape<boolean> = (input, path, problems) => {
  if (typeof input === 'boolean') return input
  if (input === 'true') return true
  if (input === 'false') return false
  return refuse(problems, path, notABoolean)
}

export function oneOf<const T extends readonly string[]>(...choices: T): Shape<T[number]> {
  return (input, path, problems) => {
    const choice = choices.find((known) => known === String(input))
    return choice ?? refuse(problems, path, notInEnum)
  }
}

export function list<T>(of: Shape<T>, minimum = 0, maximum = Infinity, tooMany = sizeBetween(minimum, maximum)): Shape<readonly T[]> {
  return (input, path, problems) => {
    if (!Array.isArray(input)) throw invalidJson()
    const items: readonly unknown[] = input
    if (items.length < minimum || items.length > maximum) return refuse(problems, path, tooMany)
    const values: T[] = []
    items.forEach((item, index) => {
      const value = item === null && of !== anything ? refuse(problems, `${path}[${index}]`, requiredParameter) : of(item, `${path}[${index}]`, problems)
      if (value !== invalid) values.push(value)
    })
    return values.length === items.length ? values : invalid
  }
}

export function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** An object whose keys are free (field codes, names); its entries in the order of the input. */
export function map<T>(of: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return (input, path, problems) => {
    if (!isObject(input)) throw invalidJson()
    const values = new Map<string, T>()
    for (const [key, item] of Object.entries(input)) {
      const value = of(item, `${path}[${key}]`, problems)
      if (value !== invalid) values.set(key, value)
    }
    return values.size === Object.keys(input).length ? values : invalid
  }
}

type Shapes = Readonly<Record<string, Shape<unknown>>>
type Members<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: Of<R[K]> } & { readonly [K in keyof O]?: Of<O[K]> }

/** An object with named members; `null` counts as absent, unknown members are dropped, as kintone does. */
export function object<R extends Shapes, O extends Shapes = Record<never, never>>(required: R, optional?: O): Shape<Members<R, O>> {
  return (input, path, problems) => {
    if (!isObject(input)) throw invalidJson()
    const value: Record<string, unknown> = {}
    let whole = true
    const member = (key: string, shape: Shape<unknown>, needed: boolean) => {
      const place = path === '' ? key : `${path}.${key}`
      const given = input[key]
      if (given === undefined || given === null) {
        if (!needed) return
        refuse(problems, place, requiredParameter)
        whole = false
        return
      }
      const result = shape(given, place, problems)
      if (result === invalid) whole = false
      else value[key] = result
    }
    for (const [key, shape] of Object.entries(required)) member(key, shape, true)
    for (const [key, shape] of Object.entries(optional ?? {})) member(key, shape, false)
    return whole ? (value as Members<R, O>) : invalid
  }
}

/** Takes the input as it is, null too: the handler judges it (record values, by field type). */
export const anything: Shape<unknown> = (input) => input

/** A value that another shape reads later, once it is known which one. */
export const anyObject: Shape<Readonly<Record<string, unknown>>> = (input) => {
  if (!isObject(input)) throw invalidJson()
  return input
}
