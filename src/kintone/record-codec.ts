/** A record of kintone becomes a domain value here, or is said to be unreadable, with the field. Nothing behind this line checks again. */
import type { CheckedAnswer } from '../domain/answer-check'
import type { Assessment, AssessedItem, AssessedItemDetail, EvidenceFile, Person } from '../domain/assessment'
import { INQUIRIES, STATUSES } from '../domain/assessment'
import { DISCLOSURES, EVIDENCE_BASES, LEVELS, PARTS, relatedFromLine, SUITABILITIES } from '../domain/guideline'
import type { RelatedItem } from '../domain/guideline'
import type { Responsibility } from '../domain/responsibility'
import { HALF_STATES, ROLES } from '../domain/responsibility'
import type { UnreadableRecord } from '../ports/assessed-items'
import type { NamedItem } from '../ports/item-surroundings'
import type { FieldCode, ResponsibilityFieldCode } from './fields'
import { FIELDS, RESPONSIBILITIES, RESPONSIBILITIES_LABEL, RESPONSIBILITY_FIELDS } from './fields'

/** The fields that `decodeItem` reads, to be asked for by name. */
export const ITEM_FIELDS: readonly (FieldCode | typeof RESPONSIBILITIES | '$id' | '$revision')[] = [
  '$id', '$revision', 'part', 'item_no', 'sort_no', 'section', 'level', 'title', 'suitability', 'disclosure', 'evidence_basis', 'documents', 'mic_codes',
  'status', 'status_reason', 'owner', 'department', 'reviewer', 'target_on', 'completed_on', 'inquiry', 'inquiry_on', 'inquiry_note', 'evidence_files', 'evidence_links', 'evidence_expires_on', RESPONSIBILITIES,
]

/** The fields that `decodeDetail` reads. */
export const DETAIL_FIELDS: readonly (FieldCode | typeof RESPONSIBILITIES | '$id' | '$revision')[] = [
  ...ITEM_FIELDS, 'edition', 'requirement', 'action', 'cybozu_statement', 'evidence_examples', 'mic_levels', 'related', 'urls', 'official_text',
  'implementation', 'regulation', 'checked_on', 'completed_on', 'next_review_on', 'review_comment',
]

/** Whether a decoded record is only named, not known. */
export function isUnreadable(value: AssessedItem | AssessedItemDetail | UnreadableRecord): value is UnreadableRecord {
  return 'found' in value
}

/** `record`: as records.json gives it, with ITEM_FIELDS. */
export function decodeItem(record: unknown): AssessedItem | UnreadableRecord {
  return decode(record, itemOf)
}

/** What the check before a save looks at; null where a field is missing (the user may not see it) or holds what this version does not know: then nothing is judged. */
export function decodeChecked(record: unknown): CheckedAnswer | null {
  const answer = decode(record, (read) => ({
    status: read.choice('status', STATUSES, '未評価'),
    statusReason: read.text('status_reason'),
    targetOn: read.day('target_on'),
    completedOn: read.day('completed_on'),
    implementation: read.text('implementation'),
    evidenceExpiresOn: read.day('evidence_expires_on'),
  }))
  return 'found' in answer ? null : answer
}

/** The assessment that a record belongs to; null for one that belongs to none. */
export function decodeAssessment(record: unknown): Assessment | null {
  const assessment = decode(record, (read) => ({ round: read.text('round'), facility: read.text('facility') }))
  return 'found' in assessment || assessment.round === '' || assessment.facility === '' ? null : assessment
}

/** An item by name; of a record that is no item, what there is. */
export function decodeName(record: unknown): NamedItem {
  const read = new FieldReader<FieldCode>(isObject(record) ? record : {})
  const or = <T>(value: () => T, otherwise: T): T => {
    try {
      return value()
    } catch (error) {
      if (error instanceof Unreadable) return otherwise
      throw error
    }
  }
  return {
    recordId: or(() => read.text('$id'), ''),
    part: or(() => read.choice('part', PARTS), null),
    no: or(() => read.text('item_no'), ''),
    title: or(() => read.text('title'), ''),
    status: or(() => read.choice('status', STATUSES, '未評価'), null),
    micCodes: or(() => read.texts('mic_codes'), []),
  }
}

