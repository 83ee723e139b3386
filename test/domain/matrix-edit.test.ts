import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EditLog } from '../../src/domain/matrix-edit'
import { afterSave, baseOf, changesToSave, edited, NO_EDITS, pendingCells, pendingOf, redo, touchedOf, undo, without, withPending } from '../../src/domain/matrix-edit'
import { cellKey, chosenLog, meetingOf } from '../../src/domain/matrix-meeting'
import { agreementOn, agreementWrites } from '../../src/domain/matrix-agree'
import { assessedItem, half } from '../examples'

const PARTIES = ['サイボウズ', 'SI事業者', '自院']
const item = (recordId: string) => assessedItem({ recordId, no: `6.5-0${recordId}`, responsibilities: PARTIES.map((party, at) => half({ party, rowId: `${recordId}${at}` })) })
const ITEMS = ['1', '2', '3'].map(item)
const write = (recordId: string, party: string, duty: string) => ({ recordId, party, halves: [half({ party, duty })] })

const writes = fc.record({ recordId: fc.constantFrom('1', '2', '3'), party: fc.constantFrom(...PARTIES, 'PACS'), duty: fc.constantFrom('', 'a', 'b') })
const steps = fc.array(fc.array(writes, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
const logOf = (all: readonly (readonly { recordId: string; party: string; duty: string }[])[]): EditLog =>
  all.reduce((log, step) => edited(log, step.map(({ recordId, party, duty }) => write(recordId, party, duty))), NO_EDITS)

describe('unsaved changes', () => {
  it('are the last word on each cell, and only where it differs from what was read', () => {
    const log = logOf([[{ recordId: '1', party: '自院', duty: 'a' }], [{ recordId: '1', party: '自院', duty: 'b' }, { recordId: '2', party: '自院', duty: '' }]])
    const pending = pendingOf(log, ITEMS)
    expect([...pending.keys()]).toEqual(['1'])
    expect(pendingCells(pending)).toBe(1)
    expect(withPending(ITEMS, pending)[0]?.responsibilities.map(({ duty }) => duty)).toEqual(['', '', 'b'])
  })

  it('leave every other item the very same value', () => {
    const after = withPending(ITEMS, pendingOf(logOf([[{ recordId: '2', party: '自院', duty: 'a' }]]), ITEMS))
    expect(after[0]).toBe(ITEMS[0])
    expect(after[2]).toBe(ITEMS[2])
  })

  it('are nothing of a record that was not read', () => {
    expect(pendingOf(edited(NO_EDITS, [write('99', '自院', 'a')]), ITEMS).size).toBe(0)
  })

  it('never touch a party that nobody has changed, keep the order, and put a new party last', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const pending = pendingOf(logOf(all), ITEMS)
        for (const [at, after] of withPending(ITEMS, pending).entries()) {
          const before = ITEMS[at]?.responsibilities ?? []
          const changed = pending.get(after.recordId)
          expect(after.responsibilities.map(({ party }) => party)).toEqual([...PARTIES, ...(changed?.has('PACS') ? ['PACS'] : [])])
          before.forEach((one, n) => !changed?.has(one.party) && expect(after.responsibilities[n]).toBe(one))
        }
      }),
    )
  })

  it('go into the rows that the record has, so that columns which the hospital has added keep their values', () => {
    const pending = pendingOf(edited(NO_EDITS, [write('1', '自院', 'a')]), ITEMS)
    expect(changesToSave(ITEMS, pending)[0]?.responsibilities.map(({ rowId }) => rowId)).toEqual(['10', '11', '12'])
  })

  it('keep the row that stays where a party stood twice', () => {
    const twice = assessedItem({ recordId: '1', responsibilities: [half({ rowId: '7', duty: 'eins' }), half({ rowId: '8', duty: 'zwei' })] })
    const kept = twice.responsibilities[1] as (typeof twice.responsibilities)[number]
    const pending = pendingOf(edited(NO_EDITS, [{ recordId: '1', party: '自院', halves: [kept] }]), [twice])
    expect(changesToSave([twice], pending)[0]?.responsibilities).toEqual([kept])
  })

  it('can take a party out of a record', () => {
    const pending = pendingOf(edited(NO_EDITS, [{ recordId: '1', party: '自院', halves: [] }]), ITEMS)
    expect(changesToSave(ITEMS, pending)[0]?.responsibilities.map(({ party }) => party)).toEqual(['サイボウズ', 'SI事業者'])
  })

  it('are saved one record a change, at the revision that was read, and are none any more after that', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const log = logOf(all)
        const changes = changesToSave(ITEMS, pendingOf(log, ITEMS))
        expect(new Set(changes.map(({ recordId }) => recordId)).size).toBe(changes.length)
        expect(changes.every(({ revision }) => revision === '1')).toBe(true)
        const saved = afterSave(ITEMS, changes.map((change) => ({ ...change, revision: '2' })))
        expect(pendingOf(log, saved).size).toBe(0)
      }),
    )
  })
})

