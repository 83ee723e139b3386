/** One party's half as a row of the table 責任分担. */
import type { Responsibility } from '../domain/responsibility'
import type { ResponsibilityFieldCode } from './fields'

export interface ResponsibilityRow {
  readonly value: { readonly [Code in ResponsibilityFieldCode]: { readonly value: string } }
}

/** Complete rows only: what kintone keeps of a row that is sent in part is not settled. */
export function responsibilityRow(half: Responsibility): ResponsibilityRow {
  return {
    value: {
      r_party: { value: half.party },
      r_role: { value: half.role },
      r_duty: { value: half.duty },
      r_state: { value: half.state },
      r_agreed_on: { value: half.agreedOn ?? '' },
      r_basis: { value: half.basis },
    },
  }
}
