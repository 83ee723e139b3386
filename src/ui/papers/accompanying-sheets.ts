/** The sheets that go along with a table: how it is filled in, and on which editions it rests. */
import { ANSWER_FIELDS } from '../../domain/answer'
import { ANSWER_LABELS, CHOICES, CLEAR_MARK, fieldKind, KEY_LABEL } from '../../domain/answer-sheet'
import type { Assessment } from '../../domain/assessment'
import { EDITIONS, PARTS } from '../../domain/guideline'
import type { Sheet } from '../../domain/sheet'
import type { Messages } from '../messages/ja'

export function legendSheet(messages: Messages): Sheet {
  const { legend, hint, legendSheet: name } = messages.papers
  const choicesOf = (field: string) => (CHOICES as Readonly<Record<string, readonly string[] | undefined>>)[field]
  return {
    name,
    columns: [{ name: legend.column, kind: 'text', width: 28 }, { name: legend.meaning, kind: 'text', width: 90 }],
    rows: [
      ...[legend.fillIn, legend.blank, legend.clear(CLEAR_MARK), legend.key(KEY_LABEL), legend.order, legend.back].map((line) => [null, line]),
      ...ANSWER_FIELDS.map((field) => [ANSWER_LABELS[field], [hint[fieldKind(field)], choicesOf(field)?.join(' · ')].filter(Boolean).join('\n')]),
    ],
    frozenColumns: 0,
    plain: true,
  }
}

/** `condition`: the filter in words, or empty for all items. `count`: how many rows the table has. */
interface Provenance {
  readonly assessment: Assessment
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly count: number
  readonly condition: string
}

export function editionsSheet({ assessment, day, count, condition }: Provenance, messages: Messages): Sheet {
  const { editions: words, editionsSheet: name } = messages.papers
  return {
    name,
    columns: [28, 52, 30, 52].map((width) => ({ name: '', kind: 'text', width })),
    rows: [
      [words.round, messages.roundName(assessment.round)],
      [words.facility, assessment.facility],
      [words.day, day.replaceAll('-', '/')],
      [words.count, String(count)],
      [words.filter, condition || words.noFilter],
      [],
      [words.part, words.guideline, words.edition, words.supersededBy],
      ...PARTS.map((part) => [messages.part[part], EDITIONS[part].guideline, EDITIONS[part].edition, EDITIONS[part].supersededBy]),
      [],
      [null, words.note],
    ],
    frozenColumns: 0,
    plain: true,
  }
}