describe('undo and redo', () => {
  it('go back to every step and forth again', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const log = logOf(all)
        const seen = [log]
        for (let n = 0; n < all.length; n++) seen.push(undo(seen[seen.length - 1] as EditLog))
        expect(pendingOf(seen[seen.length - 1] as EditLog, ITEMS).size).toBe(0)
        expect(seen.reverse().reduce((forth, _, n) => (n === 0 ? forth : redo(forth)), seen[0] as EditLog).done).toEqual(log.done)
      }),
    )
  })

  it('at the end change nothing', () => {
    expect(undo(NO_EDITS)).toBe(NO_EDITS)
    expect(redo(NO_EDITS)).toBe(NO_EDITS)
  })

  it('have nothing to redo after something new', () => {
    const log = edited(undo(edited(NO_EDITS, [write('1', '自院', 'a')])), [write('2', '自院', 'b')])
    expect(redo(log)).toBe(log)
  })

  it('take typing in one field back as one step, and two fields as two', () => {
    const typed = ['k', 'ke', 'key'].reduce((log, text) => edited(log, [write('1', '自院', text)], 'duty'), edited(NO_EDITS, [write('2', '自院', 'x')]))
    expect(typed.done).toHaveLength(2)
    const both = edited(typed, [write('1', '自院', 'z')], 'basis')
    expect(both.done).toHaveLength(3)
    // What is typed after an undo is a step of its own: it would swallow the one that the undo has left.
    expect(edited(undo(both), [write('1', '自院', 'keyb')], 'duty').done).toHaveLength(3)
  })

  it('meet what others have saved in the same way after only the touched items were kept, whatever was edited, undone, saved by others or is gone', () => {
    fc.assert(
      fc.property(steps, fc.nat(8), fc.subarray(['1', '2', '3']), fc.subarray(['1', '2', '3']), (all, undone, changed, left) => {
        const log = Array.from({ length: undone }).reduce<EditLog>((before) => undo(before), logOf(all))
        const now = ITEMS.filter(({ recordId }) => left.includes(recordId)).map((one) => (changed.includes(one.recordId) ? { ...one, responsibilities: [half({ party: '自院', duty: 'theirs' })] } : one))
        const base = baseOf(touchedOf(log, ITEMS), now)
        const redone = Array.from({ length: undone }).reduce<EditLog>((before) => redo(before), log)
        const sorted = (before: typeof ITEMS, edits: EditLog) => {
          const { disputed, lost, alreadyThere } = meetingOf(before, now, pendingOf(edits, before))
          return { disputed: disputed.map(cellKey).sort(), lost: lost.map(cellKey).sort(), alreadyThere }
        }
        for (const edits of [log, redone]) expect(sorted([...base], edits)).toEqual(sorted(ITEMS, edits))
        expect(base.map(({ recordId }) => recordId)).toEqual(expect.arrayContaining(now.map(({ recordId }) => recordId)))
      }),
    )
  })

  it('forget cells that are saved, and keep the others', () => {
    const log = without(logOf([[{ recordId: '1', party: '自院', duty: 'a' }], [{ recordId: '1', party: '自院', duty: 'b' }, { recordId: '2', party: '自院', duty: 'c' }]]), ({ recordId }) => recordId === '1')
    expect(log.done).toHaveLength(1)
    expect([...pendingOf(log, ITEMS).keys()]).toEqual(['2'])
  })
})

