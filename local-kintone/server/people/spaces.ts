import type { Directory, User } from './directory'
import type { SpaceSeed } from './people'

/** The number of a space's first thread. Real ones have numbers of their own; the space's number is as good. */
export function defaultThreadOf(space: SpaceSeed): string {
  return space.id
}

export function isMember(space: SpaceSeed, user: User, directory: Directory): boolean {
  return space.members.some(({ entity, includeSubs }) => directory.covers(entity, includeSubs ?? false, user))
}

/** Private and guest spaces are for their members; others can be read by everybody. [HELP spaces] */
export function mayEnter(space: SpaceSeed, user: User, directory: Directory): boolean {
  return (!space.isPrivate && !space.isGuest) || isMember(space, user, directory)
}
