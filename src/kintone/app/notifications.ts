/** Who is told what: the people in charge of an item and its reviewers, and nobody else. kintone keeps three lists; each is replaced as a whole. */
import type { ShapeEntry } from '../../ports/app-shape'
import type { FieldCode } from '../fields'
import { all, isNoneOf, isOneOf } from '../query'
import type { Entity } from './held'
import { isEntity } from './held'
import { entityKey, nameOf } from './permissions'
import type { Planned } from './planned'
import { REVIEW } from './process'
import { CLOSED } from './views'

export interface GeneralNotifications {
  readonly notifications: readonly { readonly entity: Entity; readonly [event: string]: unknown }[]
  readonly notifyToCommenter: boolean
}
export interface RecordNotification {
  readonly title: string
  readonly filterCond: string
  readonly targets: readonly { readonly entity: Entity; readonly includeSubs: boolean }[]
}
interface Reminder extends RecordNotification {
  readonly timing: { readonly code: string; readonly daysLater: string; readonly hoursLater?: string; readonly time?: string }
}
export interface Reminders {
  readonly notifications: readonly Reminder[]
  readonly timezone: string
}

const OWNER = { entity: { type: 'FIELD_ENTITY', code: 'owner' }, includeSubs: false }
const REVIEWER = { entity: { type: 'FIELD_ENTITY', code: 'reviewer' }, includeSubs: false }

const GENERAL: GeneralNotifications['notifications'] = [OWNER, REVIEWER].map((who) => ({
  ...who, recordAdded: false, recordEdited: false, commentAdded: true, statusChanged: true, fileImported: false,
}))

const MORNING = '09:00'
const on = (code: FieldCode, daysLater: number) => ({ code, daysLater: String(daysLater), time: MORNING })
const open = isNoneOf('status', CLOSED)

const REMINDERS: readonly Reminder[] = [
  { title: '目標日まで14日です', timing: on('target_on', -14), filterCond: open, targets: [OWNER] },
  { title: '目標日まで3日です', timing: on('target_on', -3), filterCond: open, targets: [OWNER] },
  { title: '目標日を過ぎました', timing: on('target_on', 1), filterCond: open, targets: [OWNER, REVIEWER] },
  // Evidence matters where the item is met: only what does not apply is left out.
  { title: '証跡の有効期限まで30日です', timing: on('evidence_expires_on', -30), filterCond: isNoneOf('status', ['対象外']), targets: [OWNER] },
]

export function planGeneralNotifications(held: GeneralNotifications): Planned<GeneralNotifications> {
  const isOurs = (entity: Entity) => GENERAL.some((ours) => isEntity(entity, ours.entity.type, ours.entity.code ?? ''))
  const missing = GENERAL.filter((wish) => !held.notifications.some(({ entity }) => isEntity(entity, wish.entity.type, wish.entity.code ?? '')))
  const entry = (entity: Entity, verdict: ShapeEntry['verdict']): ShapeEntry => ({ part: 'notification', name: nameOf(entity), verdict })
  return {
    entries: [...missing.map(({ entity }) => entry(entity, 'added')), ...held.notifications.map(({ entity }) => entry(entity, isOurs(entity) ? 'unchanged' : 'foreign'))],
    write: missing.length > 0 ? { ...held, notifications: [...held.notifications, ...missing] } : null,
  }
}

/** `statusField`: the code of the form's STATUS field where an item can wait for its review, else null. */
export function planRecordNotifications(held: readonly RecordNotification[], statusField: string | null): Planned<readonly RecordNotification[]> {
  const wishes = statusField === null ? [] : [{ title: '確認を依頼されました', filterCond: all(isOneOf(statusField, [REVIEW])), targets: [REVIEWER] }]
  const { entries, missing } = byTitle(held, wishes)
  return { entries, write: missing.length > 0 ? [...held, ...missing] : null }
}

export function planReminders(held: Reminders): Planned<Reminders> {
  const { entries, missing } = byTitle(held.notifications, REMINDERS)
  return { entries, write: missing.length > 0 ? { ...held, notifications: [...held.notifications, ...missing] } : null }
}

/** What bears one of our titles is ours, whatever the user has made of it. */
function byTitle<N extends RecordNotification>(held: readonly N[], wishes: readonly N[]): { readonly entries: readonly ShapeEntry[]; readonly missing: readonly N[] } {
  const missing = wishes.filter(({ title }) => !held.some((there) => there.title === title))
  const ours = new Set(wishes.map(({ title }) => title))
  const entry = (title: string, verdict: ShapeEntry['verdict']): ShapeEntry => ({ part: 'notification', name: title, verdict })
  return { entries: [...missing.map(({ title }) => entry(title, 'added')), ...held.map(({ title }) => entry(title, ours.has(title) ? 'unchanged' : 'foreign'))], missing }
}

/** Titles and people of ours, by which a half-done run is told from somebody else's work. */
export const OUR_NOTIFICATIONS: ReadonlySet<string> = new Set([...GENERAL.map(({ entity }) => entityKey(entity)), '確認を依頼されました', ...REMINDERS.map(({ title }) => title)])
