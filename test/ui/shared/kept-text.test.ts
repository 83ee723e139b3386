import { describe, expect, it } from 'vitest'
import { keptText } from '../../../src/ui/shared/kept-text'
import { tabStorage } from '../../tab-storage'

describe('a text that the browser keeps', () => {
  it('is there again under its name', () => {
    const storage = tabStorage()
    expect(keptText(() => storage, 'a').read()).toBeNull()
    keptText(() => storage, 'a').write('yes')
    expect([keptText(() => storage, 'a').read(), keptText(() => storage, 'b').read()]).toEqual(['yes', null])
  })

  it('stops nobody where the browser is full, or keeps nothing at all', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    for (const storage of [() => tabStorage(true), refuse]) {
      const kept = keptText(storage, 'a')
      expect(() => kept.write('yes')).not.toThrow()
      expect(kept.read()).toBeNull()
    }
  })
})
