import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getWithBody, givenApp, givenKintone, passwordHeader, type Given } from './given'

let given: Given
let app: string

beforeAll(async () => {
  given = await givenKintone()
  app = await givenApp(given.as('admin'), { t: { type: 'SINGLE_LINE_TEXT', code: 't', label: 'T' } })
})
afterAll(() => given.kintone.close())

describe('who asks', () => {
  test('a request without any proof is answered with 401 in the browser language', async () => {
    const answer = await given.send(null, 'GET', `/k/v1/records.json?app=${app}`, undefined, {
      'Accept-Language': 'fr, en;q=0.5, ja;q=0.4',
    })
    expect(answer).toMatchObject({ status: 401, body: { code: 'CB_AU01', message: 'Please login.' } })
    expect(answer.headers.get('x-cybozu-error')).toBe('CB_AU01')
  })

  test('a wrong password is answered with 401 CB_WA01', async () => {
    const headers = { 'X-Cybozu-Authorization': passwordHeader('admin', 'wrong') }
    const answer = await given.send(null, 'GET', `/k/v1/records.json?app=${app}`, undefined, headers)
    expect(answer).toMatchObject({ status: 401, body: { code: 'CB_WA01' } })
  })

  test("an error comes in the user's own language, whatever the browser asks for", async () => {
    const headers = { 'Accept-Language': 'ja' }
    const english = await given.send('smith', 'GET', '/k/v1/records.json?app=999', undefined, headers)
    expect(english).toMatchObject({
      status: 404,
      body: { code: 'GAIA_AP01', message: 'The app (ID: 999) not found. The app may have been deleted.' },
    })
    const japanese = await given.send('tanaka', 'GET', '/k/v1/records.json?app=999')
    expect(japanese.body).toMatchObject({ message: '指定したアプリ（id: 999）が見つかりません。削除されている可能性があります。' })
  })

  test('somebody who follows the browser is answered in its language, in Japanese where it names none', async () => {
    const follower = await givenKintone({ seed: { users: [{ code: 'admin', password: 'admin', name: 'A', language: 'browser' }] } })
    const said = async (language: string) => ((await follower.send('admin', 'GET', '/k/v1/records.json', undefined, { 'Accept-Language': language })).body as { message: string }).message
    expect(await said('en-US,en;q=0.9')).toBe('Missing or invalid input.')
    expect([await said('ja'), await said('*')]).toEqual(['入力内容が正しくありません。', '入力内容が正しくありません。'])
    await follower.kintone.close()
  })

  test('an API token does what it was issued for and no more', async () => {
    const token = given.kintone.issueApiToken(app, { recordViewable: true })
    const headers = { 'X-Cybozu-API-Token': token }
    expect((await given.send(null, 'GET', `/k/v1/records.json?app=${app}`, undefined, headers)).status).toBe(200)
    const add = await given.send(null, 'POST', '/k/v1/record.json', { app, record: {} }, headers)
    expect(add).toMatchObject({ status: 403, body: { code: 'GAIA_NO01' } })
    const create = await given.send(null, 'POST', '/k/v1/preview/app.json', { name: 'x' }, headers)
    expect(create).toMatchObject({ status: 403, body: { code: 'GAIA_NO01' } })
    const foreign = await given.send(null, 'GET', `/k/v1/records.json?app=${app}`, undefined, { 'X-Cybozu-API-Token': 'nonsense' })
    expect(foreign.body).toMatchObject({ code: 'GAIA_IA02' })
    const many = Array.from({ length: 10 }, () => token).join(',')
    expect((await given.send(null, 'GET', `/k/v1/records.json?app=${app}`, undefined, { 'X-Cybozu-API-Token': many })).status).toBe(400)
  })

  test('records added with a token are by Administrator', async () => {
    const token = given.kintone.issueApiToken(app, { recordViewable: true, recordAddable: true })
    const headers = { 'X-Cybozu-API-Token': token }
    const added = await given.send(null, 'POST', '/k/v1/record.json', { app, record: {} }, headers)
    const id = (added.body as { id: string }).id
    const read = await given.send(null, 'GET', `/k/v1/record.json?app=${app}&id=${id}`, undefined, headers)
    expect(read.body).toMatchObject({ record: { 作成者: { value: { code: 'Administrator', name: 'Administrator' } } } })
  })
})

