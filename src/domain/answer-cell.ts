/** One filled-in cell as a value of an answer. */
import type { AnswerField, ItemAnswer } from './answer'
import type { Names } from './answer-sheet'
import { ANSWER_LABELS, CHOICES, CLEAR_MARK, fieldKind } from './answer-sheet'
import type { Person } from './assessment'
import { typedDay } from './calendar-day'
import { namedPeople } from './named-people'
import { foldText } from './search-text'
import type { CellFlaw, ReadCell } from './sheet'
import { KEPT_MARK, serialDay } from './sheet'
import { plainLineBreaks } from './line-breaks'

/** `cannotClear`: a choice always has a value. */
export type CellProblem = CellFlaw | 'notDay' | 'notChoice' | 'cannotClear' | 'unknown' | 'ambiguous'

type CellAnswer =
  | { readonly keep: true }
  | { readonly value: ItemAnswer[AnswerField] }
  | { readonly problem: CellProblem; readonly found: string }

interface Around {
  readonly from1904: boolean
  /** Who stands in the answer already needs no directory to be known. */
  readonly item: ItemAnswer
  readonly known: Names
}

const EMPTY = { text: '', day: null, people: [] } as const

/** What a cell says of a field: keep what is there, a value, or why it can be taken as none. */
export function cellAnswer(field: AnswerField, cell: ReadCell, { from1904, item, known }: Around): CellAnswer {
  const text = cell.text.trim()
  if (cell.flaw) return { problem: cell.flaw, found: text || ANSWER_LABELS[field] }
  if (text === '' || text === KEPT_MARK) return { keep: true }
  const kind = fieldKind(field)
  if (foldText(text) === foldText(CLEAR_MARK)) return kind === 'choice' ? { problem: 'cannotClear', found: text } : { value: EMPTY[kind] }
  switch (kind) {
    case 'text': {
      // Blanks at a text's end come and go unseen: alone they are no change.
      const written = plainLineBreaks(cell.text).trimEnd()
      return written === plainLineBreaks(String(item[field])).trimEnd() ? { keep: true } : { value: written }
    }
    case 'day': {
      const day = (cell.number === undefined ? null : serialDay(cell.number, from1904)) ?? typedDay(text)
      return day === null ? { problem: 'notDay', found: text } : { value: day }
    }
    case 'choice': {
      const choice = CHOICES[field as keyof typeof CHOICES].find((option) => foldText(option) === foldText(text))
      return choice === undefined ? { problem: 'notChoice', found: text } : { value: choice }
    }
    case 'people': {
      const offered = field === 'departments' ? known.departments : known.people
      const named = namedPeople(cell.text, [...(item[field] as readonly Person[]), ...offered])
      return named.outcome === 'found' ? { value: named.people } : { problem: named.outcome, found: named.found }
    }
  }
}
