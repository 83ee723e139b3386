import type { Field } from '../fields/field'
import { Directory } from '../people/directory'
import { invalidInput } from '../refusals'
import { tokenActor } from '../rest/caller'
import { compile, compileOrder } from './compile'
import type { QueryContext } from './context'
import { querySyntax } from './refusals'
import { parseQuery, type Condition } from './syntax'

/** Stands in where a condition is only checked and nobody asks yet. */
function nobody(statuses: readonly string[]): QueryContext {
  const directory = new Directory({ users: [] })
  return { user: tokenActor, directory, now: new Date(0), fileName: () => '', statuses, related: null, unknownPeople: 'nobody' }
}

/** A filter of the settings (views, rights, notifications): a condition without order, limit, offset. Refused at `path` if it is wrong. */
export function parseCondition(source: string, form: readonly Field[], path: string, statuses?: readonly string[]): Condition | null {
  const query = parseQuery(source)
  if (query === null || query.order.length > 0 || query.limit !== null || query.offset !== null) throw querySyntax(path)
  if (query.condition !== null) compile(query.condition, form, nobody(statuses ?? statusNamesIn(query.condition)))
  return query.condition
}

/** `code asc, code desc` as views keep it. */
export function parseSort(source: string, form: readonly Field[], path: string): void {
  if (source === '') return
  const query = parseQuery(`order by ${source}`)
  if (query === null || query.limit !== null || query.offset !== null) {
    throw invalidInput({ path, message: { ja: 'ソート条件が間違っています。', en: 'The sort condition is not valid.' } })
  }
  compileOrder(query.order, form, nobody([]))
}

/** Where the statuses are not known, every text is taken as the name of one. */
function statusNamesIn(condition: Condition): readonly string[] {
  if (condition.kind !== 'test') return condition.parts.flatMap(statusNamesIn)
  return condition.operands.flatMap((operand) => (operand.kind === 'text' ? [operand.value] : []))
}
