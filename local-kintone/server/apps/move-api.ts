import { openSpace } from '../people/open-space'
import { defaultThreadOf, isMember } from '../people/spaces'
import { invalidInput, noPrivilege } from '../refusals'
import type { Call } from '../rest/call'
import { openApp } from '../rest/dispatch'
import { integer, object, read } from '../rest/shape'

const moveShape = object({ app: integer(1) }, { space: integer(1) })

/**
 * POST app/move: into a space of which the caller is a member, or out of any (`space` null or left out). Live at once, without a deploy.
 * Guest spaces are not for this call. [CD apps/settings/move-app; NEWS 2024-09 for `space` left out; words of the refusal: guess]
 */
export function moveApp(call: Call): unknown {
  const { app: id, space: spaceId } = read(moveShape, call.input)
  const { app } = openApp(call, String(id), 'appEditable')
  const space = spaceId === undefined ? null : openSpace(call, String(spaceId))
  if (app.guestSpaceId !== null || space?.isGuest) {
    throw invalidInput({ path: 'space', message: { ja: 'ゲストスペースは指定できません。', en: 'A guest space cannot be specified.' } })
  }
  if (space !== null && !isMember(space, call.caller.user, call.world.directory)) throw noPrivilege()
  const place = space === null ? { spaceId: null, threadId: null } : { spaceId: space.id, threadId: defaultThreadOf(space) }
  call.state.put('app', app.id, { ...app, ...place })
  return {}
}
