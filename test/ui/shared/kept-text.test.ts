import { describe, expect, it } from 'vitest'
import { keptText } from '../../../src/ui/shared/kept-text'

describe('a text that the browser keeps', () => {
  it('is there again under its name', () => {
    const held = new Map<string, string>()
    const storage = { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) } as Storage
    expect(keptText(() => storage, 'a').read()).toBeNull()
    keptText(() => storage, 'a').write('yes')
    expect([keptText(() => storage, 'a').read(), keptText(() => storage, 'b').read()]).toEqual(['yes', null])
  })

  it('stops nobody where the browser is full, or keeps nothing at all', () => {
    const refuse = () => {
      throw new DOMException('refused', 'QuotaExceededError')
    }
    for (const storage of [() => ({ getItem: () => null, setItem: refuse }) as unknown as Storage, refuse]) {
      const kept = keptText(storage, 'a')
      expect(() => kept.write('yes')).not.toThrow()
      expect(kept.read()).toBeNull()
    }
  })
})
