import type { Draft, Drafts } from './use-answer'

/**
 * What has been written and not yet saved, kept in the browser's tab too: a phone may throw the page away while its camera is open, a PC's tab may
 * crash. `storage`: the tab's own (sessionStorage); `owner`: the app and who is signed in, so that nobody else who takes the device finds it.
 */
export function storedDrafts(storage: Storage, owner: string): Drafts {
  const key = `junshu-drafts-${owner}`
  const drafts = new Map(readDrafts(storage.getItem(key)))
  const keep = () => {
    try {
      if (drafts.size === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify([...drafts]))
    } catch {
      // Full: the drafts then live as long as the page does.
    }
  }
  const set = drafts.set.bind(drafts)
  const remove = drafts.delete.bind(drafts)
  drafts.set = (recordId, draft) => {
    set(recordId, draft)
    keep()
    return drafts
  }
  drafts.delete = (recordId) => {
    const was = remove(recordId)
    if (was) keep()
    return was
  }
  return drafts
}

/** What an earlier version has kept in another shape is no draft. */
function readDrafts(text: string | null): readonly (readonly [string, Draft])[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is readonly [string, Draft] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false
  const draft = value[1] as { readonly base?: { readonly recordId?: unknown; readonly revision?: unknown }; readonly mine?: { readonly status?: unknown; readonly owners?: unknown } } | null
  return draft?.base?.recordId === value[0] && typeof draft.base.revision === 'string' && typeof draft.mine?.status === 'string' && Array.isArray(draft.mine.owners)
}
