import { beforeEach, describe, expect, test } from 'vitest'
import type { LoginUser } from '../../../local-kintone/page/boot'
import { frame } from '../../../local-kintone/server/pages/frame'
import { storedSettings, type StoredSettings } from '../../../local-kintone/server/pages/stored-settings'
import type { AppSettings } from '../../../local-kintone/server/apps/settings'
import type { Customization } from '../../../local-kintone/server/apps/customize'
import type { Plugin } from '../../../local-kintone/server/model'
import { Store } from '../../../local-kintone/server/store/store'

const none = { js: [], css: [] }
const mine = { type: 'FILE', file: { fileKey: 'k1', name: 'mine.js', contentType: 'text/javascript', size: '9' } } as const
const abroad = { type: 'URL', url: 'https://example.com/lib.js' } as const

let store: Store
let stored: StoredSettings

const user: LoginUser = {
  id: '1',
  code: 'admin',
  name: 'admin',
  email: '',
  url: '',
  employeeNumber: '',
  phone: '',
  mobilePhone: '',
  extensionNumber: '',
  timezone: 'Asia/Tokyo',
  isGuest: false,
  language: 'ja',
}

/** Only the part of the settings that is read here. */
const deployed = (customize: Customization): AppSettings => ({ customize }) as AppSettings

beforeEach(() => {
  store = new Store(null)
  stored = storedSettings(store)
  const hash = store.blobs.put(new TextEncoder().encode('run = 1'))
  store.write((state) => {
    state.put('file', 'k1', {
      key: 'k1',
      name: 'mine.js',
      contentType: 'text/html',
      size: 7,
      hash,
      uploadedAt: '2026-11-23T00:00:00Z',
      use: { kind: 'settings', app: '1' },
    })
    state.put('live', '1', deployed({ scope: 'ALL', desktop: { js: [abroad, mine], css: [] }, mobile: none }))
  })
})

describe('an app’s own files', () => {
  test('are named in their order, a file by an address of this server, a URL as it is', () => {
    const { js, css } = stored.customFiles('1', 'desktop', false)
    expect(js).toEqual(['https://example.com/lib.js', '/k/api/js/download.do?app=1&contentId=k1&jsType=DESKTOP_JS'])
    expect(css).toEqual([])
    expect(stored.customFiles('1', 'mobile', false)).toEqual(none)
  })

  test('are served by that address, as what the list says they are', () => {
    const file = stored.customFile('/k/api/js/download.do?app=1&contentId=k1&jsType=DESKTOP_JS')
    expect(file).toMatchObject({ appId: '1', contentType: 'text/javascript;charset=utf-8' })
    expect(new TextDecoder().decode(file?.bytes)).toBe('run = 1')
  })

  test.each([
    '/k/api/js/download.do?app=1&contentId=k1&jsType=MOBILE_JS',
    '/k/api/js/download.do?app=2&contentId=k1&jsType=DESKTOP_JS',
    '/k/api/js/download.do?app=1&contentId=other&jsType=DESKTOP_JS',
    '/k/api/js/download.do?app=1&contentId=k1',
    '/k/api/plugin/content/download.do?app=1&contentId=k1&jsType=DESKTOP_JS',
  ])('are not served by %s', (address) => {
    expect(stored.customFile(address)).toBeNull()
  })

  test.each([
    ['ADMIN', true, 2],
    ['ADMIN', false, 0],
    ['NONE', true, 0],
  ] as const)('with scope %s, for somebody who administers the app: %s', (scope, administers, count) => {
    store.write((state) => state.put('live', '1', deployed({ scope, desktop: { js: [abroad, mine], css: [] }, mobile: none })))
    expect(stored.customFiles('1', 'desktop', administers).js).toHaveLength(count)
  })

  test('stand before those of the plug-ins in a page, and have no plug-in id', () => {
    const html = frame({
      title: 't',
      language: 'ja',
      boot: { page: 'SYSTEM_PLUGINS', user, administrator: true, requestToken: '', recentApi: true },
      custom: { js: ['/own.js'], css: ['/own.css'] },
      plugins: [{ id: 'p', files: { js: ['/plugin.js'], css: ['/plugin.css'] } }],
    })
    const places = ['/own.css', '/plugin.css', '/k/static/page.js', '/own.js', '$PLUGIN_ID = "p"', '/plugin.js'].map((text) =>
      html.indexOf(text),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})

test('a plug-in’s required settings are those of its manifest', () => {
  const config = { ...none, html: 'config.html', requiredParams: ['base'] }
  const plugin: Plugin = { id: 'p', name: {}, description: {}, version: '1', desktop: none, mobile: none, config, files: {} }
  store.write((state) => state.put('plugin', 'p', plugin))
  expect(stored.requiredParams('p')).toEqual(['base'])
  expect(stored.requiredParams('unknown')).toEqual([])
})
