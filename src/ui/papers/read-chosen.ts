/** A table that somebody has chosen on a screen. */
import type { ReadFile } from '../../domain/sheet'
import { FILE_MAX_BYTES } from '../../spreadsheet/read-file'
import type { TableFiles } from './table-files'

/** A file over the limit is none of ours, and is not even taken into memory. */
export async function readChosen(file: File, { readFile }: TableFiles): Promise<ReadFile> {
  if (file.size > FILE_MAX_BYTES) return { outcome: 'refused', problem: 'tooLarge' }
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes === null ? { outcome: 'refused', problem: 'gone' } : readFile(new Uint8Array(bytes))
}
