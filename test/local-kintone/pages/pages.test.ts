import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type Office } from './set-up'

let office: Office

beforeAll(async () => {
  office = await startOffice()
})

afterAll(() => office.kintone.close())

const get = (path: string, cookie = '') => fetch(office.kintone.baseUrl + path, { redirect: 'manual', headers: { Cookie: cookie } })

async function login(user: string, password: string, back = '/k/'): Promise<Response> {
  return fetch(`${office.kintone.baseUrl}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username: user, password, back }),
  })
}

async function cookieOf(user: string): Promise<string> {
  return (await login(user, user)).headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('signing in', () => {
  test('a signed-out browser is sent to the log-in page and back to where it wanted to go', async () => {
    const asked = await get(`/k/${office.appId}/?view=5`)
    expect(asked.status).toBe(302)
    expect(asked.headers.get('location')).toBe(`/login?back=${encodeURIComponent(`/k/${office.appId}/?view=5`)}`)
    const answer = await login('admin', 'admin', `/k/${office.appId}/?view=5`)
    expect(answer.headers.get('location')).toBe(`/k/${office.appId}/?view=5`)
  })

  test('the session cookie is out of reach of scripts and of other sites', async () => {
    const cookie = (await login('admin', 'admin')).headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
  })

  test.each(['https://evil.example/', '//evil.example/', '/k//evil.example', '/login'])('never leads to %s', async (back) => {
    expect((await login('admin', 'admin', back)).headers.get('location')).toBe('/k/')
  })

  test('a wrong password is refused without a session and without saying which of the two was wrong', async () => {
    const answer = await login('admin"><script>', 'wrong')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const html = await answer.text()
    expect(html).toContain('ログイン名またはパスワードが正しくありません')
    expect(html).not.toContain('"><script>')
  })

  test('signing out needs the request token and ends the session', async () => {
    const cookie = await cookieOf('admin')
    const logout = (token: string) =>
      fetch(`${office.kintone.baseUrl}/logout`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Cookie: cookie },
        body: new URLSearchParams({ __REQUEST_TOKEN__: token }),
      })
    await logout('wrong')
    const portal = await get('/k/', cookie)
    expect(portal.status).toBe(200)
    const token = /"requestToken":"([^"]+)"/.exec(await portal.text())?.[1] ?? ''
    await logout(token)
    expect((await get('/k/', cookie)).status).toBe(302)
  })
})

describe('what a page tells', () => {
  test('data in a page cannot end its script element', async () => {
    await office.rest('PUT', 'preview/app/settings', { app: office.appId, name: '</script><script>alert(1)</script>' })
    await office.rest('POST', 'preview/app/deploy', { apps: [{ app: office.appId }] })
    await expect.poll(async () => (await get(`/k/${office.appId}/`, await cookieOf('admin'))).text()).toContain('\\u003c/script>')
    expect(await (await get(`/k/${office.appId}/`, await cookieOf('admin'))).text()).not.toContain('</script><script>alert')
  })

  test('an English user gets English pages', async () => {
    const html = await (await get('/k/', await cookieOf('smith'))).text()
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<title>Portal</title>')
  })

  test('an unknown app, a page without right and an unknown page are refused in words', async () => {
    const unknown = await get('/k/999/', await cookieOf('admin'))
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('999')])
    const reader = await cookieOf('kansa')
    for (const path of [
      `/k/${office.appId}/edit`,
      `/k/admin/app/${office.appId}/plugin/`,
      `/k/admin/app/flow?app=${office.appId}`,
      '/k/admin/system/plugin/',
    ]) {
      expect([path, (await get(path, reader)).status]).toEqual([path, 403])
    }
    expect((await get('/k/nothing/here', reader)).status).toBe(404)
  })

  test('saving plug-in settings needs the request token', async () => {
    const cookie = await cookieOf('admin')
    const answer = await fetch(`${office.kintone.baseUrl}/k/api/plugin/config/save.json`, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: JSON.stringify({ app: office.appId, pluginId: 'a', config: {}, __REQUEST_TOKEN__: 'wrong' }),
    })
    expect(answer.ok).toBe(false)
    expect(await answer.json()).toMatchObject({ code: 'CB_IL02' })
  })
})
