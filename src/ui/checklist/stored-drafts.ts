import { storedMap } from '../shared/stored-map'
import type { Draft, Drafts } from './use-answer'

/** What has been written into items and not yet saved, by record: a phone may throw the page away while its camera is open, a PC's tab may crash. `owner`: the app and who is signed in. */
export function storedDrafts(storage: Storage, owner: string): Drafts {
  return storedMap(storage, `junshu-drafts-${owner}`, isDraft)
}

function isDraft(recordId: string, value: unknown): value is Draft {
  const draft = value as { readonly base?: { readonly recordId?: unknown; readonly revision?: unknown }; readonly mine?: { readonly status?: unknown; readonly owners?: unknown } } | null
  return draft?.base?.recordId === recordId && typeof draft.base.revision === 'string' && typeof draft.mine?.status === 'string' && Array.isArray(draft.mine.owners)
}
