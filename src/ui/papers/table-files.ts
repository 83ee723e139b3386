/** What makes tables, and writes and reads files of them: in a script of its own (entry/spreadsheet), which runs only when somebody first asks for a file or pastes cells. */
import type { planImport } from '../../domain/answer-import'
import type { answerSheet, namesSheet } from '../../domain/answer-sheet'
import type { documentSheet, inquirySheet } from '../../domain/document-sheet'
import type { matrixSheet, partySheet } from '../../domain/matrix-sheet'
import type { clipboardBlock, pastePlan } from '../../domain/matrix-paste'
import type { oscalDocuments } from '../../domain/oscal/documents'
import type { answerPlan, pastedSheet } from '../../domain/party-answers'
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
  readonly answerSheet: typeof answerSheet
  readonly namesSheet: typeof namesSheet
  readonly documentSheet: typeof documentSheet
  readonly inquirySheet: typeof inquirySheet
  readonly planImport: typeof planImport
  readonly clipboardBlock: typeof clipboardBlock
  readonly pastePlan: typeof pastePlan
  readonly matrixSheet: typeof matrixSheet
  readonly partySheet: typeof partySheet
  readonly answerPlan: typeof answerPlan
  readonly pastedSheet: typeof pastedSheet
}
