import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { desiredFields } from '../../../src/kintone/app/form'
import type { AppSettings } from '../../../src/kintone/app/held'
import { withoutOurs } from '../../../src/kintone/app/layout'
import { planShape } from '../../../src/kintone/app/shape-plan'
import { planRemoval } from '../../../src/kintone/app/take-back-plan'
import { SMALL_CATALOG } from '../../examples'
import { applied, withoutFields } from './applied'
import { foreignApps, foreignIn } from './foreign'

const FIELDS = desiredFields(SMALL_CATALOG)
const NOBODY = { untouched: [], kept: 0, fields: new Set<string>() }

/** Set-up and then the way back, of an app whose records nobody has touched. */
function thereAndBack(app: AppSettings) {
  const { entries, changes } = planShape(app, app, { fields: FIELDS, preset: 'hospital', viewersGroup: 'x-viewers', maintainer: 'admin' })
  const after = applied(app, changes)
  const added = entries.filter(({ verdict }) => verdict === 'added').map(({ part, name }) => ({ part, name }))
  const back = planRemoval(after, FIELDS, added, NOBODY)
  return { after, back, end: withoutFields(applied(after, { revision: after.revision, deploy: true, writes: back.changes.writes }), back.changes.fieldsToDelete) }
}

describe('taking a run back', () => {
  it('leaves everything of the user as it was before the run, whatever the app holds', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const { end } = thereAndBack(app)
        for (const [code, field] of Object.entries(app.fields)) expect(end.fields[code]).toEqual(field)
        for (const [name, view] of Object.entries(app.views)) expect({ ...end.views[name], index: null }).toEqual({ ...view, index: null })
        expect(foreignIn(end, app)).toEqual(foreignIn(app, app))
        expect(withoutOurs(end.layout)).toEqual(withoutOurs(app.layout))
      }),
    )
  })

  it('leaves none of our fields, lists and graphs where nobody uses them', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const { end } = thereAndBack(app)
        // Somebody has given rights of his own to one of our fields: that one is in use.
        const used = app.fieldRights.map(({ code }) => code)
        expect(Object.keys(end.fields).filter((code) => code in FIELDS && !(code in app.fields) && !used.includes(code))).toEqual([])
        expect(Object.values(end.views).filter(({ builtinType }) => !builtinType).map(({ name }) => name).toSorted()).toEqual(Object.values(app.views).filter(({ builtinType }) => !builtinType).map(({ name }) => name).toSorted())
        expect(Object.keys(end.graphs).toSorted()).toEqual(Object.keys(app.graphs).toSorted())
      }),
    )
  })

  it('keeps every field that a record holds something in, and says so', () => {
    fc.assert(
      fc.property(foreignApps, fc.subarray(['implementation', 'owner', 'evidence_links', 'status'], { minLength: 1 }), (app, used) => {
        const { after } = thereAndBack(app)
        const added = Object.values(FIELDS).map(({ code, label }) => ({ part: 'field' as const, name: `${label} (${code})` }))
        const { entries, changes } = planRemoval(after, FIELDS, added, { untouched: [], kept: 1, fields: new Set(used) })
        for (const code of used) {
          expect(changes.fieldsToDelete).not.toContain(code)
          expect(entries).toContainEqual({ part: 'field', name: `${FIELDS[code]?.label} (${code})`, verdict: 'kept' })
        }
      }),
      { numRuns: 30 },
    )
  })
})
