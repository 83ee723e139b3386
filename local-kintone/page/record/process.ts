import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import { entitiesOf, recordIdOf, textOf, type Entity, type FieldProperties, type RecordData } from '../shapes'
import { meets } from './conditions'
import { usersIn, type CoveredEntity } from './people'

export interface StatusAction {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly filterCond: string
  readonly type?: 'PRIMARY' | 'SECONDARY'
  readonly executableUser?: { readonly entities: readonly CoveredEntity[] }
}

interface StatusAssignee {
  readonly type: 'ONE' | 'ALL' | 'ANY'
  readonly entities: readonly CoveredEntity[]
}

export interface Process {
  readonly enable: boolean
  readonly states: Readonly<Record<string, { readonly name: string; readonly assignee: StatusAssignee }>> | null
  readonly actions: readonly StatusAction[] | null
}

/** null where the app has no process management: records then have no status field (EMU). */
export async function loadProcess(page: Page<AppBoot>, fields: FieldProperties): Promise<Process | null> {
  if (Object.values(fields).find(({ type }) => type === 'STATUS')?.enabled !== true) return null
  const process = await page.rest.call<Process>('GET', 'app/status', { app: page.boot.app.id, lang: 'user' })
  return process.enable ? process : null
}

export function statusOf(record: RecordData): string {
  return textOf(Object.values(record).find(({ type }) => type === 'STATUS')?.value)
}

export function assigneesOf(record: RecordData): readonly Entity[] {
  return entitiesOf(Object.values(record).find(({ type }) => type === 'STATUS_ASSIGNEE')?.value)
}

/**
 * Actions from the record's status that the user may run: those of the assignee if the user is one or nobody is set, those that others may
 * run if they name the user; each only if the record meets its condition.
 */
export async function possibleActions(page: Page<AppBoot>, { actions }: Process, record: RecordData): Promise<readonly StatusAction[]> {
  const { code: me } = page.boot.user
  const assignees = assigneesOf(record)
  const mine = assignees.length === 0 || assignees.some(({ code }) => code === me)
  const status = statusOf(record)
  const from = (actions ?? []).filter((action) => action.from === status)
  const checked = await Promise.all(
    from.map(async (action) => {
      const others = action.type === 'SECONDARY' ? await usersIn(page, action.executableUser?.entities ?? [], record) : []
      const may = action.type === 'SECONDARY' ? others.some(({ code }) => code === me) : mine
      return may && (await meets(page, recordIdOf(record), action.filterCond)) ? [action] : []
    }),
  )
  return checked.flat()
}

/** Status, assignees and a button for each action, over the form; one to change the assignees for who may. */
export function drawStatusBar(
  page: Page<AppBoot>,
  record: RecordData,
  actions: readonly StatusAction[],
  run: (action: StatusAction) => void,
  change: (() => void) | null,
): HTMLElement {
  const { texts, stage } = page
  const names = assigneesOf(record).map(({ name }) => name)
  return el(
    'div',
    { class: 'lk-status-bar' },
    actions.map((action) => {
      const button = el('button', { type: 'button', class: 'lk-button lk-button-submit', onclick: () => run(action) }, action.name)
      return stage.parts.register(`StatusActionButton/${action.name}`, button)
    }),
    el('span', { class: 'lk-status' }, `${texts.status}: `, el('strong', {}, statusOf(record))),
    names.length === 0 ? null : el('span', {}, `${texts.assignee}: ${names.join(', ')}`),
    change === null
      ? null
      : stage.parts.register('ChangeAssigneeButton', el('button', { type: 'button', class: 'lk-button', onclick: change }, texts.changeAssignee)),
  )
}

/** How the status that an action leads to takes its assignees; ONE for nobody if it is not known. */
export function nextAssignee({ states }: Process, action: StatusAction): StatusAssignee {
  return Object.values(states ?? {}).find(({ name }) => name === action.to)?.assignee ?? { type: 'ONE', entities: [] }
}

/**
 * The users to choose the next assignee from; empty if the next status asks for nobody. A status with type ONE and selectable users needs
 * one to be named (CD rest-api/records).
 */
export async function nextAssignees(
  page: Page<AppBoot>,
  process: Process,
  action: StatusAction,
  record: RecordData,
): Promise<readonly Entity[]> {
  const { type, entities } = nextAssignee(process, action)
  return type === 'ONE' ? usersIn(page, entities, record) : []
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
