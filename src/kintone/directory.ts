/** Directory over cybozu.com's User API, which kintone.api() reaches as the signed-in user. [cybozu.dev common/docs/user-api] */
import type { Person } from '../domain/assessment'
import type { Directory } from '../ports/directory'
import { ServiceFailure } from '../ports/failure'
import { askedOnce } from './asked-once'
import { asServiceFailure } from './failure'
import { ENTRIES_PER_USER_READ } from './limits'
import type { ApiGet } from './record-pages'
import { member } from './record-pages'

/** Each list is read once a page, when it is first wanted; one that could not be read is asked for again. */
export function kintoneDirectory(get: ApiGet): Directory {
  return { people: askedOnce(() => readAll(get, 'users')), departments: askedOnce(() => readAll(get, 'organizations')) }
}

/** The code of the group that goes by this code, or else by this name; null where none does. Of several groups of one name it is none of them: nobody is given rights by chance. Rejects with a ServiceFailure. */
export async function groupCode(get: ApiGet, typed: string): Promise<string | null> {
  const groups = await readAll(get, 'groups')
  if (groups.some(({ code }) => code === typed)) return typed
  const [named, ...others] = groups.filter(({ name }) => name === typed)
  return named !== undefined && others.length === 0 ? named.code : null
}

async function readAll(get: ApiGet, name: 'users' | 'organizations' | 'groups'): Promise<readonly Person[]> {
  const found: Person[] = []
  for (let offset = 0; ; offset += ENTRIES_PER_USER_READ) {
    const answer = await asServiceFailure(() => get(name, { offset, size: ENTRIES_PER_USER_READ }))
    const page = member(answer, name)
    if (!Array.isArray(page)) throw new ServiceFailure('unknown', `${name}.json: no ${name} in the answer`, answer)
    found.push(...page.flatMap(personOf))
    if (page.length < ENTRIES_PER_USER_READ) return found
  }
}

/** None for somebody whose use of cybozu.com has been stopped: kintone takes no such person in a field. */
function personOf(entry: unknown): Person[] {
  const [code, name] = [member(entry, 'code'), member(entry, 'name')]
  if (member(entry, 'valid') === false || typeof code !== 'string' || typeof name !== 'string') return []
  const reading = ['surNameReading', 'givenNameReading'].map((part) => member(entry, part)).filter(Boolean).join(' ')
  return [reading === '' ? { code, name } : { code, name, reading }]
}
