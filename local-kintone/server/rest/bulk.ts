import { requiredParameter } from '../problems'
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

/** POST bulkRequest: several record writes in order, all or none. [CD rest-api/bulk-request/bulk-request] */
export function bulkRequest(find: (method: string, path: string) => Endpoint | undefined): (call: Call) => unknown {
  return (call) => {
    if (call.input['requests'] === undefined) throw invalidInput({ path: 'requests', message: requiredParameter })
    const { requests } = read(requestsShape, call.input)
    return {
      results: requests.map(({ method, api, payload }, index) => {
        try {
          const target = restPath(api)
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