/** `record`: as records.json or a page's event gives it, with DETAIL_FIELDS. */
export function decodeDetail(record: unknown): AssessedItemDetail | UnreadableRecord {
  return decode(record, (read) => ({
    ...itemOf(read),
    edition: read.text('edition'),
    requirement: read.text('requirement'),
    action: read.text('action'),
    cybozu: read.text('cybozu_statement'),
    evidenceExamples: read.text('evidence_examples'),
    mic: linesOf(read.text('mic_levels'), ' ').map(citationOf),
    related: linesOf(read.text('related'), '\n').map(relatedOf),
    urls: linesOf(read.text('urls'), '\n'),
    officialText: read.text('official_text'),
    implementation: read.text('implementation'),
    regulation: read.text('regulation'),
    checkedOn: read.day('checked_on'),
    nextReviewOn: read.day('next_review_on'),
    evidenceFiles: read.files('evidence_files'),
    evidenceLinks: read.text('evidence_links'),
    reviewComment: read.text('review_comment'),
  }))
}

function linesOf(text: string, separator: string): readonly string[] {
  return text.split(separator).filter((line) => line !== '')
}

/** `Ⅱ.4.1.1=推奨` */
function citationOf(text: string): { readonly code: string; readonly level: string } {
  const [code = '', level = ''] = text.split('=')
  return { code, level }
}

function relatedOf(line: string): RelatedItem {
  const related = relatedFromLine(line)
  if (!related) throw new Unreadable('related', line)
  return related
}

function itemOf(read: FieldReader<FieldCode>): AssessedItem {
  return {
    recordId: read.text('$id'),
    revision: read.text('$revision'),
    part: read.choice('part', PARTS),
    no: read.text('item_no'),
    order: read.number('sort_no'),
    section: read.text('section'),
    level: read.choice('level', LEVELS),
    title: read.text('title'),
    suitability: read.choice('suitability', SUITABILITIES),
    disclosure: read.choice('disclosure', DISCLOSURES),
    evidence: read.choices('evidence_basis', EVIDENCE_BASES),
    documents: read.texts('documents'),
    micCodes: read.texts('mic_codes'),
    status: read.choice('status', STATUSES, '未評価'),
    statusReason: read.text('status_reason'),
    owners: read.people('owner'),
    departments: read.has('department') ? read.people('department') : [],
    takesDepartments: read.has('department'),
    reviewers: read.people('reviewer'),
    targetOn: read.day('target_on'),
    completedOn: read.day('completed_on'),
    inquiry: read.choice('inquiry', INQUIRIES, '不要'),
    inquiryOn: read.has('inquiry_on') ? read.day('inquiry_on') : null,
    inquiryNote: read.has('inquiry_note') ? read.text('inquiry_note') : '',
    notesInquiry: read.has('inquiry_on') && read.has('inquiry_note'),
    hasEvidence: read.count('evidence_files') > 0 || read.text('evidence_links').trim() !== '',
    evidenceExpiresOn: read.day('evidence_expires_on'),
    responsibilities: read.rows(RESPONSIBILITIES, responsibilityOf),
  }
}

function responsibilityOf(read: FieldReader<ResponsibilityFieldCode>, rowId: string): Responsibility {
  return {
    rowId,
    party: read.text('r_party'),
    role: read.choice('r_role', ROLES, '未協議'),
    duty: read.text('r_duty'),
    state: read.choice('r_state', HALF_STATES, '未確認'),
    agreedOn: read.day('r_agreed_on'),
    basis: read.text('r_basis'),
  }
}

