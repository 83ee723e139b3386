/** The text of a PDF, by pdf.js on the page's own thread: nothing is fetched, and no script in the file is run. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Named on the global, where pdf.js looks for it before it would load a worker from an address.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { PdfReading } from '../ports/pdf-reader'
import type { TextRun } from './pdf-lines'
import { linesOfRuns } from './pdf-lines'

/** A page of pictures has no text at all, but a scanner may have stamped a line on it. */
const SCANNED_BELOW = 40

/** `progress` is told each page as it begins. */
export async function readPdf(bytes: Uint8Array, progress: (page: number, of: number) => void): Promise<PdfReading> {
  const task = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true, isEvalSupported: false, useWasm: false, stopAtErrors: false })
  try {
    const file = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      progress(number, file.numPages)
      const { items } = await (await file.getPage(number)).getTextContent({ disableNormalization: true })
      pages.push(linesOfRuns(items.flatMap(runOf)).join('\n'))
    }
    const characters = pages.reduce((sum, page) => sum + page.replace(/\s/g, '').length, 0)
    return characters < SCANNED_BELOW * pages.length ? { outcome: 'refused', problem: 'scanned' } : { outcome: 'read', text: pages.join('\n\f') }
  } catch (error) {
    return { outcome: 'refused', problem: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' }
  } finally {
    await task.destroy()
  }
}

function runOf(item: object): readonly TextRun[] {
  if (!('str' in item)) return []
  const { str, transform, width, height } = item as { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number }
  return [{ text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height: height || Math.abs(transform[3] ?? 0) }]
}
