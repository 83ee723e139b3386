import type { Call } from '../rest/call'
import { integer, list, object, read, text } from '../rest/shape'
import { noPrivilege } from '../refusals'

/*
 * cybozu.com's User API (`/v1/…`): lists of 100. In kintone proper it is for administrators and people who may look others up;
 * here every signed-in user may read it. Members that the stand-in does not have are left out.
 */

const pageShape = object({}, { codes: list(text(1), 0, 100), offset: integer(0), size: integer(1, 100) })
const membersShape = object({ code: text(1) }, { offset: integer(0), size: integer(1, 100) })

function page<T extends { readonly code: string }>(call: Call, all: readonly T[]): readonly T[] {
  const { codes, offset = 0, size = 100 } = read(pageShape, call.input)
  return all.filter((item) => !codes?.length || codes.includes(item.code)).slice(offset, offset + size)
}

export function getUsers(call: Call): unknown {
  return { users: page(call, call.world.directory.users).map(describeUser(call)) }
}

function describeUser(call: Call) {
  return (user: Call['caller']['user']) => ({
    id: user.id,
    code: user.code,
    name: user.name,
    surNameReading: user.reading[0],
    givenNameReading: user.reading[1],
    email: user.email,
    valid: true,
    locale: user.language,
    timezone: user.timezone,
    primaryOrganization: call.world.directory.organization(user.organizations[0] ?? '')?.id ?? null,
  })
}

export function getOrganizations(call: Call): unknown {
  const organizations = page(call, call.world.directory.organizations)
  return { organizations: organizations.map(({ id, code, name, parentCode }) => ({ id, code, name, parentCode: parentCode ?? null })) }
}

export function getGroups(call: Call): unknown {
  return { groups: page(call, call.world.directory.groups).map(({ id, code, name }) => ({ id, code, name, type: 'static' })) }
}

export function getGroupUsers(call: Call): unknown {
  const { code, offset = 0, size = 100 } = read(membersShape, call.input)
  const users = call.world.directory.users.filter((user) => user.groups.includes(code))
  return { users: users.slice(offset, offset + size).map(describeUser(call)) }
}

export function getOrganizationUsers(call: Call): unknown {
  const { code, offset = 0, size = 100 } = read(membersShape, call.input)
  const users = call.world.directory.users.filter((user) => user.organizations.includes(code))
  return { userTitles: users.slice(offset, offset + size).map((user) => ({ user: describeUser(call)(user), title: null })) }
}

export function getGroupsOfUser(call: Call): unknown {
  const { directory } = call.world
  return {
    groups: namedUser(call)
      .groups.flatMap((code) => directory.group(code) ?? [])
      .map((group) => ({ ...group, type: 'static' })),
  }
}

export function getOrganizationsOfUser(call: Call): unknown {
  const { directory } = call.world
  const organizations = namedUser(call).organizations.flatMap((code) => directory.organization(code) ?? [])
  return { organizationTitles: organizations.map((organization) => ({ organization, title: null })) }
}

function namedUser(call: Call) {
  const { code } = read(membersShape, call.input)
  const user = call.world.directory.user(code)
  if (user === undefined) throw noPrivilege()
  return user
}