describe("a browser's session", () => {
  async function signIn(): Promise<{ cookie: string; token: string }> {
    const response = await fetch(`${given.kintone.baseUrl}/login`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ username: 'tanaka', password: 'tanaka' }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await (await fetch(`${given.kintone.baseUrl}/k/`, { headers: { Cookie: cookie } })).text()
    return { cookie, token: /"requestToken":"([^"]+)"/.exec(page)?.[1] ?? '' }
  }

  test('reads with X-Requested-With, and writes only with the request token', async () => {
    const { cookie, token } = await signIn()
    const record = { app, record: { t: { value: 'x' } } }
    const xhr = { Cookie: cookie, 'X-Requested-With': 'XMLHttpRequest' }
    const path = `/k/v1/records.json?app=${app}`
    expect((await given.send(null, 'GET', path, undefined, { Cookie: cookie })).status).toBe(400)
    expect((await given.send(null, 'GET', path, undefined, xhr)).status).toBe(200)
    expect(await given.send(null, 'POST', '/k/v1/record.json', record, xhr)).toMatchObject({ status: 400, body: { code: 'CB_IL02' } })
    const wrong = await given.send(null, 'POST', '/k/v1/record.json', { ...record, __REQUEST_TOKEN__: 'guess' }, xhr)
    expect(wrong.status).toBe(400)
    expect((await given.send(null, 'POST', '/k/v1/record.json', { ...record, __REQUEST_TOKEN__: token }, xhr)).status).toBe(200)
    const form = new FormData()
    form.append('__REQUEST_TOKEN__', token)
    form.append('file', new Blob(['x']), 'x.txt')
    expect((await fetch(`${given.kintone.baseUrl}/k/v1/file.json`, { method: 'POST', headers: xhr, body: form })).status).toBe(200)
    form.delete('__REQUEST_TOKEN__')
    expect((await fetch(`${given.kintone.baseUrl}/k/v1/file.json`, { method: 'POST', headers: xhr, body: form })).status).toBe(400)
  })
})

