import { describe, isVisible } from '../apps/app-api'
import type { Call } from '../rest/call'
import { integer, object, read } from '../rest/shape'
import { openSpace } from './open-space'
import { defaultThreadOf } from './spaces'

const oneShape = object({ id: integer(1) })

/** GET space. Cover, body and widgets are what a new space has; who made it is its first administrator. [CD spaces/get-space; SPEC] */
export function getSpace(call: Call): unknown {
  const space = openSpace(call, String(read(oneShape, call.input).id))
  const { directory } = call.world
  const founder = space.members.find(({ entity, isAdmin }) => isAdmin && entity.type === 'USER')?.entity.code ?? ''
  const person = { code: founder, name: directory.nameOfUser(founder) }
  const members = directory.users.filter((user) =>
    space.members.some(({ entity, includeSubs }) => directory.covers(entity, includeSubs ?? false, user)),
  )
  const attached = [...call.state.rows('app')].filter(
    (app) => app.spaceId === space.id && call.state.get('live', app.id) !== undefined && isVisible(call, app),
  )
  return {
    id: space.id,
    name: space.name,
    defaultThread: defaultThreadOf(space),
    isPrivate: space.isPrivate ?? false,
    creator: person,
    modifier: person,
    memberCount: String(members.length),
    coverType: 'PRESET',
    coverKey: 'GREEN',
    coverUrl: '',
    body: null,
    useMultiThread: false,
    isGuest: space.isGuest ?? false,
    attachedApps: attached.map((app) => Object.fromEntries(Object.entries(describe(call, app)).filter(([name]) => name !== 'spaceId'))),
    fixedMember: false,
    showAnnouncement: null,
    showThreadList: null,
    showAppList: true,
    showMemberList: true,
    showRelatedLinkList: true,
    permissions: { createApp: 'EVERYONE' },
  }
}

/** GET space/members, as set: who is in by an organisation or group is not listed one by one. */
export function getSpaceMembers(call: Call): unknown {
  const space = openSpace(call, String(read(oneShape, call.input).id))
  return {
    members: space.members.map(({ entity, isAdmin = false, includeSubs = false }) => ({
      entity: { type: entity.type, code: entity.code },
      isAdmin,
      ...(entity.type === 'USER' && { isImplicit: false }),
      ...(entity.type === 'ORGANIZATION' && { includeSubs }),
    })),
  }
}
