import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import { entitiesOf, textOf, type Entity, type FieldProperties, type RecordData } from '../shapes'

export interface StatusAction {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly type?: 'PRIMARY' | 'SECONDARY'
}

interface StatusAssignee {
  readonly type: 'ONE' | 'ALL' | 'ANY'
  readonly entities: readonly { readonly entity: { readonly type: string; readonly code: string | null } }[]
}

export interface Process {
  readonly enable: boolean
  readonly states: Readonly<Record<string, { readonly name: string; readonly assignee: StatusAssignee }>> | null
  readonly actions: readonly StatusAction[] | null
}

/** null where the app has no process management: records then have no status field (kintone.md 3.2). */
export async function loadProcess(page: Page<AppBoot>, fields: FieldProperties): Promise<Process | null> {
  if (Object.values(fields).find(({ type }) => type === 'STATUS')?.enabled !== true) return null
  const process = await page.rest.call<Process>('GET', 'app/status', { app: page.boot.app.id, lang: 'user' })
  return process.enable ? process : null
}

export function statusOf(record: RecordData): string {
  return textOf(Object.values(record).find(({ type }) => type === 'STATUS')?.value)
}

/**
 * Actions from the record's status: the assignee's own if the user is one or nobody is set, and those that others may run. Conditions of an
 * action and its list of users are the server's to refuse.
 */
function possibleActions({ actions }: Process, record: RecordData, userCode: string): readonly StatusAction[] {
  const assignees = assigneesOf(record)
  const mine = assignees.length === 0 || assignees.some(({ code }) => code === userCode)
  const status = statusOf(record)
  return (actions ?? []).filter(({ from, type }) => from === status && (mine || type === 'SECONDARY'))
}

/** Status, assignees and a button for each action, over the form. */
export function drawStatusBar(page: Page<AppBoot>, process: Process, record: RecordData, run: (action: StatusAction) => void): HTMLElement {
  const { texts, boot } = page
  const names = assigneesOf(record).map(({ name }) => name)
  return el(
    'div',
    { class: 'lk-status-bar' },
    possibleActions(process, record, boot.user.code).map((action) =>
      el('button', { type: 'button', class: 'lk-button lk-button-submit', onclick: () => run(action) }, action.name),
    ),
    el('span', { class: 'lk-status' }, `${texts.status}: `, el('strong', {}, statusOf(record))),
    names.length === 0 ? null : el('span', {}, `${texts.assignee}: ${names.join(', ')}`),
  )
}

/**
 * The users to choose the next assignee from; empty if the next status asks for nobody. A status with type ONE and selectable users needs
 * one to be named (kintone.md 3.1). Groups and organisations among the entities are not resolved to their members here.
 */
export function nextAssignees({ states }: Process, action: StatusAction, record: RecordData): readonly Entity[] {
  const assignee = Object.values(states ?? {}).find(({ name }) => name === action.to)?.assignee
  if (assignee === undefined || assignee.type !== 'ONE') return []
  const found = assignee.entities.flatMap(({ entity }) => {
    if (entity.type === 'USER' && entity.code !== null) return [{ code: entity.code, name: entity.code }]
    return entity.type === 'FIELD_ENTITY' && entity.code !== null ? entitiesOf(record[entity.code]?.value) : []
  })
  return [...new Map(found.map((entity) => [entity.code, entity])).values()]
}

/** Asks for the next assignee where there is a choice. null when the dialog was left. */
export async function chooseAssignee(page: Page<AppBoot>, candidates: readonly Entity[]): Promise<string | null> {
  const choice = el(
    'select',
    { 'aria-label': page.texts.nextAssignee },
    candidates.map(({ code, name }) => el('option', { value: code }, name)),
  )
  const dialog = page.ui.dialog({ title: page.texts.nextAssignee, body: choice, showOkButton: true, showCancelButton: true })
  return (await dialog.show()) === 'OK' ? choice.value : null
}

function assigneesOf(record: RecordData): readonly Entity[] {
  return entitiesOf(Object.values(record).find(({ type }) => type === 'STATUS_ASSIGNEE')?.value)
}
