import { storedMap } from '../shared/stored-map'
import type { MatrixDraft, MatrixDrafts } from './use-matrix-edit'

/** Unsaved changes of the matrix, by assessment, as those of the checklist are kept. `owner`: the app and who is signed in. */
export function storedMatrixDrafts(storage: Storage, owner: string): MatrixDrafts {
  return storedMap(storage, `junshu-matrix-drafts-${owner}`, isDraft)
}

function isDraft(_assessment: string, value: unknown): value is MatrixDraft {
  const draft = value as { readonly log?: { readonly done?: unknown; readonly undone?: unknown } | null; readonly base?: unknown } | null
  return areAll(draft?.log?.done, isStep) && areAll(draft?.log?.undone, isStep) && areAll(draft?.base, isItem)
}

function isStep(value: unknown): boolean {
  return areAll((value as { readonly writes?: unknown } | null)?.writes, (write) => Array.isArray((write as { readonly halves?: unknown } | null)?.halves))
}

function isItem(value: unknown): boolean {
  return Array.isArray((value as { readonly responsibilities?: unknown } | null)?.responsibilities)
}

function areAll(values: unknown, isOne: (value: unknown) => boolean): boolean {
  return Array.isArray(values) && values.every(isOne)
}
