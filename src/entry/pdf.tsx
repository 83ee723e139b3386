/** What reads PDFs, a script of its own beside the settings screen's: the build puts it into a function, so that it costs nothing until somebody chooses a PDF. */
export { readPdf } from '../pdf/read-pdf'
