import { describe, expect, it } from 'vitest'
import { requestGate } from '../../src/kintone/request-gate'
import { ServiceFailure } from '../../src/ports/failure'

const busy = () => new ServiceFailure('busy', '', null)

describe('requests of one screen', () => {
  it('are never more than ten at once, and all come through, in order', async () => {
    const gate = requestGate()
    let [running, most] = [0, 0]
    const begun: number[] = []
    const request = (n: number) => async () => {
      begun.push(n)
      most = Math.max(most, ++running)
      await new Promise((done) => setImmediate(done))
      running -= 1
      if (n % 7 === 3) throw new ServiceFailure('forbidden', '', null)
      return n
    }
    const ends = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => gate(request(n))))
    expect(most).toBe(10)
    expect(begun).toEqual(Array.from({ length: 60 }, (_, n) => n))
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'refused'))).toEqual(Array.from({ length: 60 }, (_, n) => (n % 7 === 3 ? 'refused' : n)))
  })

  it('wait longer each time that kintone has too many, and none starts meanwhile', async () => {
    const waits: number[] = []
    let goOn = () => {}
    const gate = requestGate((millis) => {
      waits.push(millis)
      return new Promise((done) => (goOn = done))
    }, () => 0.5)
    let answers = 0
    const first = gate(async () => {
      if (++answers < 3) throw busy()
      return 'there'
    })
    await expect.poll(() => waits).toEqual([500])
    let begun = false
    const second = gate(async () => (begun = true))
    await new Promise((done) => setImmediate(done))
    expect(begun).toBe(false)
    goOn()
    await expect.poll(() => waits).toEqual([500, 1000])
    goOn()
    expect(await first).toBe('there')
    await second
    expect(answers).toBe(3)
  })

  it('give up after four attempts, and at once where asking again cannot help', async () => {
    const gate = requestGate(async () => {})
    let attempts = 0
    await expect(gate(async () => { attempts += 1; throw busy() })).rejects.toMatchObject({ kind: 'busy' })
    expect(attempts).toBe(4)
    await expect(gate(async () => { attempts += 1; throw new ServiceFailure('forbidden', '', null) })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(attempts).toBe(5)
  })
})
