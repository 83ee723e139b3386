/** What the OSCAL documents share: names of controls and properties, and their heads. [NIST OSCAL 1.2.2, pages.nist.gov/OSCAL] */
import type { Assessment, AssessedItem } from '../assessment'
import { uuidOf } from './uuid'

const OSCAL_VERSION = '1.2.2'
/** Ours: it only tells our properties from those of NIST, and nothing stands at the address. */
const NAMESPACE = 'https://junshu.invalid/ns/oscal'

interface OscalProperty {
  readonly name: string
  readonly value: string
  readonly ns: string
}

/** A token has to begin with a letter and may hold no brackets: `METI:2.5.2(1)-3` is `meti-2.5.2_1-3`. */
export function controlId({ part, no }: Pick<AssessedItem, 'part' | 'no'>): string {
  return `${part.toLowerCase()}-${no.replace('(', '_').replace(')', '')}`
}

/** `meti-section-2.5.2`: a section as OSCAL names a group. */
export function groupId({ part, section }: Pick<AssessedItem, 'part' | 'section'>): string {
  return `${part.toLowerCase()}-section-${section.split(' ')[0]}`
}

/** Without those that have no value: a property may not be empty. */
export function properties(values: Readonly<Record<string, string | null | readonly string[]>>): { readonly props?: readonly OscalProperty[] } {
  const props = Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' || value === null ? [value ?? ''] : value).map((one) => ({ name, value: one.replace(/\s+/g, ' ').trim(), ns: NAMESPACE })).filter((property) => property.value !== ''))
  return props.length === 0 ? {} : { props }
}

export interface OscalHead {
  readonly assessment: Assessment
  /** `YYYY-MM-DD` */
  readonly day: string
}

/** `day` is a calendar day, so the time is the first of that day in Japan. */
export function timeOf(day: string): string {
  return `${day}T00:00:00+09:00`
}

/** The head of each document; the hospital is its only party, and assesses itself. */
export function metadata(title: string, { assessment, day }: OscalHead, remarks: string) {
  const party = uuidOf('party', assessment.facility)
  return {
    title,
    'last-modified': timeOf(day),
    version: `${assessment.round} ${day}`,
    'oscal-version': OSCAL_VERSION,
    roles: [{ id: 'assessor', title: 'Assessor' }],
    parties: [{ uuid: party, type: 'organization', name: assessment.facility }],
    'responsible-parties': [{ 'role-id': 'assessor', 'party-uuids': [party] }],
    remarks,
  }
}
