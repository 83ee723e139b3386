import { strToU8, zipSync } from 'fflate'

/** Texts as one zip file, by their names. A fixed time, so that the same texts make the same file. */
export function zipped(texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])), { mtime: '2020-01-01T00:00:00' }) as Uint8Array<ArrayBuffer>
}
