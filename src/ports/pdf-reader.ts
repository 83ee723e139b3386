import type { PlacedPage } from '../domain/reference-text/placed'

/** Why a PDF gives no text: it is protected by a password; it is damaged, or none; its pages are pictures. */
export type PdfProblem = 'locked' | 'damaged' | 'scanned'

/** `text`: line by line, in the order in which it is drawn. `pages`: the same, run by run with its place. */
export type PdfReading = { readonly outcome: 'read'; readonly text: string; readonly pages: readonly PlacedPage[] } | { readonly outcome: 'refused'; readonly problem: PdfProblem }

/** Reads a PDF's text. `progress` is told each page as it begins. */
export type PdfReader = (bytes: Uint8Array, progress: (page: number, of: number) => void) => Promise<PdfReading>
