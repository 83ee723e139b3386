import type { IncomingMessage } from 'node:http'

/** The method, or what a POST says it stands for: `X-HTTP-Method-Override` works on every call. [CD rest-api/overview/kintone-rest-api-overview] */
export function meantMethod(request: IncomingMessage): string {
  const override = request.headers['x-http-method-override']
  const name = request.method === 'POST' && typeof override === 'string' ? override : request.method
  return (name ?? '').toUpperCase()
}
