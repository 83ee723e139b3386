import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Exchange } from '../../../local-kintone/server/start'
import { readDescription, type Description, type Operation } from './description'
import { exceptions, optionalMembers, type Exception } from './exceptions'
import { strictSchema, type Side } from './schemas'

export interface Deviation {
  readonly call: string
  readonly side: Side
  readonly what: string
}

/** Judges exchanges by kintone's description. Accepted requests are judged whole; refused ones by the shape of the refusal. */
class Held {
  readonly #ajv: Ajv2020
  readonly #compiled = new Map<string, ValidateFunction>()
  readonly #optional = new Set(optionalMembers.map(([member]) => member))
  /** Calls that were accepted and judged, as `METHOD path`. */
  readonly judged = new Set<string>()

  constructor(private readonly description: Description) {
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, verbose: true })
    for (const side of ['request', 'answer'] as const) {
      const schemas = Object.entries(description.components.schemas)
      const $defs = Object.fromEntries(schemas.map(([name, schema]) => [name, strictSchema(schema, side, this.#optional, name)]))
      this.#ajv.addSchema({ $id: side, $defs })
    }
  }

  judge(exchange: Exchange): readonly Deviation[] {
    const path = describedPath(exchange.path)
    // cybozu.com's User API is another product's and not in kintone's description. [CD common/]
    if (path === null) return []
    const call = `${exchange.method} ${path}`
    const operation = this.description.paths[path]?.[exchange.method.toLowerCase()]
    if (operation === undefined) return exchange.status < 400 ? [deviation(call, 'request', 'is not in the description')] : []
    if (exchange.status >= 400) return unexcused(this.#refusal(call, exchange.answer))
    this.judged.add(call)
    const found = [...this.#request(call, operation, exchange.input), ...this.#answer(call, operation, exchange.answer)]
    return unexcused([...found, ...(path === '/k/v1/bulkRequest.json' ? this.#parts(exchange) : [])])
  }

  #request(call: string, operation: Operation, input: Exchange['input']): readonly Deviation[] {
    const given = withoutNulls(input)
    const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
    const schema = body ?? {
      type: 'object',
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
    }
    const unknown = Object.keys(input)
      .filter((name) => schema.properties?.[name] === undefined)
      .map((name) => deviation(call, 'request', `/${name} is not in the description`))
    return [...unknown, ...this.#errors(`${call} request`, call, 'request', schema, given)]
  }

  #answer(call: string, operation: Operation, answer: unknown): readonly Deviation[] {
    const schema = operation.responses['200']?.content?.['application/json']?.schema
    return schema === undefined ? [] : this.#errors(`${call} answer`, call, 'answer', schema, answer)
  }

  /** Every request of a bulkRequest is a call of its own. */
  #parts(exchange: Exchange): readonly Deviation[] {
    const requests: unknown = exchange.input['requests']
    const results = isObject(exchange.answer) ? exchange.answer['results'] : undefined
    if (!Array.isArray(requests) || !Array.isArray(results)) return []
    return requests.flatMap((request: unknown, index) => {
      const method = isObject(request) ? writes.find((name) => name === request['method']) : undefined
      if (!isObject(request) || !isObject(request['payload']) || method === undefined) return []
      return this.judge({
        method,
        path: String(request['api']),
        input: request['payload'],
        status: 200,
        answer: results[index],
      })
    })
  }

  /** What every refusal looks like. [EMU §1; SDK KintoneRestAPIError] */
  #refusal(call: string, answer: unknown): readonly Deviation[] {
    const text = { type: 'string', minLength: 1 }
    const messages = { type: 'object', properties: { messages: { type: 'array', items: text, minItems: 1 } }, required: ['messages'] }
    const one = {
      type: 'object',
      properties: { id: text, code: { type: 'string', pattern: '^(CB|GAIA|GA)_[A-Z]{2}[0-9]{2}$' }, message: text, errors: { additionalProperties: messages } },
      required: ['id', 'code', 'message'],
      additionalProperties: false,
    }
    const empty = { type: 'object', maxProperties: 0 }
    const bulk = { type: 'object', properties: { results: { type: 'array', items: { anyOf: [empty, one] } } }, required: ['results'] }
    const validate = this.#compile('refusal', { anyOf: [one, bulk] })
    return validate(answer) ? [] : [deviation(call, 'answer', `refusal: ${this.#ajv.errorsText(validate.errors)}`)]
  }

  #errors(key: string, call: string, side: Side, schema: Parameters<typeof strictSchema>[0], value: unknown): readonly Deviation[] {
    const validate = this.#compile(key, strictSchema(schema, side, this.#optional))
    if (validate(value)) return []
    return (validate.errors ?? []).filter((error) => isTelling(error, validate.errors ?? [])).map((error) => deviation(call, side, said(error)))
  }

  #compile(key: string, schema: object): ValidateFunction {
    let validate = this.#compiled.get(key)
    if (validate === undefined) this.#compiled.set(key, (validate = this.#ajv.compile(schema)))
    return validate
  }
}

const writes = ['POST', 'PUT', 'DELETE'] as const

/** Of the errors of an `anyOf`, those that say something: not that none fitted, and not that it might have been null. */
function isTelling(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword === 'if') return false
  const others = all.filter((other) => other !== error && other.instancePath.startsWith(error.instancePath))
  if (error.keyword === 'anyOf') return others.length === 0
  return !(error.keyword === 'type' && error.params['type'] === 'null') || others.length === 0
}

function said({ instancePath, message, params, data }: ErrorObject): string {
  const named = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : ''
  return `${instancePath} ${message}${named}; is ${(JSON.stringify(data) ?? 'undefined').slice(0, 160)}`
}

function deviation(call: string, side: Side, what: string): Deviation {
  return { call, side, what }
}

const isExcused = (exception: Exception, { call, side, what }: Deviation) =>
  exception.side === side && exception.call.test(call) && exception.what.test(what)

function unexcused(deviations: readonly Deviation[]): readonly Deviation[] {
  return deviations.filter((found) => !exceptions.some((exception) => isExcused(exception, found)))
}

/** The path as the description writes it: guest spaces have the same calls. */
function describedPath(path: string): string | null {
  const kintone = /^\/k\/(?:guest\/\d+\/)?v1\/(.+?)(?:\.json)?$/.exec(path)
  return kintone === null ? null : `/k/v1/${kintone[1]}.json`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A null member of a request counts as absent. [CD] */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item)]])))
}

let held: Held | null | undefined

/** The judge of this test process; null where the description does not lie beside the project. */
export function judgeOfDescription(): Held | null {
  if (held === undefined) {
    const description = readDescription()
    held = description === null ? null : new Held(description)
  }
  return held
}
