/** The list from which a record is opened, remembered in this tab of the browser: kintone's address of a record says nothing documented about it. */

export type RememberedList =
  /** The checklist: its items in order, as they were shown. */
  | { readonly kind: 'records'; readonly name: string; readonly ids: readonly string[] }
  /** A list of kintone's own: read again, as its records change. `at` and `recordId`: which record was last found where in it, from 0. */
  | { readonly kind: 'query'; readonly name: string; readonly condition: string; readonly order: string; readonly offset: number; readonly at?: number; readonly recordId?: string }

export interface ListMemory {
  remember(list: RememberedList): void
  recall(): RememberedList | null
}

/** `storage`: the tab's own (sessionStorage). Where the browser keeps nothing, nothing is remembered. */
export function listMemory(storage: Storage, app: string): ListMemory {
  const key = `junshu-list-${app}`
  return {
    remember(list) {
      try {
        storage.setItem(key, JSON.stringify(list))
      } catch {
        // Full or switched off: neighbours then follow the source's order, and are named so.
      }
    },
    recall() {
      try {
        return remembered(JSON.parse(storage.getItem(key) ?? 'null'))
      } catch {
        return null
      }
    },
  }
}

function remembered(value: unknown): RememberedList | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, name, ids, condition, order, offset, at, recordId } = value as Readonly<Record<string, unknown>>
  if (typeof name !== 'string') return null
  if (kind === 'records' && Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return { kind, name, ids }
  if (kind !== 'query' || typeof condition !== 'string' || typeof order !== 'string' || typeof offset !== 'number') return null
  return { kind, name, condition, order, offset, ...(typeof at === 'number' && typeof recordId === 'string' ? { at, recordId } : {}) }
}

/** kintone's list as `getQuery()` and `getQueryCondition()` give it: `condition order by … limit … offset …`. null if it is not as expected. */
export function listOfQuery(name: string, query: string, condition: string): RememberedList | null {
  if (!query.startsWith(condition)) return null
  const behind = /^\s*(?:(order by .+?)\s+)?limit \d+(?: offset (\d+))?\s*$/.exec(query.slice(condition.length))
  return behind && { kind: 'query', name, condition, order: behind[1] ?? '', offset: Number(behind[2] ?? 0) }
}
