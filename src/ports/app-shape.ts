/** The app that set-up builds: compared first, written after. */

export type ShapePart = 'field' | 'layout' | 'view' | 'deploy'

/** What set-up would do with one thing. `inTheWay`: the same name with another type, which set-up cannot change; `foreign`: the user's own, left alone. */
export type ShapeVerdict = 'added' | 'changed' | 'unchanged' | 'inTheWay' | 'foreign'

export interface ShapeEntry {
  readonly part: ShapePart
  readonly name: string
  readonly verdict: ShapeVerdict
}

/** `changes` is the adapter's own, to be handed back as it came. */
export interface ShapePlan<Changes = unknown> {
  readonly entries: readonly ShapeEntry[]
  readonly changes: Changes
}

export type ShapeStep = 'fields' | 'layout' | 'views' | 'deploy'

/** Every method rejects with a ServiceFailure. */
export interface AppShape<Changes = unknown> {
  /** Whether this user is a kintone system administrator, without whom kintone saves no custom view. */
  mayBuild(): Promise<boolean>
  plan(): Promise<ShapePlan<Changes>>
  /** Writes what the plan says and waits until it is live. `begin` is called as each step begins. A plan without changes writes nothing. */
  apply(plan: ShapePlan<Changes>, begin: (step: ShapeStep) => void): Promise<void>
}

/** Whether applying this plan writes anything. */
export function hasChanges(plan: ShapePlan): boolean {
  return plan.entries.some(({ verdict }) => verdict === 'added' || verdict === 'changed')
}