describe('the ways to ask', () => {
  test('every answer tells how many requests run', async () => {
    const answer = await given.send('admin', 'GET', `/k/v1/records.json?app=${app}`)
    expect(answer.headers.get('x-concurrencylimit-limit')).toBe('100')
    expect(answer.headers.get('x-concurrencylimit-running')).toBe('1')
  })

  test('GET takes its parameters from arrays in the URL, from a body, or from a POST that says it is a GET', async () => {
    const fields = 'fields%5B0%5D=t&fields[1]=$id'
    const byUrl = await given.send('admin', 'GET', `/k/v1/records.json?app=${app}&${fields}&query=limit%201`)
    const parameters = { app, fields: ['t', '$id'], query: 'limit 1' }
    const byBody = await getWithBody(given.kintone.baseUrl, '/k/v1/records.json', 'admin', parameters)
    const byPost = await given.send('admin', 'POST', '/k/v1/records.json', parameters, { 'X-HTTP-Method-Override': 'GET' })
    expect(byUrl.status).toBe(200)
    expect(byBody.body).toEqual(byUrl.body)
    expect(byPost.body).toEqual(byUrl.body)
    const records = (byUrl.body as { records: Record<string, unknown>[] }).records
    expect(Object.keys(records[0] ?? {}).sort()).toEqual(['$id', 't'])
  })

  test('a URL over 8 KB is answered with 414, and the official client finds its way round', async () => {
    const query = `t in (${Array.from({ length: 900 }, (_, index) => `"value ${index}"`).join(', ')})`
    const answer = await given.send('admin', 'GET', `/k/v1/records.json?app=${app}&query=${encodeURIComponent(query)}`)
    expect(answer.status).toBe(414)
    expect((await given.as('admin').record.getRecords({ app, query })).records).toEqual([])
  })

  test('a body that is no JSON, a wrong JSON type and an unknown path are refused', async () => {
    const broken = await fetch(`${given.kintone.baseUrl}/k/v1/record.json`, {
      method: 'POST',
      headers: { 'X-Cybozu-Authorization': passwordHeader('admin', 'admin'), 'Content-Type': 'application/json' },
      body: '{"app":',
    })
    expect(await broken.json()).toMatchObject({ code: 'CB_IJ01' })
    expect((await given.send('admin', 'POST', '/k/v1/record.json', { app, record: [] })).body).toMatchObject({ code: 'CB_IJ01' })
    expect((await given.send('admin', 'GET', '/k/v1/nothing.json')).status).toBe(404)
    const bare = await given.send('admin', 'GET', `/k/v1/records.json?app=${app}`, undefined, { 'Content-Type': 'application/json' })
    expect(bare).toMatchObject({ status: 400, body: { code: 'CB_IL02', message: '不正なリクエストです。' } })
  })

  test('a missing app and an app below 1 are told apart', async () => {
    const missing = await given.send('admin', 'GET', '/k/v1/records.json')
    expect(missing.body).toMatchObject({ code: 'CB_VA01', errors: { app: { messages: ['必須です。'] } } })
    const zero = await given.send('smith', 'GET', '/k/v1/records.json?app=0')
    expect(zero.body).toMatchObject({ errors: { app: { messages: ['must be greater than or equal to 1'] } } })
  })

  test('the 101st request at a time is refused with 429', async () => {
    const { port } = new URL(given.kintone.baseUrl)
    const head =
      'POST /k/v1/record.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n' +
      `X-Cybozu-Authorization: ${passwordHeader('admin', 'admin')}\r\n\r\n`
    const sockets = await Promise.all(
      Array.from(
        { length: 100 },
        () =>
          new Promise<Socket>((resolve, reject) => {
            const socket = connect(Number(port), '127.0.0.1', () => socket.write(head, () => resolve(socket)))
            socket.on('error', reject)
          }),
      ),
    )
    const running = async () => Number((await given.send('admin', 'GET', '/k/v1/apps.json')).headers.get('x-concurrencylimit-running'))
    await expect.poll(running, { timeout: 10_000 }).toBe(101)
    expect(await given.send('admin', 'GET', '/k/v1/apps.json')).toMatchObject({ status: 429, body: { code: 'GAIA_TO04' } })
    for (const socket of sockets) socket.destroy()
    await expect.poll(running, { timeout: 10_000 }).toBe(1)
  })

  test('a web site that reaches the server by a name of its own is turned away', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      import('node:http').then(({ request }) => {
        request(`${given.kintone.baseUrl}/login`, { headers: { Host: 'evil.example' } }, (response) => resolve(response.statusCode ?? 0))
          .on('error', reject)
          .end()
      }, reject)
    })
    expect(answer).toBe(403)
  })

  test('requests are logged in order with method, path, status and the size of the body', async () => {
    const before = given.kintone.requests.length
    await given.send('admin', 'GET', '/k/v1/records.json?app=999')
    await given.send('admin', 'POST', '/k/v1/record.json', { app: 999, record: {} })
    expect(given.kintone.requests.slice(before)).toEqual([
      { method: 'GET', path: '/k/v1/records.json?app=999', status: 404, bodyBytes: 0, outcome: 'answered' },
      { method: 'POST', path: '/k/v1/record.json', status: 404, bodyBytes: '{"app":999,"record":{}}'.length, outcome: 'answered' },
    ])
  })
})

describe('people', () => {
  test('users, groups and organisations can be listed', async () => {
    expect((await given.send('tanaka', 'GET', '/v1/users.json?codes[0]=sato')).body).toMatchObject({
      users: [{ code: 'sato', name: '佐藤 健' }],
    })
    expect((await given.send('tanaka', 'GET', '/v1/groups.json')).body).toMatchObject({
      groups: [{ code: 'everyone' }, { code: 'readonly-viewers', name: '閲覧のみ' }],
    })
    const organizations = (await given.send('tanaka', 'GET', '/v1/organizations.json')).body as { organizations: { name: string }[] }
    expect(organizations.organizations.map(({ name }) => name)).toEqual(['医療情報部', '看護部', '放射線部', '医事課'])
    expect((await given.send('tanaka', 'GET', '/v1/user/groups.json?code=kansa')).body).toMatchObject({
      groups: [{ code: 'everyone' }, { code: 'readonly-viewers' }],
    })
  })
})
