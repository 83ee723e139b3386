/** The text of a PDF, by pdf.js on the page's own thread: nothing is fetched, and no script in the file is run. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Named on the global, where pdf.js looks for it before it would load a worker from an address.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { PlacedPage } from '../domain/reference-text/placed'
import type { PdfReading } from '../ports/pdf-reader'
import type { TextRun } from './pdf-lines'
import { linesOfRuns } from './pdf-lines'
import type { DrawnText } from './upright'
import { uprightRuns } from './upright'

/** A page of pictures has no text at all, but a scanner may have stamped a line on it. */
const SCANNED_BELOW = 40

/** `progress` is told each page as it begins. */
export async function readPdf(bytes: Uint8Array, progress: (page: number, of: number) => void): Promise<PdfReading> {
  const task = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true, isEvalSupported: false, useWasm: false, stopAtErrors: false })
  try {
    const file = await task.promise
    const texts: string[] = []
    const pages: PlacedPage[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      progress(number, file.numPages)
      const page = await file.getPage(number)
      const drawn = (await page.getTextContent({ disableNormalization: true })).items.flatMap((item) => ('str' in item ? [item as DrawnText] : []))
      texts.push(linesOfRuns(drawn.map(runOf)).join('\n'))
      pages.push(uprightRuns(drawn, page.getViewport({ scale: 1 }).transform as readonly number[]))
    }
    const characters = texts.reduce((sum, text) => sum + text.replace(/\s/g, '').length, 0)
    return characters < SCANNED_BELOW * texts.length ? { outcome: 'refused', problem: 'scanned' } : { outcome: 'read', text: texts.join('\n\f'), pages }
  } catch (error) {
    return { outcome: 'refused', problem: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' }
  } finally {
    await task.destroy()
  }
}

function runOf({ str, transform, width, height }: DrawnText): TextRun {
  return { text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height: height || Math.abs(transform[3] ?? 0) }
}
