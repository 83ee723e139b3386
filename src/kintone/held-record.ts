/** A record as kintone holds it, and as parts of it are sent back. */
export type HeldRecord = Readonly<Record<string, { readonly value: unknown } | undefined>>

/** Whether a field holds nothing: kintone says so by null, by an empty text or by an empty list, whichever its type has. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
