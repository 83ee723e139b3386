import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { desiredFields } from '../../../src/kintone/app/form'
import type { Layout, LayoutGroup, LayoutRow } from '../../../src/kintone/app/layout'
import { completedLayout } from '../../../src/kintone/app/layout'
import { FIELDS, FORM_GROUPS, RESPONSIBILITIES, RESPONSIBILITY_FIELDS } from '../../../src/kintone/fields'
import { SMALL_CATALOG } from '../../examples'
import { placedOnce, withFields } from './applied'
import { EMPTY_APP, foreignLayouts } from './foreign'

const OURS: ReadonlySet<string> = new Set([...Object.keys(FIELDS), ...FORM_GROUPS.map(({ code }) => code), RESPONSIBILITIES])
const isOurs = ({ code }: { readonly code?: string }) => code !== undefined && OURS.has(code)

function completed(layout: Layout): Layout {
  const result = completedLayout(layout)
  if (!result) throw new Error('nothing was to do')
  return result
}

/** A form to which our fields have been added and nothing else, as kintone stacks them. */
function addedButNotLaidOut(layout: Layout): Layout {
  return withFields({ ...EMPTY_APP, layout }, { fieldsToAdd: desiredFields(SMALL_CATALOG), fieldsToChange: {} }).layout
}

/** What is left of a layout when everything of ours is taken out. */
function foreignPart(layout: Layout): Layout {
  return layout.flatMap((row): Layout => {
    if (row.type !== 'ROW') return isOurs(row) ? [] : [row]
    const fields = row.fields.filter((cell) => !isOurs(cell))
    return fields.length > 0 ? [{ ...row, fields }] : []
  })
}

function expectWhole(layout: Layout) {
  expect(placedOnce(layout).filter((code) => OURS.has(code)).sort()).toEqual([...OURS].sort())
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
    expect(group?.type === 'GROUP' && group.layout.flatMap(({ fields }) => fields.map(({ code, label }) => code ?? label))).toEqual(['evidence_expires_on', 'inquiry', '院内の注意', 'evidence_files', 'evidence_links'])
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
    expect(layout.map((row) => (row.type === 'ROW' ? row.fields.map(({ code }) => code).join(' ') : row.code))).toEqual([
      'item_no title level', 'section round facility', 'g_request', 'g_answer', 'responsibilities', 'g_evidence', 'g_review', 'g_survey', 'g_management',
    ])
  })

  it('puts the table of responsibilities outside any group, with all its columns, and every cell with a width', () => {
    const layout = completed([])
    const table = layout.find((row) => row.type === 'SUBTABLE')
    expect(table?.type === 'SUBTABLE' && table.fields.map(({ code }) => code)).toEqual(Object.keys(RESPONSIBILITY_FIELDS))
    const cells = layout.flatMap((row) => (row.type === 'GROUP' ? row.layout.flatMap(({ fields }) => fields) : row.fields))
    for (const cell of cells) expect(cell).toMatchObject({ type: expect.any(String), size: { width: expect.stringMatching(/^[1-9]\d+$/) } })
  })
})
