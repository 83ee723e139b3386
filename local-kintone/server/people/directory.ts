import type { Language } from '../language'
import type { Entity } from '../model'
import type { OrganizationSeed, People, SpaceSeed } from './people'

export interface User {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly reading: readonly [string, string]
  readonly email: string
  readonly password: string
  readonly organizations: readonly string[]
  readonly groups: readonly string[]
  readonly language: Language
  readonly followsBrowser: boolean
  readonly timezone: string
  readonly administrator: boolean
  readonly mayCreateApps: boolean
}

interface Organization extends OrganizationSeed {
  readonly id: string
}

interface Group {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** The group of everybody, built in. [CD settings/update-app-permissions] */
export const EVERYONE = 'everyone'

/** Who acts when an API token is used. [CD rest-api/overview/authentication] */
export const TOKEN_ACTOR = 'Administrator'

/** Users, groups and organisations, found by code. */
export class Directory {
  readonly users: readonly User[]
  readonly groups: readonly Group[]
  readonly organizations: readonly Organization[]
  readonly spaces: readonly SpaceSeed[]
  readonly #user: ReadonlyMap<string, User>
  readonly #group: ReadonlyMap<string, Group>
  readonly #organization: ReadonlyMap<string, Organization>

  /** @throws Error when a person names an organisation or group that is not there, or a code occurs twice */
  constructor(people: People) {
    this.organizations = (people.organizations ?? []).map((organization, index) => ({ ...organization, id: String(index + 1) }))
    const groups = [{ code: EVERYONE, name: 'Everyone' }, ...(people.groups ?? [])]
    this.groups = groups.map((group, index) => ({ ...group, id: String(index + 1) }))
    this.users = people.users.map((person, index) => ({
      id: String(index + 1),
      code: person.code,
      name: person.name,
      reading: person.reading ?? ['', ''],
      email: person.email ?? '',
      password: person.password,
      organizations: person.organizations ?? [],
      groups: [EVERYONE, ...(person.groups ?? [])],
      language: person.language === 'en' ? 'en' : 'ja',
      followsBrowser: person.language === 'browser',
      timezone: person.timezone ?? 'Asia/Tokyo',
      administrator: person.administrator ?? false,
      mayCreateApps: person.mayCreateApps ?? true,
    }))
    this.spaces = people.spaces ?? []
    this.#user = byCode('user', this.users)
    this.#group = byCode('group', this.groups)
    this.#organization = byCode('organisation', this.organizations)
    for (const user of this.users) {
      for (const code of user.organizations)
        if (!this.#organization.has(code)) throw new Error(`User ${user.code} names an unknown organisation: ${code}`)
      for (const code of user.groups) if (!this.#group.has(code)) throw new Error(`User ${user.code} names an unknown group: ${code}`)
    }
    for (const { id, members } of this.spaces)
      for (const { entity } of members) if (!this.exists(entity)) throw new Error(`Space ${id} names an unknown member: ${entity.code}`)
  }

  user(code: string): User | undefined {
    return this.#user.get(code)
  }

  group(code: string): Group | undefined {
    return this.#group.get(code)
  }

  organization(code: string): Organization | undefined {
    return this.#organization.get(code)
  }

  space(id: string): SpaceSeed | undefined {
    return this.spaces.find((space) => space.id === id)
  }

  exists(entity: Entity): boolean {
    if (entity.type === 'USER') return this.#user.has(entity.code)
    if (entity.type === 'GROUP') return this.#group.has(entity.code)
    return this.#organization.has(entity.code)
  }

  /** Display name of a user; the code stands for someone who has left and for the actor of API tokens. */
  nameOfUser(code: string): string {
    return this.#user.get(code)?.name ?? code
  }

  /** Whether a user is, or belongs to, an entity; `includeSubs` counts organisations below it. */
  covers(entity: Entity, includeSubs: boolean, user: User): boolean {
    if (entity.type === 'USER') return entity.code === user.code
    if (entity.type === 'GROUP') return user.groups.includes(entity.code)
    if (entity.type !== 'ORGANIZATION') return false
    return user.organizations.some((code) => (includeSubs ? this.#withParents(code) : [code]).includes(entity.code))
  }

  #withParents(code: string): readonly string[] {
    const chain: string[] = []
    for (let at: string | undefined = code; at !== undefined && !chain.includes(at); at = this.#organization.get(at)?.parentCode)
      chain.push(at)
    return chain
  }
}

function byCode<T extends { readonly code: string }>(kind: string, items: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map<string, T>()
  for (const item of items) {
    if (index.has(item.code)) throw new Error(`Two of a kind have the same code: ${kind} ${item.code}`)
    index.set(item.code, item)
  }
  return index
}
