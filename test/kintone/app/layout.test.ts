import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { desiredFields } from '../../../src/kintone/app/form'
import type { Layout, LayoutCell, LayoutGroup, LayoutRow, LayoutTable } from '../../../src/kintone/app/layout'
import { completedLayout } from '../../../src/kintone/app/layout'
import { FIELDS, FORM_GROUPS, RESPONSIBILITIES, RESPONSIBILITY_FIELDS } from '../../../src/kintone/fields'
import { SMALL_CATALOG } from '../../examples'
import { placedOnce, withFields } from './applied'
import { EMPTY_APP, foreignLayouts } from './foreign'
import { rearrangements } from './rearranged'

const OURS: ReadonlySet<string> = new Set([...Object.keys(FIELDS), ...FORM_GROUPS.map(({ code }) => code), RESPONSIBILITIES])
const isOurs = ({ code, elementId }: { readonly code?: string; readonly elementId?: unknown }) => (code !== undefined && OURS.has(code)) || elementId === 'junshu_guide'
const guides = (layout: Layout) => layout.flatMap((row) => (row.type === 'GROUP' ? row.layout.flatMap(({ fields }) => fields) : row.fields)).filter(({ type, elementId }) => type === 'SPACER' && elementId === 'junshu_guide')

function completed(layout: Layout): Layout {
  const result = completedLayout(layout)
  if (!result) throw new Error('nothing was to do')
  return result
}

/** A form to which those fields of ours that it lacks have been added and nothing else, as kintone stacks them. */
function addedButNotLaidOut(layout: Layout): Layout {
  const there = placedOnce(layout)
  const lacking = Object.fromEntries(Object.entries(desiredFields(SMALL_CATALOG)).filter(([code]) => !there.includes(code)))
  return withFields({ ...EMPTY_APP, layout }, { toAdd: lacking, toChange: {} }).layout
}

/** What is left of a layout when everything of ours is taken out. */
function foreignPart(layout: Layout): Layout {
  return layout.flatMap((row): Layout => {
    if (row.type !== 'ROW') return isOurs(row) ? [] : [row]
    const fields = row.fields.filter((cell) => !isOurs(cell))
    return fields.length > 0 ? [{ ...row, fields }] : []
  })
}

/** Everything of the user's, in its order, each thing with the group that it stands in. */
function foreignPlaces(layout: Layout): readonly string[] {
  return layout.flatMap((row) => {
    const places = (cells: readonly LayoutCell[], within: string) => cells.filter((cell) => !isOurs(cell)).map(({ code, label, elementId, type }) => `${within}/${String(code ?? label ?? elementId ?? type)}`)
    switch (row.type) {
      case 'ROW':
        return places(row.fields, '')
      case 'GROUP':
        return [...(isOurs(row) ? [] : [`/${row.code}`]), ...row.layout.flatMap(({ fields }) => places(fields, row.code))]
      case 'SUBTABLE':
        return row.code === RESPONSIBILITIES ? [] : [`/${row.code}`, ...places(row.fields, row.code)]
    }
  })
}

function ourTable(layout: Layout): LayoutTable | undefined {
  return layout.find((row): row is LayoutTable => row.type === 'SUBTABLE' && row.code === RESPONSIBILITIES)
}

/** The columns of our table, and of each that is not ours everything. */
function columnsOf(table: LayoutTable | undefined): readonly unknown[] {
  return (table?.fields ?? []).map((column) => (column.code?.startsWith('r_') ? column.code : column))
}

function expectWhole(layout: Layout) {
  expect(placedOnce(layout).filter((code) => OURS.has(code)).sort()).toEqual([...OURS].sort())
  expect(guides(layout)).toHaveLength(1)
}

