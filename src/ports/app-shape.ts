/** The app that set-up builds: compared first, written after. */

export type ShapePart = 'field' | 'layout' | 'view' | 'graph' | 'status' | 'action' | 'appRight' | 'recordRight' | 'fieldRight' | 'notification' | 'setting' | 'customize' | 'appAction' | 'adminNotes' | 'deploy'

/**
 * What set-up would do with one thing. `inTheWay`: the same name with another type, which set-up cannot change; `foreign`: the user's own,
 * left alone; `pending`: saved by somebody and not live yet, so that set-up's deploy would publish it along with its own.
 */
export type ShapeVerdict = 'added' | 'changed' | 'unchanged' | 'inTheWay' | 'foreign' | 'pending'

/**
 * Why something is in the way. `type`: it is of another type; `unique`: it may hold the same text twice; `length`: it takes too few characters;
 * `columns`: a table without the columns that ours has; `table`: a column of a table has its code. `live`: what is saved would do, but what
 * users have now is something else, and publishing would throw away what they have entered in it.
 */
export type Obstacle = 'type' | 'unique' | 'length' | 'columns' | 'table' | 'live'

export interface ShapeEntry {
  readonly part: ShapePart
  readonly name: string
  readonly verdict: ShapeVerdict
  /** With `inTheWay` only. */
  readonly why?: Obstacle
  /** What was and what will be, where it can be said in a line. */
  readonly from?: string
  readonly to?: string
}

/** `changes` is the adapter's own, to be handed back as it came. */
export interface ShapePlan<Changes = unknown> {
  readonly entries: readonly ShapeEntry[]
  readonly changes: Changes
}

/** Where hospitals differ: with a reviewer between working and done, or, in a small clinic, without. */
export const PRESETS = ['hospital', 'clinic'] as const
export type Preset = (typeof PRESETS)[number]

export interface ShapeWishes {
  /** Counts only while the app has no process management of its own: one that is there is never rebuilt. */
  readonly preset: Preset
  /** Code of the group of people who may read and no more, or null for none. */
  readonly viewersGroup: string | null
}

export const SHAPE_STEPS = ['fields', 'layout', 'views', 'graphs', 'process', 'appRights', 'recordRights', 'fieldRights', 'notifications', 'settings', 'deploy'] as const
export type ShapeStep = (typeof SHAPE_STEPS)[number]

export type MayBuild = 'yes' | 'needsSystemAdministrator' | 'needsCourse'

/** Every method rejects with a ServiceFailure. */
export interface AppShape<Changes = unknown> {
  /** Whether this user may save a custom view, which takes a kintone system administrator on a course that has the API. */
  mayBuild(): Promise<MayBuild>
  plan(wishes: ShapeWishes): Promise<ShapePlan<Changes>>
  /**
   * Writes what the plan says and waits until it is live. `begin` is called as each step begins; what it throws ends the run there. A plan
   * without changes writes nothing.
   */
  apply(plan: ShapePlan<Changes>, begin: (step: ShapeStep) => void): Promise<void>
}

/** Whether applying this plan writes anything. */
export function hasChanges(plan: ShapePlan): boolean {
  return plan.entries.some(({ verdict }) => verdict === 'added' || verdict === 'changed')
}

/**
 * Our fields that set-up has to add to an app that it has set up before, where there is a field of the user's own that one of them may have become:
 * somebody has changed its code, and what it holds would then stand beside an empty new one.
 */
export function fieldsGone({ entries }: ShapePlan): readonly ShapeEntry[] {
  const fields = (verdict: ShapeVerdict) => entries.filter((entry) => entry.part === 'field' && entry.verdict === verdict)
  return fields('unchanged').length > 0 && fields('foreign').length > 0 ? fields('added') : []
}

/** The changes of other people that a deploy would publish along with ours. */
export function pendingOfOthers(plan: ShapePlan): readonly ShapeEntry[] {
  return plan.entries.filter(({ verdict }) => verdict === 'pending')
}
