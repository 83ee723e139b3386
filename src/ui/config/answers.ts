import type { Assessment, Person } from '../../domain/assessment'
import { typedAssessment } from '../../domain/assessment'
import type { Part } from '../../domain/guideline'
import { PARTS } from '../../domain/guideline'
import type { HandOverPart } from '../../domain/hand-over'
import { HAND_OVER_PARTS } from '../../domain/hand-over'
import type { SeedWishes } from '../../domain/seed-plan'
import type { Preset } from '../../ports/app-shape'

/** What has been typed and chosen on the screen of set-up. */
export interface Answers extends Assessment {
  readonly parts: readonly Part[]
  readonly reviewers: readonly Person[]
  readonly preset: Preset
  /** Name or code of a group, or nothing. */
  readonly viewersGroup: string
  /** The round to take over from, or null. */
  readonly from: Assessment | null
  readonly handOver: readonly HandOverPart[]
}

export function initialAnswers(assessment: Assessment): Answers {
  // The state of each item is what a new round is there to find out: taken over only when asked for.
  return { ...assessment, parts: PARTS, reviewers: [], preset: 'hospital', viewersGroup: '', from: null, handOver: HAND_OVER_PARTS.filter((part) => part !== 'status') }
}

export function seedWishes({ parts, reviewers, from, handOver, ...typed }: Answers): SeedWishes {
  const { round, facility } = typedAssessment(typed)
  const isItself = from?.round === round && from.facility === facility
  return { parts, reviewers, handOver: from && !isItself && handOver.length > 0 ? { from, parts: handOver } : null }
}

/** `things` with one of them in or out, in the order of `all`. */
export function toggled<T>(all: readonly T[], things: readonly T[], thing: T): readonly T[] {
  return all.filter((each) => (each === thing ? !things.includes(each) : things.includes(each)))
}