describe('somebody else has saved first', () => {
  const theirs = (recordId: string, party: string, duty: string) =>
    ITEMS.map((one) => (one.recordId === recordId ? { ...one, revision: '2', responsibilities: one.responsibilities.map((other) => (other.party === party ? { ...other, duty } : other)) } : one))
  const log = logOf([[{ recordId: '1', party: '自院', duty: 'mine' }, { recordId: '2', party: '自院', duty: 'mine' }]])
  const pending = pendingOf(log, ITEMS)

  it('in the same cell: both versions and what was there before, and a choice', () => {
    const now = theirs('1', '自院', 'theirs')
    const meeting = meetingOf(ITEMS, now, pending)
    expect(meeting).toMatchObject({ lost: [], alreadyThere: 0, disputed: [{ recordId: '1', party: '自院', before: [{ duty: '' }], mine: [{ duty: 'mine' }], theirs: [{ duty: 'theirs' }] }] })
    const mine = pendingOf(chosenLog(log, meeting, new Map([[cellKey({ recordId: '1', party: '自院' }), 'mine']])), now)
    expect(changesToSave(now, mine).map(({ recordId, revision }) => [recordId, revision])).toEqual([['1', '2'], ['2', '1']])
    const other = pendingOf(chosenLog(log, meeting, new Map([[cellKey({ recordId: '1', party: '自院' }), 'theirs']])), now)
    expect([...other.keys()]).toEqual(['2'])
  })

  it('in another cell of the record: nothing to choose, and both changes are saved', () => {
    const now = theirs('1', 'SI事業者', 'theirs')
    expect(meetingOf(ITEMS, now, pending)).toEqual({ disputed: [], lost: [], alreadyThere: 0 })
    expect(changesToSave(now, pendingOf(log, now))[0]).toMatchObject({ recordId: '1', revision: '2', responsibilities: [{ duty: '' }, { duty: 'theirs' }, { duty: 'mine' }] })
  })

  it('the same: it stands already, as after an answer that was lost', () => {
    const now = theirs('1', '自院', 'mine')
    expect(meetingOf(ITEMS, now, pending)).toEqual({ disputed: [], lost: [], alreadyThere: 1 })
    expect([...pendingOf(log, now).keys()]).toEqual(['2'])
  })

  it('or has deleted it: what was written is shown, and leaves the changes', () => {
    const now = ITEMS.slice(1)
    const meeting = meetingOf(ITEMS, now, pending)
    expect(meeting.lost).toMatchObject([{ recordId: '1', mine: [{ duty: 'mine' }] }])
    expect([...pendingOf(chosenLog(log, meeting, new Map()), now).keys()]).toEqual(['2'])
  })
})

describe('agreeing to a section', () => {
  const items = [
    assessedItem({ recordId: '1', responsibilities: [half({ party: 'サイボウズ', role: '◎主担当' }), half({ party: 'SI事業者', role: '未協議' }), half({ agreedOn: '2026-04-01' })] }),
    assessedItem({ recordId: '2', responsibilities: [half({ party: 'SI事業者', role: '未協議' })] }),
  ]

  it('says beforehand what it does and leaves out', () => {
    expect(agreementOn(items)).toEqual({ items: 1, halves: 1, open: 2, already: 1 })
  })

  it('keeps the day of a half that is agreed already, beside another of the same party', () => {
    const twice = assessedItem({ responsibilities: [half({ agreedOn: '2026-04-01' }), half()] })
    expect(agreementWrites([twice], '2026-11-23', '')[0]?.halves.map(({ agreedOn }) => agreedOn)).toEqual(['2026-04-01', '2026-11-23'])
  })

  it('marks what can be agreed, with day and names, in one step', () => {
    expect(agreementWrites(items, '2026-11-23', '田中')).toEqual([{ recordId: '1', party: 'サイボウズ', halves: [half({ party: 'サイボウズ', role: '◎主担当', agreedOn: '2026-11-23', basis: '協議: 田中' })] }])
  })
})
