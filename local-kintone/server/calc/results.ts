/** What a part of a formula comes to. `failed`: kintone shows an error on the page and answers '' by REST. [EMU-C] */
export type Result =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** A field without a value: 0 in arithmetic, '' in texts, nothing by itself. */
  | { readonly kind: 'empty' }
  /** The values of a table's column, or of a field with several choices. */
  | { readonly kind: 'many'; readonly values: readonly Result[] }
  | { readonly kind: 'failed' }

export const failed: Result = { kind: 'failed' }
export const empty: Result = { kind: 'empty' }

export function truth(value: boolean): Result {
  return { kind: 'truth', value }
}

export function number(value: bigint): Result {
  return { kind: 'number', value }
}

export function text(value: string): Result {
  return { kind: 'text', value }
}

/** A number where one is needed; null where there is none. */
export function numberOf(result: Result): bigint | null {
  if (result.kind === 'number') return result.value
  return result.kind === 'empty' ? 0n : null
}