class Unreadable extends Error {
  constructor(
    readonly field: string,
    readonly found: unknown,
  ) {
    super(field)
  }
}

function decode<T>(record: unknown, build: (read: FieldReader<FieldCode>) => T): T | UnreadableRecord {
  const fields = isObject(record) ? record : {}
  try {
    return build(new FieldReader(fields))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const id = fields['$id']
    return { recordId: isObject(id) ? String(id['value']) : '', field: error.field, label: labelOf(error.field), found: JSON.stringify(error.found) ?? '' }
  }
}

function labelOf(code: string): string {
  const fields: Readonly<Record<string, { readonly label: string }>> = { ...FIELDS, ...RESPONSIBILITY_FIELDS, [RESPONSIBILITIES]: { label: RESPONSIBILITIES_LABEL } }
  return fields[code]?.label ?? code
}

/** Reads kintone's `{code: {type, value}}`. An empty drop-down or date is null there, an empty text "". */
class FieldReader<Code extends string> {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  has(code: Code): boolean {
    return isObject(this.fields[code])
  }

  text(code: Code | '$id' | '$revision'): string {
    const value = this.value(code)
    if (value === null) return ''
    if (typeof value !== 'string') throw new Unreadable(code, value)
    return value
  }

  number(code: Code): number {
    const text = this.text(code)
    if (text === '' || !Number.isFinite(Number(text))) throw new Unreadable(code, text)
    return Number(text)
  }

  day(code: Code): string | null {
    return this.text(code) || null
  }

  /** `blank`: what an empty choice means, where it means something: that nobody has answered yet. */
  choice<Option extends string>(code: Code, options: readonly Option[], blank?: Option): Option {
    const value = this.value(code)
    return blank !== undefined && (value === null || value === '') ? blank : oneOf(code, value, options)
  }

  choices<Option extends string>(code: Code, options: readonly Option[]): readonly Option[] {
    return this.list(code).map((entry) => oneOf(code, entry, options))
  }

  texts(code: Code): readonly string[] {
    return this.list(code).map((entry) => {
      if (typeof entry !== 'string') throw new Unreadable(code, entry)
      return entry
    })
  }

  people(code: Code): readonly Person[] {
    return this.list(code).map((entry) => {
      if (!isObject(entry) || typeof entry['code'] !== 'string' || typeof entry['name'] !== 'string') throw new Unreadable(code, entry)
      return { code: entry['code'], name: entry['name'] }
    })
  }

  files(code: Code): readonly EvidenceFile[] {
    return this.list(code).map((entry) => {
      if (!isObject(entry) || typeof entry['fileKey'] !== 'string' || typeof entry['name'] !== 'string') throw new Unreadable(code, entry)
      return { fileKey: entry['fileKey'], name: entry['name'], size: Number(entry['size'] ?? 0) }
    })
  }

  count(code: Code): number {
    return this.list(code).length
  }

  rows<T>(code: typeof RESPONSIBILITIES, build: (read: FieldReader<ResponsibilityFieldCode>, rowId: string) => T): readonly T[] {
    return this.list(code).map((row) => {
      if (!isObject(row) || !isObject(row['value'])) throw new Unreadable(code, row)
      return build(new FieldReader(row['value']), String(row['id']))
    })
  }

  private list(code: string): readonly unknown[] {
    const value = this.value(code)
    if (!Array.isArray(value)) throw new Unreadable(code, value)
    return value
  }

  private value(code: string): unknown {
    const field = this.fields[code]
    if (!isObject(field) || !('value' in field)) throw new Unreadable(code, field)
    // In the events of a page an empty field may be undefined where REST has null.
    return field['value'] ?? null
  }
}

function oneOf<Option extends string>(code: string, value: unknown, options: readonly Option[]): Option {
  const at = options.indexOf(value as Option)
  if (at === -1) throw new Unreadable(code, value)
  return options[at] as Option
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
