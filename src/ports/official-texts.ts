import type { ServiceFailure } from './failure'

/** A record of an item, in whichever assessment, with the official text that it holds. */
export interface HeldText {
  readonly recordId: string
  readonly revision: string
  /** `MHLW:6.5-11` */
  readonly id: string
  /** Empty while none has been taken in */
  readonly text: string
}

export interface TextChange {
  readonly recordId: string
  readonly revision: string
  readonly text: string
}

export type TextsWritten =
  | { readonly outcome: 'written' }
  /** Chunks before the failure are written, `done` records of them; starting again writes only what is missing. A record that somebody has saved meanwhile is a conflict. */
  | { readonly outcome: 'stopped'; readonly done: number; readonly failure: ServiceFailure }

/** The official text in the app's records. */
export interface OfficialTexts {
  /** Rejects with a ServiceFailure. */
  held(): Promise<readonly HeldText[]>
  /** Chunk by chunk, each whole or not at all. `progress` is told how many records are done. Never rejects. */
  write(changes: readonly TextChange[], progress: (done: number) => void): Promise<TextsWritten>
}
