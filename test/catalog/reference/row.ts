import type { Cells } from './cells'
import type { Level, Suitability } from './item'
import type { Line } from './lines'
import type { MicCell } from './mic'

/** One row of the table, before what landed at its page's end is joined to it. */
export interface Row {
  readonly no: string
  readonly section: string
  readonly level: Level
  readonly mic: Omit<MicCell, 'view'>
  readonly suitability: Suitability
  readonly cells: Omit<Cells, 'actionAt' | 'actionStart'>
  readonly action: Action
  /** All lines of the row, for its URLs. */
  readonly lines: readonly Line[]
  /** Whether the column of cybozu's view holds something in the row itself; if not, it stands at the page's end. */
  readonly ownView: boolean
  readonly cutOff: boolean
}

export type Action = { readonly kind: 'none' } | { readonly kind: 'given'; readonly text: string } | { readonly kind: 'at page end' }
