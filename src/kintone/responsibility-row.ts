/** One party's half as a row of the table 責任分担. */
import type { Responsibility } from '../domain/responsibility'
import type { ResponsibilityFieldCode } from './fields'

export interface ResponsibilityRow {
  readonly id?: string
  readonly value: { readonly [Code in ResponsibilityFieldCode]: { readonly value: string } }
}

/** A row that is there goes out with its id: columns that the hospital has added to the table keep their values. Of ours, complete rows only: what kintone keeps of a row that is sent in part is not settled. */
export function responsibilityRow(half: Responsibility): ResponsibilityRow {
  return {
    ...(half.rowId === undefined ? {} : { id: half.rowId }),
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