describe('the form of an app', () => {
  it('gets every field of ours once, and what the user has laid out stays in its order, whatever it is', () => {
    fc.assert(
      fc.property(foreignLayouts, fc.boolean(), (foreign, added) => {
        const layout = completed(added ? addedButNotLaidOut(foreign) : foreign)
        expectWhole(layout)
        expect(foreignPart(layout)).toEqual(foreign)
      }),
    )
  })

  it('is not touched a second time', () => {
    fc.assert(
      fc.property(foreignLayouts, fc.boolean(), (foreign, added) => {
        expect(completedLayout(completed(added ? addedButNotLaidOut(foreign) : foreign))).toBeNull()
      }),
    )
  })

  it('is the same whether set-up was interrupted after adding the fields or not', () => {
    fc.assert(
      fc.property(foreignLayouts, (foreign) => {
        expect(completed(addedButNotLaidOut(foreign))).toEqual(completed(foreign))
      }),
    )
  })

  it("loses nothing of the user's and gets every field of ours once, whatever people have done to it since, though set-up was interrupted", () => {
    fc.assert(
      fc.property(foreignLayouts, rearrangements, fc.boolean(), (foreign, rearrange, interrupted) => {
        const before = rearrange(completed(foreign))
        const found = interrupted ? addedButNotLaidOut(before) : before
        const after = completedLayout(found) ?? found
        expectWhole(after)
        expect(foreignPlaces(after)).toEqual(foreignPlaces(before))
        expect(columnsOf(ourTable(after))).toEqual(columnsOf(ourTable(found) ?? ourTable(completed([]))))
        expect(completedLayout(after)).toBeNull()
      }),
      { numRuns: 400 },
    )
  })

  it('is not touched as long as every field of ours is on it and a group of ours holds something', () => {
    fc.assert(
      fc.property(foreignLayouts, rearrangements, (foreign, rearrange) => {
        const layout = rearrange(completed(foreign))
        const placed = placedOnce(layout)
        fc.pre(guides(layout).length === 1 && [...OURS].every((code) => placed.includes(code)) && layout.some((row) => row.type === 'GROUP' && isOurs(row) && row.layout.length > 0))
        expect(completedLayout(layout)).toBeNull()
      }),
    )
  })

  it('keeps the field that the user has put into a group of ours, though he has emptied another', () => {
    const own = { type: 'ROW', fields: [{ type: 'NUMBER', code: 'x_cost', size: { width: '100' } }] } as const
    const moved = completed([]).flatMap((row): Layout => {
      if (row.type !== 'GROUP') return [row]
      if (row.code === 'g_review') return [{ ...row, layout: [] }, ...row.layout]
      return row.code === 'g_answer' ? [{ ...row, layout: [own] }, ...row.layout] : [{ ...row, layout: [] }, ...row.layout]
    })
    expect(completedLayout(moved)).toBeNull()
  })

  it('that has lost a group of ours gets it back whole, and the others stay as they are', () => {
    const whole = completed([])
    const rest = whole.filter((row) => row.type !== 'GROUP' || row.code !== 'g_review')
    const after = completed(rest)
    expect(after).toEqual([whole.find((row) => row.type === 'GROUP' && row.code === 'g_review'), ...rest])
  })

  it('keeps the columns of the table of responsibilities, those of the user too, where the form was never laid out', () => {
    const column = { type: 'NUMBER', code: 'x_hours', size: { width: '80' } }
    const stacked = addedButNotLaidOut([]).map((row) => (row.type === 'SUBTABLE' ? { ...row, fields: [...row.fields, column] } : row))
    const after = completed(stacked)
    expectWhole(after)
    expect(columnsOf(ourTable(after))).toEqual(columnsOf(ourTable(stacked)))
    expect(ourTable(after)?.fields[0]).toEqual(ourTable(completed([]))?.fields[0])
  })

  it('is left alone where the user has moved our rows about and written notes between them', () => {
    const note = { type: 'ROW', fields: [{ type: 'LABEL', label: '院内の注意' }] } as const
    const whole = completed([])
    fc.assert(
      fc.property(fc.shuffledSubarray(whole.map((_, at) => at), { minLength: whole.length }), fc.nat({ max: 3 }), (order, moved) => {
        const answer = whole.find((row) => row.type === 'GROUP' && row.code === 'g_answer') as LayoutGroup
        const row = answer.layout[moved] as LayoutRow
        const rearranged = order
          .map((at) => whole[at] as Layout[number])
          .map((each) => {
            if (each.type !== 'GROUP') return each
            if (each.code === 'g_answer') return { ...each, layout: each.layout.filter((own) => own !== row) }
            return { ...each, layout: each.code === 'g_survey' ? [note, ...each.layout, row] : [note, ...each.layout] }
          })
        expect(completedLayout(rearranged)).toBeNull()
      }),
    )
  })

  it('has a field of a later version put at the end of its group, the rest as the user has it', () => {
    const before = completed([]).map((row) => (row.type === 'GROUP' && row.code === 'g_evidence' ? { ...row, layout: row.layout.slice(1).concat({ type: 'ROW', fields: [{ type: 'LABEL', label: '院内の注意' }] }) } : row))
    const after = completed(before)
    expectWhole(after)
    expect(after.filter((row) => row.type !== 'GROUP' || row.code !== 'g_evidence')).toEqual(before.filter((row) => row.type !== 'GROUP' || row.code !== 'g_evidence'))
    const group = after.find((row) => row.type === 'GROUP' && row.code === 'g_evidence')
    expect(group?.type === 'GROUP' && group.layout.flatMap(({ fields }) => fields.map(({ code, label }) => code ?? label))).toEqual(['evidence_expires_on', 'inquiry', 'inquiry_on', 'inquiry_note', '院内の注意', 'evidence_files', 'evidence_links'])
  })

  it('begins with our things, which the user then finds at once, and goes on with what was there', () => {
    fc.assert(
      fc.property(foreignLayouts, (foreign) => {
        expect(completed(foreign)).toEqual([...completed([]), ...foreign])
      }),
    )
  })

  it('begins with what the item is, then what is asked, the answer, who carries it, and the proof', () => {
    const layout = completed([])
    expect(layout.map((row) => (row.type === 'ROW' ? row.fields.map(({ code, elementId }) => code ?? elementId).join(' ') : row.code))).toEqual([
      'junshu_guide', 'item_no title level', 'section round facility', 'g_request', 'g_answer', 'responsibilities', 'g_evidence', 'g_review', 'g_survey', 'g_management',
    ])
  })

  it('of a version without the space for the explanation gets it at its head, and everything else stays as it stands', () => {
    fc.assert(
      fc.property(foreignLayouts, rearrangements, (foreign, rearrange) => {
        const whole = rearrange(completed(foreign))
        const now = completedLayout(whole) ?? whole
        const before = now.flatMap((row): Layout => {
          const rest = (fields: readonly LayoutCell[]) => fields.filter((cell) => !guides([{ type: 'ROW', fields: [cell] }]).length)
          if (row.type === 'GROUP') return [{ ...row, layout: row.layout.flatMap((inner) => (rest(inner.fields).length > 0 ? [{ ...inner, fields: rest(inner.fields) }] : [])) }]
          return rest(row.fields).length > 0 ? [{ ...row, fields: rest(row.fields) } as LayoutRow] : []
        })
        fc.pre(before.some((row) => row.type === 'GROUP' && isOurs(row) && row.layout.length > 0))
        expect(completedLayout(before)).toEqual([{ type: 'ROW', fields: [{ type: 'SPACER', elementId: 'junshu_guide', size: { width: '760', height: '40' } }] }, ...before])
      }),
    )
  })

  it('puts the table of responsibilities outside any group, with all its columns, and every cell with a width', () => {
    const layout = completed([])
    const table = layout.find((row) => row.type === 'SUBTABLE')
    expect(table?.type === 'SUBTABLE' && table.fields.map(({ code }) => code)).toEqual(Object.keys(RESPONSIBILITY_FIELDS))
    const cells = layout.flatMap((row) => (row.type === 'GROUP' ? row.layout.flatMap(({ fields }) => fields) : row.fields))
    for (const cell of cells) expect(cell).toMatchObject({ type: expect.any(String), size: { width: expect.stringMatching(/^[1-9]\d+$/) } })
  })
})
