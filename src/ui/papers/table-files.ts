/** What writes and reads files of tables: in a script of its own (entry/spreadsheet), which runs only when somebody first asks for a file. */
import type { oscalDocuments } from '../../domain/oscal/documents'
import type { writeCsv } from '../../spreadsheet/csv'
import type { readFile } from '../../spreadsheet/read-file'
import type { writeXlsx } from '../../spreadsheet/xlsx-write'
import type { zipped } from '../../spreadsheet/zipped'

export interface TableFiles {
  readonly writeXlsx: typeof writeXlsx
  readonly writeCsv: typeof writeCsv
  readonly zipped: typeof zipped
  readonly readFile: typeof readFile
  readonly oscalDocuments: typeof oscalDocuments
}
