import type { AppBoot } from '../boot'
import type { Page } from '../page'
import { entitiesOf, type Entity, type RecordData } from '../shapes'

export interface CoveredEntity {
  readonly entity: { readonly type: string; readonly code: string | null }
}

interface Listed {
  readonly users: readonly Entity[]
}

/**
 * The users that settings name directly, by group, organisation, field of the record, or as the app's maker, each once. Organisations below
 * a named one and customised user fields are left out.
 */
export async function usersIn(page: Page<AppBoot>, entities: readonly CoveredEntity[], record: RecordData): Promise<readonly Entity[]> {
  const found = await Promise.all(entities.map(({ entity }) => usersOf(page, entity.type, entity.code ?? '', record)))
  return [...new Map(found.flat().map((user) => [user.code, { code: user.code, name: user.name }])).values()]
}

async function usersOf(page: Page<AppBoot>, type: string, code: string, record: RecordData): Promise<readonly Entity[]> {
  const { rest, boot } = page
  switch (type) {
    case 'USER':
      return (await rest.user<Listed>('users', { codes: [code] })).users
    case 'GROUP':
      return (await rest.user<Listed>(code === 'everyone' ? 'users' : 'group/users', code === 'everyone' ? {} : { code })).users
    case 'ORGANIZATION':
      return (await rest.user<{ userTitles: readonly { user: Entity }[] }>('organization/users', { code })).userTitles.map(
        ({ user }) => user,
      )
    case 'CREATOR':
      return [(await rest.call<{ creator: Entity }>('GET', 'app', { id: boot.app.id })).creator]
    case 'FIELD_ENTITY':
      return fieldUsers(page, code, record)
    default:
      return []
  }
}

async function fieldUsers(page: Page<AppBoot>, code: string, record: RecordData): Promise<readonly Entity[]> {
  const field = record[code]
  const named = entitiesOf(field?.value)
  const kind = field?.type === 'GROUP_SELECT' ? 'GROUP' : field?.type === 'ORGANIZATION_SELECT' ? 'ORGANIZATION' : null
  if (kind === null) return named
  return (await Promise.all(named.map((entity) => usersOf(page, kind, entity.code, record)))).flat()
}
