/** How kintone can fail us. Made in one place (kintone/failure.ts); every screen draws each kind. */
export const FAILURE_KINDS = ['signedOut', 'outdatedPage', 'forbidden', 'maintenance', 'notFound', 'conflict', 'refused', 'busy', 'unreachable', 'unknown'] as const
export type FailureKind = (typeof FAILURE_KINDS)[number]

export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure'

  constructor(
    readonly kind: FailureKind,
    /** kintone's own sentence, code and id, for the person who has to ask an administrator. */
    readonly detail: string,
    override readonly cause: unknown,
  ) {
    super(`${kind}: ${detail}`)
  }
}

/** What a screen draws of anything that was thrown. A mistake of our own is no less of a failure to whoever looks at it: `unknown`, with its words. */
export function failureOf(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure ? error : new ServiceFailure('unknown', String(error), error)
}
