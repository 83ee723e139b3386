/** The settings of an app as kintone holds them and takes them back, one member a kind. What is foreign in them is never looked into. */
import type { FieldProperty } from './form'
import type { GeneralNotifications, RecordNotification, Reminders } from './notifications'
import type { Layout } from './layout'
import type { AppRight, FieldRight, RecordRight } from './permissions'
import type { ProcessManagement } from './process'
import type { Graph } from './reports'
import type { GeneralSettings } from './settings'
import type { View } from './views'

export interface AppSettings {
  /** Of the first write: the oldest that was read, so that a save in between makes it a conflict instead of a loss. */
  readonly revision: string
  readonly fields: Readonly<Record<string, FieldProperty>>
  readonly layout: Layout
  readonly views: Readonly<Record<string, View>>
  readonly graphs: Readonly<Record<string, Graph>>
  readonly process: ProcessManagement
  readonly appRights: readonly AppRight[]
  readonly recordRights: readonly RecordRight[]
  readonly fieldRights: readonly FieldRight[]
  readonly generalNotifications: GeneralNotifications
  readonly recordNotifications: readonly RecordNotification[]
  readonly reminders: Reminders
  readonly settings: GeneralSettings
  /** Kinds that set-up never writes and only watches for pending changes; read where something is pending at all. */
  readonly watched?: Readonly<Record<WatchedPart, unknown>>
}
export type WatchedPart = 'customize' | 'appAction' | 'adminNotes'

/** Somebody, as rights and notifications name them. Sent back with whatever else kintone gave. */
export interface Entity {
  readonly type: string
  readonly code?: string | null
}

export function isEntity(entity: Entity, type: string, code: string): boolean {
  return entity.type === type && entity.code === code
}

export const EVERYONE: Entity = { type: 'GROUP', code: 'everyone' }

export function isEveryone(entity: Entity): boolean {
  return isEntity(entity, 'GROUP', 'everyone')
}

/** The code of a field that kintone made; it depends on the language of whoever made the app. */
export function systemCode(fields: AppSettings['fields'], type: string): string | null {
  return Object.values(fields).find((field) => field.type === type)?.code ?? null
}
