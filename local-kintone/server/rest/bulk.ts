import { requiredParameter } from '../problems'
import type { Problem } from '../refusal'
import { invalidInput, unknownApi } from '../refusals'
import type { Call } from './call'
import { asBulkFailure, dispatch } from './dispatch'
import type { Endpoint } from './endpoint'
import { restPath } from './path'
import { anyObject, list, object, oneOf, read, text } from './shape'

const MOST_REQUESTS = 20
const requestsShape = object({
  requests: list(object({ method: oneOf('POST', 'PUT', 'DELETE'), api: text(1), payload: anyObject }), 1, MOST_REQUESTS, {
    ja: `一度に${MOST_REQUESTS}件までのリクエストを実行できます。`,
    en: `A maximum of ${MOST_REQUESTS} requests can be sent at one time.`,
  }),
})

/** Apps of a guest space go with nothing but apps of the same one. [CD records/bulk-request] Code and words: guess. */
const oneSpaceOnly: Problem = {
  path: 'requests',
  message: { ja: 'ゲストスペースのアプリは、同じゲストスペースのアプリとだけ一括処理できます。', en: 'Apps in a guest space can only be processed together with apps in the same guest space.' },
}

/** POST bulkRequest: several record writes in order, all or none. [CD records/bulk-request] */
export function bulkRequest(find: (method: string, path: string) => Endpoint | undefined): (call: Call) => unknown {
  return (call) => {
    if (call.input['requests'] === undefined) throw invalidInput({ path: 'requests', message: requiredParameter })
    const { requests } = read(requestsShape, call.input)
    const targets = requests.map(({ api }) => restPath(api))
    if (new Set(targets.map((target) => target?.guestSpaceId ?? null)).size > 1) throw invalidInput(oneSpaceOnly)
    return {
      results: requests.map(({ method, payload }, index) => {
        try {
          const target = targets[index] ?? null
          const endpoint = target === null ? undefined : find(method, target.path)
          if (target === null || endpoint === undefined || !endpoint.bulk) throw unknownApi()
          return dispatch(endpoint, { ...call, input: payload, guestSpaceId: target.guestSpaceId })
        } catch (error) {
          throw asBulkFailure(error, index, requests.length)
        }
      }),
    }
  }
}
