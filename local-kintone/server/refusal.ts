import type { Language, Text } from './language'

/** What is wrong at one place of the input; the path is kintone's, e.g. `record.C.value`. */
export interface Problem {
  readonly path: string
  readonly message: Text
}

/**
 * A request that kintone refuses, in its own code and words.
 * `results` is the body of a refused bulkRequest, which reports one entry for each request in place of a message.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: Text,
    readonly problems: readonly Problem[] = [],
    readonly bulk: { readonly index: number; readonly size: number } | null = null,
  ) {
    super(`${code} ${text.en}`)
  }
}

/** The JSON body of a refusal. Several problems at one path are joined into one list of messages. [EMU §1] */
export function refusalBody(refusal: Refusal, language: Language, id: string): Record<string, unknown> {
  const body: Record<string, unknown> = { id, code: refusal.code, message: refusal.text[language] }
  if (refusal.problems.length > 0) {
    const errors: Record<string, { messages: string[] }> = {}
    for (const problem of refusal.problems) {
      const entry = (errors[problem.path] ??= { messages: [] })
      entry.messages.push(problem.message[language])
    }
    body['errors'] = errors
  }
  if (refusal.bulk === null) return body
  const { index, size } = refusal.bulk
  return { results: Array.from({ length: size }, (_, at) => (at === index ? body : {})) }
}
