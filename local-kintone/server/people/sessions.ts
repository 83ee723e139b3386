import type { User } from './directory'

/** [CD js-api/api/get-csrf-token] */
const LIFETIME_MILLIS = 86_400_000

export interface OpenSession {
  readonly id: string
  readonly requestToken: string
  readonly user: User
}

/** Who is signed in with a browser. Kept in memory: a restart signs everybody out. */
export class Sessions {
  readonly #open = new Map<string, { readonly session: OpenSession; lastAccess: number }>()

  constructor(
    private readonly clock: () => Date,
    private readonly newId: () => string,
  ) {}

  begin(user: User): OpenSession {
    const session = { id: this.newId(), requestToken: this.newId(), user }
    this.#open.set(session.id, { session, lastAccess: this.clock().getTime() })
    return session
  }

  end(id: string): void {
    this.#open.delete(id)
  }

  /** A session lives a day from its last access. */
  find(id: string): OpenSession | null {
    const entry = this.#open.get(id)
    if (entry === undefined) return null
    const now = this.clock().getTime()
    if (now - entry.lastAccess > LIFETIME_MILLIS) {
      this.#open.delete(id)
      return null
    }
    entry.lastAccess = now
    return entry.session
  }
}
