/** The course that the domain is under contract for. The Light course has neither API nor plug-ins. [HELP; CD rest-api/overview] */
export type Course = 'LIGHT' | 'STANDARD' | 'WIDE'

/** What an administrator switches outside of an app's settings; kept until the server ends. */
export class Operation {
  course: Course = 'STANDARD'
  readonly #maintenance = new Map<string, ReadonlySet<string>>()

  /** `workers`: login names of those who may go on using the app; null ends the mode. */
  setMaintenance(app: string, workers: readonly string[] | null): void {
    if (workers === null) this.#maintenance.delete(app)
    else this.#maintenance.set(app, new Set(workers))
  }

  /** Whether maintenance mode keeps somebody from the records of an app. */
  isClosed(app: string, user: string): boolean {
    const workers = this.#maintenance.get(app)
    return workers !== undefined && !workers.has(user)
  }
}
