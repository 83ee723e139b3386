import { describe, expect, it } from 'vitest'
import { codeInRecords } from '../../src/kintone/page'

describe('the login name of whoever is signed in, as records have it', () => {
  it("is kintone's own for a user of the domain", () => {
    expect(codeInRecords({ code: 'sato', isGuest: false })).toBe('sato')
  })

  it('bears guest/ for a guest, whether kintone has put it there or not', () => {
    expect(codeInRecords({ code: 'si@example.com', isGuest: true })).toBe('guest/si@example.com')
    expect(codeInRecords({ code: 'guest/si@example.com', isGuest: true })).toBe('guest/si@example.com')
  })
})
