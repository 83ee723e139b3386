/** Who may do what: a row for people who only read, nobody but the maintainer deletes, and the catalog's fields are read-only, with those that say of which round and facility a record is. */
import type { ShapeEntry } from '../../ports/app-shape'
import type { FieldCode } from '../fields'
import { FIELDS, GUARDED_FIELDS } from '../fields'
import type { Entity } from './held'
import { EVERYONE, isEntity, isEveryone } from './held'
import type { Planned } from './planned'

export interface AppRight {
  readonly entity: Entity
  readonly [right: string]: unknown
}
export interface RecordRight {
  readonly filterCond: string
  readonly entities: readonly { readonly entity: Entity; readonly viewable: boolean; readonly editable: boolean; readonly deletable: boolean; readonly includeSubs: boolean }[]
}
export interface FieldRight {
  readonly code: string
  readonly entities: readonly { readonly entity: Entity; readonly accessibility: string; readonly includeSubs: boolean }[]
}

const user = (code: string): Entity => ({ type: 'USER', code })
const field = (code: FieldCode): Entity => ({ type: 'FIELD_ENTITY', code })

/** May see and export records and nothing else. */
export function viewersRow(group: string): AppRight {
  return {
    entity: { type: 'GROUP', code: group },
    includeSubs: false,
    appEditable: false,
    recordViewable: true,
    recordAddable: false,
    recordEditable: false,
    recordDeletable: false,
    recordImportable: false,
    recordExportable: true,
  }
}

/** The first row that covers somebody decides, so the row stands just before everybody's. Every other row is sent back as it was: nobody is locked out. */
export function planAppRights(held: readonly AppRight[], viewersGroup: string | null): Planned<readonly AppRight[]> {
  const isViewers = ({ entity }: AppRight) => viewersGroup !== null && isEntity(entity, 'GROUP', viewersGroup)
  const entries = held.map((row): ShapeEntry => ({ part: 'appRight', name: nameOf(row.entity), verdict: isViewers(row) ? 'unchanged' : 'foreign' }))
  if (viewersGroup === null || held.some(isViewers)) return { entries, write: null }
  const at = held.findIndex(({ entity }) => isEveryone(entity))
  const row = viewersRow(viewersGroup)
  return { entries: [...entries, { part: 'appRight', name: nameOf(row.entity), verdict: 'added' }], write: held.toSpliced(at < 0 ? held.length : at, 0, row) }
}

/** Only where the app has no record rights: to weave ours into the user's own could open what they close. */
export function planRecordRights(held: readonly RecordRight[], maintainer: string): Planned<readonly RecordRight[]> {
  const may = (entity: Entity, deletable: boolean) => ({ entity, viewable: true, editable: true, deletable, includeSubs: false })
  const [only] = held
  if (!only) {
    const entities = [may(user(maintainer), true), may(field('owner'), false), may(field('reviewer'), false), may(EVERYONE, false)]
    return { entries: entities.map(({ entity }) => ({ part: 'recordRight', name: nameOf(entity), verdict: 'added' })), write: [{ filterCond: '', entities }] }
  }
  if (held.length > 1 || !isOurRecordRight(only)) return { entries: held.map(({ filterCond }) => ({ part: 'recordRight', name: filterCond, verdict: 'foreign' })), write: null }
  const known = only.entities.some(({ entity }) => isEntity(entity, 'USER', maintainer))
  const entries = only.entities.map(({ entity }): ShapeEntry => ({ part: 'recordRight', name: nameOf(entity), verdict: 'unchanged' }))
  if (known) return { entries, write: null }
  const entities = only.entities.toSpliced(afterUsers(only.entities), 0, may(user(maintainer), true))
  return { entries: [...entries, { part: 'recordRight', name: nameOf(user(maintainer)), verdict: 'added' }], write: [{ ...only, entities }] }
}

/** Told by whom it names; others may have been added to it. */
export function isOurRecordRight({ filterCond, entities }: RecordRight): boolean {
  const has = (wanted: Entity) => entities.some(({ entity }) => isEntity(entity, wanted.type, wanted.code ?? ''))
  return filterCond === '' && has(field('owner')) && has(field('reviewer')) && has(EVERYONE)
}

/** The maintainer writes, everybody reads. A second maintainer is added beside the first; rights that the user has given are kept. */
export function planFieldRights(held: readonly FieldRight[], maintainer: string): Planned<readonly FieldRight[]> {
  const entries: ShapeEntry[] = []
  const byCode = new Map(held.map((right) => [right.code, right]))
  let changes = false
  const set = (code: string, verdict: 'added' | 'changed', entities: FieldRight['entities'], from?: string) => {
    byCode.set(code, { code, entities })
    entries.push({ part: 'fieldRight', name: fieldName(code), verdict, ...(from === undefined ? {} : { from, to: writersIn(entities) }) })
    changes = true
  }
  const writes = { entity: user(maintainer), accessibility: 'WRITE', includeSubs: false }
  for (const code of GUARDED_FIELDS) {
    const right = byCode.get(code)
    if (!right) set(code, 'added', [writes, { entity: EVERYONE, accessibility: 'READ', includeSubs: false }])
    else if (!isOurFieldRight(right)) entries.push({ part: 'fieldRight', name: fieldName(code), verdict: 'foreign' })
    else if (right.entities.some(({ entity }) => isEntity(entity, 'USER', maintainer))) entries.push({ part: 'fieldRight', name: fieldName(code), verdict: 'unchanged' })
    else set(code, 'changed', right.entities.toSpliced(afterUsers(right.entities), 0, writes), writersIn(right.entities))
  }
  const ours: ReadonlySet<string> = new Set(GUARDED_FIELDS)
  for (const { code } of held) if (!ours.has(code)) entries.push({ part: 'fieldRight', name: code, verdict: 'foreign' })
  return { entries, write: changes ? [...byCode.values()] : null }
}

/** Told by the field and by what everybody may do with it. */
export function isOurFieldRight({ code, entities }: FieldRight): boolean {
  const everyone = entities.find(({ entity }) => isEveryone(entity))
  return (GUARDED_FIELDS as readonly string[]).includes(code) && everyone?.accessibility === 'READ'
}

function afterUsers(entities: readonly { readonly entity: Entity }[]): number {
  return entities.findLastIndex(({ entity }) => entity.type === 'USER') + 1
}

function writersIn(entities: FieldRight['entities']): string {
  return entities.filter(({ accessibility }) => accessibility === 'WRITE').map(({ entity }) => nameOf(entity)).join('、')
}

function fieldName(code: string): string {
  return `${FIELDS[code as FieldCode].label} (${code})`
}

/** How somebody is shown to people. */
export function nameOf({ type, code }: Entity): string {
  if (code === undefined || code === null) return type === 'CREATOR' ? 'アプリ作成者' : type
  const own: Readonly<Record<string, { readonly label: string }>> = FIELDS
  return type === 'FIELD_ENTITY' ? (own[code]?.label ?? code) : code
}

/** One text for each somebody. */
export function entityKey({ type, code }: Entity): string {
  return `${type} ${code ?? ''}`
}
