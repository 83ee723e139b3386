type PartState = 'VISIBLE' | 'HIDDEN'

/**
 * The parts of the open page that scripts may show or hide, by the name that the functions of `kintone` have for them
 * (`showAddRecordButton` is about `AddRecordButton`). A page registers what it draws; what the user has no right to is not there.
 */
export class Parts {
  readonly #elements = new Map<string, HTMLElement>()

  /** Gives the element back, so that it can be registered where it is drawn. */
  register<E extends HTMLElement>(name: string, element: E): E {
    this.#elements.set(name, element)
    return element
  }

  has(name: string): boolean {
    return this.#elements.get(name)?.isConnected ?? false
  }

  /** Does nothing where the page has no such part. Throws for a state that kintone does not know. */
  show(name: string, state: unknown): void {
    if (state !== 'VISIBLE' && state !== 'HIDDEN') throw new Error(`The state must be VISIBLE or HIDDEN, not ${String(state)}.`)
    const element = this.#elements.get(name)
    if (element !== undefined) element.hidden = state === 'HIDDEN'
  }

  state(name: string): PartState {
    const element = this.#elements.get(name)
    return element !== undefined && element.isConnected && !element.hidden ? 'VISIBLE' : 'HIDDEN'
  }

  /** The states of all parts `prefix/…` of the page, by what follows the prefix. */
  statesOf(prefix: string): Readonly<Record<string, PartState>> {
    const names = [...this.#elements].filter(([name, element]) => name.startsWith(`${prefix}/`) && element.isConnected)
    return Object.fromEntries(names.map(([name]) => [name.slice(prefix.length + 1), this.state(name)]))
  }
}
