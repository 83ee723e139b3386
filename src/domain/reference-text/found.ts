/** What has been found of an item's official text, and why it should be looked at. */
import type { GuidelineItem } from '../guideline'
import { cellText } from './lines'
import type { MaybeRow } from './match'
import { fitsMark, sameFacts } from './match'
import type { MergedCell } from './merged-cells'

export const OFFICIAL_PIECES = ['requirement', 'mic', 'view', 'survey', 'action'] as const
export type OfficialPiece = (typeof OFFICIAL_PIECES)[number]

/**
 * Why an item's text should be looked at: verdict, disclosure or documents are not those of the catalog; another number is printed; what is asked was
 * not found; a cell that is merged over several rows was not found; the catalog knows an action that was not found; a merged cell holds another text
 * than is known to stand there; the PDF's columns could not be told, so that its text was
 * read in the order in which it is drawn; read by its place, it is another text than in that order.
 */
export type Doubt = 'facts' | 'number' | 'requirementMissing' | 'viewMissing' | 'actionMissing' | 'mergedOther' | 'byOrder' | 'differs'

export interface FoundText {
  readonly item: GuidelineItem
  readonly pieces: Readonly<Record<OfficialPiece, string>>
  readonly doubts: readonly Doubt[]
}

/** Cells that are merged over several rows, by the items that share them. `isKnown`: the text is the one that is known to stand there. */
export type MergedTexts = ReadonlyMap<string, Readonly<Partial<Record<MergedCell['cell'], { readonly text: string; readonly isKnown: boolean }>>>>

/** Items that no row was found for are left out. */
export function foundTexts(items: readonly GuidelineItem[], rows: ReadonlyMap<string, MaybeRow>, merged: MergedTexts): readonly FoundText[] {
  return items.flatMap((item) => {
    const row = rows.get(item.no)
    return !row || 'unread' in row ? [] : [foundText(item, row, merged.get(item.no) ?? {})]
  })
}

function foundText(item: GuidelineItem, row: Exclude<MaybeRow, { readonly unread: string }>, shared: NonNullable<ReturnType<MergedTexts['get']>>): FoundText {
  const view = cellText(row.view)
  const action = cellText(row.action)
  const pieces = { requirement: cellText(row.requirement), mic: cellText(row.mic), view: view || (shared.view?.text ?? ''), survey: cellText(row.survey), action: action || (item.actionGiven ? (shared.action?.text ?? '') : '') }
  const doubts: Doubt[] = []
  if (!sameFacts(row, item)) doubts.push('facts')
  if (!fitsMark(row.mark, item)) doubts.push('number')
  if (pieces.requirement === '') doubts.push('requirementMissing')
  if (pieces.view === '') doubts.push('viewMissing')
  if (item.actionGiven && pieces.action === '') doubts.push('actionMissing')
  if ((view === '' && shared.view?.isKnown === false) || (action === '' && shared.action?.isKnown === false)) doubts.push('mergedOther')
  return { item, pieces, doubts }
}
