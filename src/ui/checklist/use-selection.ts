import { useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'

export interface Selection {
  /** Those of the items shown that are selected */
  readonly items: readonly AssessedItem[]
  /** How many items are shown */
  readonly shown: number
  readonly has: (item: AssessedItem) => boolean
  /** `toHere`: everything from the item that was last touched to this one */
  readonly toggle: (item: AssessedItem, toHere: boolean) => void
  /** All of these, or none of them where all are selected; without any named, all that are shown */
  readonly toggleAll: (of?: readonly AssessedItem[]) => void
  readonly clear: () => void
}

/** Which rows are selected. What a filter hides is not part of it, so that nothing unseen is ever changed. */
export function useSelection(shown: readonly AssessedItem[]): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const items = selected.size === 0 ? [] : shown.filter(({ recordId }) => selected.has(recordId))
  return {
    items,
    shown: shown.length,
    has: ({ recordId }) => selected.has(recordId),
    toggle: (item, toHere) => {
      const isOn = !selected.has(item.recordId)
      const from = toHere ? shown.findIndex(({ recordId }) => recordId === last.current) : -1
      const to = shown.indexOf(item)
      const touched = from === -1 ? [item] : shown.slice(Math.min(from, to), Math.max(from, to) + 1)
      const next = new Set(selected)
      for (const { recordId } of touched) {
        if (isOn) next.add(recordId)
        else next.delete(recordId)
      }
      last.current = item.recordId
      setSelected(next)
    },
    toggleAll: (of = shown) => {
      const next = new Set(selected)
      const isOff = of.every(({ recordId }) => selected.has(recordId))
      for (const { recordId } of of) {
        if (isOff) next.delete(recordId)
        else next.add(recordId)
      }
      setSelected(next)
    },
    clear: () => setSelected(new Set()),
  }
}
