import { isObject, type RecordData } from './shapes'

export interface PageEvent {
  readonly type: string
  record?: RecordData
  error?: string
  url?: string | null
  [member: string]: unknown
}

type Handler = (event: PageEvent) => unknown

interface Registration {
  readonly type: string
  readonly handler: Handler
}

/** What the handlers decided [CD js-api/events/event-object-actions]. */
export type Outcome =
  /** No handler, or the last one returned nothing: changes to the event are not applied. */
  | { readonly kind: 'none' }
  /** The last handler returned the event. `error` of it cancels a submit and is shown. */
  | { readonly kind: 'event'; readonly event: PageEvent }
  /** `return false`, a rejected Promise or a thrown error. */
  | { readonly kind: 'cancelled' }

/**
 * kintone.events: handlers only accumulate and run in the order of registration, all with the same event object.
 * The last handler's return value is the basis; a rejected Promise stops the later ones [CD js-api/events/event-handling].
 */
export class Events {
  #handlers: Registration[] = []
  readonly #report: (error: unknown) => void

  /** `report` gets what a handler threw, as the browser's console does on kintone. */
  constructor(report: (error: unknown) => void) {
    this.#report = report
  }

  readonly on = (types: unknown, handler: unknown): void => {
    if (!isHandler(handler)) return
    for (const type of Array.isArray(types) ? types : [types]) {
      if (typeof type === 'string') this.#handlers.push({ type, handler })
    }
  }

  /** Without a handler all of the type go, without a type all there are. Answers whether any was removed. */
  readonly off = (types?: unknown, handler?: unknown): boolean => {
    const wanted = types === undefined ? null : new Set(Array.isArray(types) ? types : [types])
    const before = this.#handlers.length
    this.#handlers = this.#handlers.filter(
      (entry) => (wanted !== null && !wanted.has(entry.type)) || (handler !== undefined && entry.handler !== handler),
    )
    return this.#handlers.length < before
  }

  /** Fires an event whose handlers may return a Promise. */
  async fire(event: PageEvent): Promise<Outcome> {
    let returned: unknown
    for (const { handler } of this.#of(event.type)) {
      try {
        returned = await handler(event)
      } catch (error) {
        this.#report(error)
        return { kind: 'cancelled' }
      }
    }
    return outcome(returned)
  }

  /** Fires a change event: Promises are not waited for, and what they resolve to is not applied. */
  fireNow(event: PageEvent): Outcome {
    let returned: unknown
    for (const { handler } of this.#of(event.type)) {
      try {
        returned = handler(event)
      } catch (error) {
        this.#report(error)
        return { kind: 'cancelled' }
      }
    }
    return returned instanceof Promise ? { kind: 'none' } : outcome(returned)
  }

  #of(type: string): readonly Registration[] {
    return this.#handlers.filter((entry) => entry.type === type)
  }
}

function outcome(returned: unknown): Outcome {
  if (returned === false) return { kind: 'cancelled' }
  if (isObject(returned) && typeof returned['type'] === 'string') return { kind: 'event', event: returned as PageEvent }
  return { kind: 'none' }
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function'
}
