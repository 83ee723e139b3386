/** The last import of an assessment, kept in this tab of the browser: it can be taken back after its dialog, or the page, has been left. */
import type { Assessment } from '../../domain/assessment'
import { assessmentName } from '../../domain/assessment'
import type { ImportDone } from '../../usecases/import-answers'

export interface ImportMemory {
  remember(assessment: Assessment, done: readonly ImportDone[]): void
  /** Empty for none */
  recall(assessment: Assessment): readonly ImportDone[]
}

/** `storage`: the tab's own (sessionStorage). `owner`: the app and the user, so that nobody who signs in later finds it. Where the browser keeps nothing, the way back ends with the dialog. */
export function importMemory(storage: Pick<Storage, 'getItem' | 'setItem'>, owner: string): ImportMemory {
  const key = (assessment: Assessment) => `junshu-import-${owner}-${assessmentName(assessment)}`
  return {
    remember(assessment, done) {
      try {
        storage.setItem(key(assessment), JSON.stringify(done))
      } catch {
        // Full, or switched off.
      }
    },
    recall(assessment) {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key(assessment)) ?? '[]')
        return Array.isArray(kept) && kept.every(isDone) ? kept : []
      } catch {
        return []
      }
    },
  }
}

function isDone(value: unknown): value is ImportDone {
  const { recordId, no, before, revision } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [recordId, no, revision].every((one) => typeof one === 'string') && typeof before === 'object' && before !== null
}
