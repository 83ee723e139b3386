import { describe, expect, test, vi } from 'vitest'
import { Events, type PageEvent } from '../../../local-kintone/page/events'

const show = (): PageEvent => ({ type: 'app.record.edit.show', record: { a: { type: 'SINGLE_LINE_TEXT', value: '' } } })

describe('kintone.events', () => {
  test('handlers run in the order of registration and wait for a Promise before the next', async () => {
    const events = new Events(vi.fn())
    const order: string[] = []
    events.on(['app.record.edit.show', 'other'], async () => {
      await Promise.resolve()
      order.push('first')
    })
    events.on('app.record.edit.show', () => order.push('second'))
    await events.fire(show())
    expect(order).toEqual(['first', 'second'])
  })

  test('the last handler decides: if it returns nothing, an earlier return is not applied', async () => {
    const events = new Events(vi.fn())
    events.on('app.record.edit.show', (event: PageEvent) => event)
    expect((await events.fire(show())).kind).toBe('event')
    events.on('app.record.edit.show', () => undefined)
    expect((await events.fire(show())).kind).toBe('none')
  })

  test('a rejected Promise stops the later handlers and cancels', async () => {
    const report = vi.fn()
    const events = new Events(report)
    const later = vi.fn()
    events.on('app.record.edit.show', () => Promise.reject(new Error('no')))
    events.on('app.record.edit.show', later)
    expect((await events.fire(show())).kind).toBe('cancelled')
    expect(later).not.toHaveBeenCalled()
    expect(report).toHaveBeenCalledTimes(1)
  })

  test('return false cancels', async () => {
    const events = new Events(vi.fn())
    events.on('app.record.edit.submit', () => false)
    expect((await events.fire({ type: 'app.record.edit.submit' })).kind).toBe('cancelled')
  })

  test('a change handler that returns a Promise changes nothing', () => {
    const events = new Events(vi.fn())
    events.on('app.record.edit.change.a', (event: PageEvent) => Promise.resolve(event))
    expect(events.fireNow({ type: 'app.record.edit.change.a' }).kind).toBe('none')
  })

  test('off removes one handler, a type, or everything, and tells whether there was any', async () => {
    const events = new Events(vi.fn())
    const one = vi.fn()
    const two = vi.fn()
    events.on('a', one)
    events.on('a', two)
    events.on('b', two)
    expect(events.off('a', one)).toBe(true)
    expect(events.off('a', one)).toBe(false)
    await events.fire({ type: 'a' })
    expect(one).not.toHaveBeenCalled()
    expect(two).toHaveBeenCalledTimes(1)
    expect(events.off('a')).toBe(true)
    expect(events.off()).toBe(true)
    await events.fire({ type: 'b' })
    expect(two).toHaveBeenCalledTimes(1)
  })
})
