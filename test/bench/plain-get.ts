/** A GET of kintone's API with as little between as in a page, where kintone.api() is the browser's own fetch. */
import { Buffer } from 'node:buffer'
import { Agent, get } from 'node:http'
import { ADMIN } from '../../scripts/demo/app'
import type { ApiGet } from '../../src/kintone/record-pages'

const agent = new Agent({ keepAlive: true })
const headers = { 'X-Cybozu-Authorization': Buffer.from(`${ADMIN.username}:${ADMIN.password}`).toString('base64') }

export function plainGet(baseUrl: string): ApiGet {
  return (path, parameters) =>
    new Promise((done, fail) => {
      const query = Object.entries(parameters).flatMap(([name, value]) => (Array.isArray(value) ? value.map((one, at) => [`${name}[${at}]`, String(one)]) : [[name, String(value)]]))
      get(`${baseUrl}/k/v1/${path}.json?${new URLSearchParams(query as [string, string][])}`, { agent, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', fail)
        response.on('end', () => {
          const answer: unknown = JSON.parse(Buffer.concat(parts).toString())
          if (response.statusCode === 200) done(answer)
          else fail(answer)
        })
      }).on('error', fail)
    })
}
