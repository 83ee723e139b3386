/** Which records belong to an assessment, and by which few all assessments are found. */
import type { Assessment } from '../domain/assessment'
import type { Condition } from './query'
import { all, equals, isOneOf } from './query'

export function ofAssessment({ round, facility }: Assessment): Condition {
  return all(equals('round', round), equals('facility', facility))
}

/** The first items of either part are there in every assessment, so that one short answer names them all. */
export const FIRST_ITEMS: Condition = isOneOf('sort_no', ['1', '2', '3'])
