import { guestSpacePathNeeded, noPrivilege, unknownSpace } from '../refusals'
import type { Call } from '../rest/call'
import type { SpaceSeed } from './people'
import { mayEnter } from './spaces'

/** The space that a call names: refused if there is none, it is a guest space on the plain path, or the caller is not let in. */
export function openSpace(call: Call, id: string): SpaceSeed {
  const space = call.world.directory.space(id)
  if (space === undefined) throw unknownSpace(id)
  if (space.isGuest && call.guestSpaceId !== id) throw guestSpacePathNeeded()
  if (!mayEnter(space, call.caller.user, call.world.directory)) throw noPrivilege()
  return space
}
