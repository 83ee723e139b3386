/** Directory over cybozu.com's User API, which kintone.api() reaches as the signed-in user. [cybozu.dev common/docs/user-api] */
import type { Person } from '../domain/assessment'
import type { Directory } from '../ports/directory'
import { ServiceFailure } from '../ports/failure'
import type { ApiGet } from './record-pages'
import { asServiceFailure } from './failure'

/** The User API's most for one answer. */
const PAGE_SIZE = 100

/** Each list is read once a page, when it is first wanted; one that could not be read is asked for again. */
export function kintoneDirectory(get: ApiGet): Directory {
  const once = (read: () => Promise<readonly Person[]>) => {
    let reading: Promise<readonly Person[]> | null = null
    return () => {
      reading ??= read().catch((error: unknown) => {
        reading = null
        throw error
      })
      return reading
    }
  }
  return { people: once(() => readAll(get, 'users')), departments: once(() => readAll(get, 'organizations')) }
}

async function readAll(get: ApiGet, name: 'users' | 'organizations'): Promise<readonly Person[]> {
  const found: Person[] = []
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const answer = await asServiceFailure(() => get(name, { offset, size: PAGE_SIZE }))
    const page = isObject(answer) ? answer[name] : undefined
    if (!Array.isArray(page)) throw new ServiceFailure('unknown', `${name}.json: no ${name} in the answer`, answer)
    found.push(...page.flatMap(personOf))
    if (page.length < PAGE_SIZE) return found
  }
}

/** None for somebody whose use of cybozu.com has been stopped: kintone takes no such person in a field. */
function personOf(entry: unknown): Person[] {
  if (!isObject(entry) || entry['valid'] === false) return []
  const { code, name } = entry
  return typeof code === 'string' && typeof name === 'string' ? [{ code, name }] : []
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
