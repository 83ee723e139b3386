/** What makes, writes and reads tables, a script of its own beside the lists': the build puts it into a function, so that it costs nothing until somebody wants a file. */
export { planImport } from '../domain/answer-import'
export { answerSheet, namesSheet } from '../domain/answer-sheet'
export { documentSheet, inquirySheet } from '../domain/document-sheet'
export { oscalDocuments } from '../domain/oscal/documents'
export { writeCsv } from '../spreadsheet/csv'
export { readFile } from '../spreadsheet/read-file'
export { writeXlsx } from '../spreadsheet/xlsx-write'
export { zipped } from '../spreadsheet/zipped'
