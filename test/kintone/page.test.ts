import { describe, expect, it } from 'vitest'
import { codeInRecords, phonePages } from '../../src/kintone/page'

describe('the login name of whoever is signed in, as records have it', () => {
  it("is kintone's own for a user of the domain", () => {
    expect(codeInRecords({ code: 'sato', isGuest: false })).toBe('sato')
  })

  it('bears guest/ for a guest, whether kintone has put it there or not', () => {
    expect(codeInRecords({ code: 'si@example.com', isGuest: true })).toBe('guest/si@example.com')
    expect(codeInRecords({ code: 'guest/si@example.com', isGuest: true })).toBe('guest/si@example.com')
  })
})

describe('the pages of an app on the phone', () => {
  it.each([
    ['/k/m/45/', '/k', '/k/m/45'],
    ['/k/m/45/show', '/k', '/k/m/45'],
    ['/k/guest/3/m/45/', '/k/guest/3', '/k/guest/3/m/45'],
    ['/k/m/guest/3/45/edit', '/k/guest/3', '/k/m/guest/3/45'],
    ['/k/m/somewhere', '/k', '/k/m/45'],
  ])('lie beside the page %s that is open', (pathname, base, pages) => {
    expect(phonePages(pathname, base, '45')).toBe(pages)
  })
})
