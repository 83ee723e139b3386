/** WorkSteps over kintone's process management. What kintone's own page would offer is worked out from the settings, as JavaScript API and REST tell it only on that page. */
import type { Person } from '../domain/assessment'
import { ServiceFailure } from '../ports/failure'
import type { WorkState, WorkStep, WorkSteps } from '../ports/work-steps'
import type { ApiWrite } from './answers'
import type { Entity } from './app/held'
import { isPassedOn } from './app/process'
import { askedOnce } from './asked-once'
import type { ApiGet } from './record-pages'
import { asServiceFailure } from './failure'
import { all, equals } from './query'

interface Covered {
  readonly entity: Entity
}
interface Process {
  readonly enable: boolean
  readonly states: Readonly<Record<string, { readonly name: string; readonly assignee: { readonly type: string; readonly entities: readonly Covered[] } }>> | null
  readonly actions: readonly Action[] | null
}
interface Action {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly filterCond?: string
  readonly type?: string
  readonly executableUser?: { readonly entities: readonly Covered[] }
}
type KintoneRecord = Readonly<Record<string, { readonly type?: string; readonly value?: unknown }>>

/** `user`: the signed-in user's login name. */
export function kintoneWorkSteps(get: ApiGet, write: ApiWrite, app: string, user: string): WorkSteps {
  // Names of actions are those of the user's own language; only those can be run. [cybozu.dev rest-api/records/update-status]
  const process = askedOnce(async () => (await asServiceFailure(() => get('app/status', { app, lang: 'user' }))) as Process)

  return {
    async of(recordId): Promise<WorkState | null> {
      const { enable, states, actions } = await process()
      if (!enable) return null
      const { record } = (await asServiceFailure(() => get('record', { app, id: recordId }))) as { readonly record: KintoneRecord }
      const status = String(ofType(record, 'STATUS')?.value ?? '')
      const assignees = people(ofType(record, 'STATUS_ASSIGNEE')?.value)
      const steps = await Promise.all(
        (actions ?? []).filter(({ from }) => from === status).map(async (action) => {
          const who = action.type === 'SECONDARY' ? named(record, action.executableUser?.entities ?? []) : { people: assignees, isWhole: true }
          const isOpenToAll = action.type !== 'SECONDARY' && assignees.length === 0
          const mayAct = isOpenToAll || who.people.some(({ code }) => code === user)
          if ((!mayAct && who.isWhole) || !(await meets(recordId, action.filterCond ?? ''))) return []
          const target = Object.values(states ?? {}).find(({ name }) => name === action.to)?.assignee
          const next = target?.type === 'ONE' ? named(record, target.entities) : { people: [], isWhole: true }
          const step: WorkStep = { name: action.name, to: action.to, next: next.people, isElsewhere: !mayAct || !next.isWhole, isPassedOn: isPassedOn(action.to) }
          return [step]
        }),
      )
      return { status, assignees, steps: steps.flat() }
    },

    async take(recordId, revision, { name }, next) {
      try {
        await asServiceFailure(() => write('record/status', 'PUT', { app, id: recordId, action: name, revision, ...(next !== null && { assignee: next }) }))
        return 'taken'
      } catch (error) {
        if (error instanceof ServiceFailure && error.kind === 'conflict') return 'conflict'
        throw error
      }
    },
  }

  async function meets(recordId: string, condition: string): Promise<boolean> {
    if (condition === '') return true
    const answer = await asServiceFailure(() => get('records', { app, fields: ['$id'], query: `${all(equals('$id', recordId))} and (${condition}) limit 1` }))
    return (answer as { readonly records: readonly unknown[] }).records.length > 0
  }
}

/** Who is meant, as far as the record tells: members of groups and departments stand in no record. */
function named(record: KintoneRecord, covered: readonly Covered[]): { readonly people: readonly Person[]; readonly isWhole: boolean } {
  const found = covered.map(({ entity: { type, code } }) => {
    switch (type) {
      case 'USER':
        return [{ code: code ?? '', name: code ?? '' }]
      case 'CREATOR':
        return people([ofType(record, 'CREATOR')?.value])
      case 'FIELD_ENTITY': {
        const field = record[code ?? '']
        return field?.type === 'USER_SELECT' ? people(field.value) : field?.type === 'CREATOR' || field?.type === 'MODIFIER' ? people([field.value]) : null
      }
      default:
        return null
    }
  })
  const all = found.flatMap((each) => each ?? [])
  return { people: all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at), isWhole: found.every((each) => each !== null) }
}

function ofType(record: KintoneRecord, type: string) {
  return Object.values(record).find((field) => field.type === type)
}

function people(value: unknown): readonly Person[] {
  return Array.isArray(value) ? value.flatMap((each: Partial<Person> | null) => (typeof each?.code === 'string' ? [{ code: each.code, name: each.name ?? each.code }] : [])) : []
}
