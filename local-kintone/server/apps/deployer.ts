import type { Planted } from '../faults/planted'
import type { Store } from '../store/store'
import type { Writer } from '../store/tables'
import { applyDeploy, failDeploy } from './deploy-changes'

/**
 * Carries out deploys after a while, as kintone does: PROCESSING first, then SUCCESS, or FAIL and CANCEL.
 * A deploy that a stop of the server cut short is carried out at the next start.
 */
export class Deployer {
  readonly #timers = new Set<NodeJS.Timeout>()
  #stopped = false

  constructor(
    private readonly store: Store,
    private readonly millis: number,
    private readonly faults: Planted,
  ) {}

  /** Marks the apps as being deployed, in the request's own draft. */
  begin(state: Writer, apps: readonly string[]): void {
    for (const id of apps) {
      const app = state.get('app', id)
      if (app !== undefined) state.put('app', id, { ...app, deploy: 'PROCESSING' })
    }
    this.#later(apps)
  }

  resume(): void {
    const open = [...this.store.rows('app')].filter((app) => app.deploy === 'PROCESSING').map((app) => app.id)
    if (open.length > 0) this.#later(open)
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  #later(apps: readonly string[]): void {
    const fault = this.faults.ofDeploy(apps)
    if (fault === 'deployNeverEnds') {
      this.faults.hold(() => this.#end(apps, applyDeploy))
      return
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#end(apps, fault === 'deployFails' ? failDeploy : applyDeploy)
    }, this.millis)
    this.#timers.add(timer)
  }

  #end(apps: readonly string[], end: typeof applyDeploy): void {
    if (this.#stopped) return
    try {
      this.store.write((state) => end(state, apps))
    } catch (error) {
      console.error('local kintone: a deploy could not be carried out; it is tried again at the next start', error)
    }
  }
}
