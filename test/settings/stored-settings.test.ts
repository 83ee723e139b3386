import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../src/settings/settings'
import { readSettings, storedSettings } from '../../src/settings/stored-settings'

const settings = { parties: [...DEFAULT_SETTINGS.parties, { name: '電子カルテ', who: '○○"メディカル', tiers: ['アプリ', 'インフラ'] }] }

describe('the stored settings', () => {
  it('come back as they were saved, with the number of their form', () => {
    const stored = storedSettings(settings, null)
    expect(readSettings(stored)).toEqual({ state: 'read', settings })
    expect(JSON.parse((stored as { readonly settings: string }).settings)).toMatchObject({ form: 1 })
  })

  it('are texts only, and what somebody else keeps beside them stays', () => {
    expect(storedSettings(settings, { other: 'x', odd: 1 })).toEqual({ other: 'x', settings: expect.any(String) })
  })

  it.each([[null], [undefined], [{}], [{ other: 'x' }]])('are none where nobody has saved any: %j', (stored) => {
    expect(readSettings(stored)).toEqual({ state: 'none' })
  })

  it.each([
    ['{"form":2,"anything":[]}', 'newer'],
    ['{"parties":[]}', 'damaged'],
    ['{"form":1}', 'damaged'],
    ['{"form":1,"parties":[{"name":"PACS"}]}', 'damaged'],
    ['{"form":1,"parties":[{"name":"PACS","who":"","tiers":[1]}]}', 'damaged'],
    ['{"form":1,"parties":', 'damaged'],
    ['[]', 'damaged'],
  ])('that cannot be read are said to be, never taken for none: %s', (text, why) => {
    expect(readSettings({ settings: text })).toEqual({ state: 'unreadable', why, text })
  })

  it('are not saved when kintone would not take them', () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({ name: `ベンダー${at}`, who: 'あ'.repeat(40), tiers: [] }))
    expect(storedSettings({ parties: many }, null)).toBe('tooLong')
  })
})
