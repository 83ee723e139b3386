import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { FieldProperty } from '../../../src/kintone/app/form'
import { desiredFields } from '../../../src/kintone/app/form'
import type { AppSettings } from '../../../src/kintone/app/held'
import { planShape, writesAny } from '../../../src/kintone/app/shape-plan'
import type { View } from '../../../src/kintone/app/views'
import { VIEWS } from '../../../src/kintone/app/views'
import type { ShapeVerdict } from '../../../src/ports/app-shape'
import { hasChanges } from '../../../src/ports/app-shape'
import { SMALL_CATALOG } from '../../examples'
import { applied, withFields } from './applied'
import { EMPTY_APP, foreignApps, foreignIn, SYSTEM_FIELDS } from './foreign'

const WANTED = desiredFields(SMALL_CATALOG)
/** What users have now is what is saved, unless a test says otherwise. */
const plan = (app: AppSettings, live: AppSettings | null = app) => planShape(app, live, { fields: WANTED, preset: 'hospital', viewersGroup: null, maintainer: 'admin' })
const setUp = (app: AppSettings) => applied(app, plan(app).changes)
const verdicts = (app: AppSettings, part: string, verdict: ShapeVerdict) => plan(app).entries.filter((entry) => entry.part === part && entry.verdict === verdict).map(({ name }) => name)

/** An app that has been set up, with one field changed by the user. */
function withField(code: string, change: (field: FieldProperty) => FieldProperty): AppSettings {
  const app = setUp(EMPTY_APP)
  return { ...app, fields: { ...app.fields, [code]: change(app.fields[code] as FieldProperty) } }
}

describe('setting up an app', () => {
  it('leaves everything of the user as it is, whatever the app holds', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const { changes } = plan(app)
        const after = applied(app, changes)
        for (const [code, field] of Object.entries(app.fields)) {
          expect(after.fields[code]).toBe(field)
          expect(changes.writes.fields?.toChange ?? {}).not.toHaveProperty([code])
        }
        for (const [name, view] of Object.entries(app.views)) expect(after.views[name]).toEqual(view)
        expect(foreignIn(after, app)).toEqual(foreignIn(app, app))
      }),
    )
  })

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const again = plan(setUp(app))
        expect(writesAny(again.changes.writes)).toBe(false)
        expect(again.changes.deploy).toBe(false)
        expect(hasChanges(again)).toBe(false)
      }),
    )
  })

  it('goes on where it was interrupted after the fields', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const interrupted = withFields(app, plan(app).changes.writes.fields)
        const rest = plan(interrupted)
        expect(rest.changes.writes.fields).toBeNull()
        const { fields, views, ...others } = applied(interrupted, rest.changes)
        const whole = setUp(app)
        expect({ fields, views }).toEqual({ fields: whole.fields, views: whole.views })
        expect({ ...others, layout: null, revision: null }).toEqual({ ...whole, layout: null, revision: null, fields: undefined, views: undefined })
        expect(rest.changes).toMatchObject({ writes: { layout: expect.any(Array) }, deploy: true })
      }),
    )
  })

  it('says for every thing of the user that it stays, and never counts the fields of kintone itself', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const own = Object.entries(app.fields).filter(([code]) => !(code in SYSTEM_FIELDS)).map(([code, { label }]) => `${label} (${code})`)
        expect(verdicts(app, 'field', 'foreign')).toEqual(own)
        const ownLists = Object.values(app.views).filter((view) => !view['builtinType']).map(({ name }) => name)
        expect(verdicts(app, 'view', 'foreign')).toEqual(ownLists)
        expect(plan(app).entries.filter(({ part }) => part === 'view')).toHaveLength(VIEWS.length + ownLists.length)
        expect(verdicts(setUp(app), 'field', 'foreign')).toEqual(own)
      }),
    )
  })

  it('of an empty app adds every field, the layout and every list, and makes them live', () => {
    const { entries, changes } = plan(EMPTY_APP)
    expect(entries.filter(({ part, verdict }) => ['field', 'layout', 'view', 'graph', 'recordRight', 'fieldRight'].includes(part) && verdict !== 'added')).toEqual([])
    expect(entries.filter(({ part }) => part === 'field')).toHaveLength(Object.keys(WANTED).length)
    expect(entries.filter(({ part }) => part === 'view')).toHaveLength(VIEWS.length)
    expect(changes.writes.fields?.toAdd).toEqual(WANTED)
    expect(Object.values(changes.writes.views ?? {}).map(({ index }) => Number(index))).toEqual(VIEWS.map((_, at) => at))
  })

  it('in a guest space asks for no field of departments, lays none out and lists none, and has nothing left to do the second time', () => {
    const inGuestSpace = (app: AppSettings) => planShape(app, app, { fields: desiredFields(SMALL_CATALOG, true), preset: 'hospital', viewersGroup: null, maintainer: 'admin' })
    const { writes } = inGuestSpace(EMPTY_APP).changes
    expect(JSON.stringify([writes.fields, writes.layout, writes.views])).not.toMatch(/department|ORGANIZATION/)
    expect(JSON.stringify([plan(EMPTY_APP).changes.writes.layout, plan(EMPTY_APP).changes.writes.views]).match(/"department"/g)?.length).toBeGreaterThan(3)
    const after = applied(EMPTY_APP, inGuestSpace(EMPTY_APP).changes)
    expect(hasChanges(inGuestSpace(after))).toBe(false)
    // Where somebody has put one into the form all the same, it is used, and stays where it is.
    const withOne = { ...after, fields: { ...after.fields, department: WANTED['department'] as FieldProperty }, layout: [...after.layout, { type: 'ROW' as const, fields: [{ type: 'ORGANIZATION_SELECT', code: 'department' }] }] }
    expect(writesAny(inGuestSpace(withOne).changes.writes)).toBe(false)
  })

  it('guards the first write with the revision it has seen', () => {
    expect(plan({ ...EMPTY_APP, revision: '42' }, { ...EMPTY_APP, revision: '7' }).changes.revision).toBe('42')
  })

  it('shows a form that already has things on it as changed, not as added', () => {
    const layout = (rows: AppSettings['layout']) => plan({ ...EMPTY_APP, layout: rows }).entries.find(({ part }) => part === 'layout')?.verdict
    expect(layout([])).toBe('added')
    expect(layout([{ type: 'ROW', fields: [] }])).toBe('added')
    expect(layout([{ type: 'ROW', fields: [{ type: 'LABEL', label: '見出し' }] }])).toBe('changed')
  })
})

describe('what is saved but not live yet', () => {
  const NOTHING = { writes: { fields: null, layout: null, views: null } }
  const changed = ({ entries }: ReturnType<typeof plan>) => entries.filter(({ verdict }) => verdict === 'added' || verdict === 'changed')

  it('is made live, and nothing is written a second time, though set-up broke off just before', () => {
    fc.assert(
      fc.property(foreignApps, fc.boolean(), (app, everDeployed) => {
        const again = plan(setUp(app), everDeployed ? app : null)
        expect(again.changes).toMatchObject({ ...NOTHING, deploy: true })
        expect(changed(again)).toEqual([{ part: 'deploy', name: '', verdict: 'changed' }])
        expect(hasChanges(again)).toBe(true)
      }),
    )
  })

  const live = setUp(EMPTY_APP)

  it.each<[string, AppSettings]>([
    ['a field', { ...live, fields: Object.fromEntries(Object.entries(live.fields).filter(([code]) => code !== 'inquiry')) }],
    ['an option', { ...live, fields: { ...live.fields, status: { ...(live.fields['status'] as FieldProperty), options: { 未評価: { label: '未評価', index: '0' } } } } }],
    ['the layout', { ...live, layout: live.layout.slice(1) }],
    ['a list', { ...live, views: Object.fromEntries(Object.entries(live.views).filter(([name]) => name !== 'ダッシュボード')) }],
    ['the box of a screen', { ...live, views: { ...live.views, ダッシュボード: { ...(live.views['ダッシュボード'] as View), html: '' } } }],
  ])('is made live if only %s is missing there', (_what, before) => {
    expect(plan(live, before).changes).toMatchObject({ ...NOTHING, deploy: true })
  })

  it('is made live if it repairs what the user has broken and not made live himself', () => {
    const broken = { ...live, fields: Object.fromEntries(Object.entries(live.fields).filter(([code]) => code !== 'inquiry')) }
    expect(plan(broken, live).changes).toMatchObject({ writes: { fields: { toAdd: { inquiry: WANTED['inquiry'] } } }, deploy: true })
  })

  it('is left to the user if it is his own: set-up makes nothing live that it does not need', () => {
    fc.assert(
      fc.property(foreignApps, (app) => {
        const saved = setUp(app)
        const pending = { ...saved, revision: '999', fields: { ...saved.fields, y1: { type: 'NUMBER', code: 'y1', label: '費用' } }, layout: [...saved.layout, { type: 'ROW' as const, fields: [{ type: 'NUMBER', code: 'y1' }] }] }
        const again = plan(pending, saved)
        expect(again.changes).toMatchObject({ ...NOTHING, deploy: false })
        expect(again.entries.filter(({ part }) => part === 'deploy')).toEqual([{ part: 'deploy', name: '', verdict: 'unchanged' }])
        expect(hasChanges(again)).toBe(false)
      }),
    )
  })
})

describe('a field that users have under one of our codes', () => {
  const live = setUp(EMPTY_APP)
  const withLive = (code: string, change: Partial<FieldProperty>): AppSettings => ({ ...live, fields: { ...live.fields, [code]: { ...(live.fields[code] as FieldProperty), ...change } } })

  it('of another type is in the way, whether what is saved has ours or nothing there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(WANTED).filter(({ type }) => type !== 'SUBTABLE').map(({ code }) => code)), fc.boolean(), (code, saved) => {
        const { [code]: _gone, ...rest } = live.fields
        const preview = saved ? live : { ...live, fields: rest }
        const { entries } = plan(preview, withLive(code, { type: 'RADIO_BUTTON' }))
        expect(entries.filter(({ verdict }) => verdict === 'inTheWay')).toMatchObject([{ part: 'field', why: 'live', name: expect.stringContaining(`(${code})`) }])
      }),
    )
  })

  it('that only has to become unique is an ordinary change that waits for a nod', () => {
    const { entries, changes } = plan(live, withLive('item_key', { unique: false }))
    expect(entries.filter(({ verdict }) => verdict === 'inTheWay' || verdict === 'pending')).toMatchObject([{ part: 'field', name: '項目キー (item_key)', verdict: 'pending' }])
    expect(changes.deploy).toBe(true)
  })
})

describe('a choice that is there already', () => {
  it("gets our options behind the user's own, which stay as they are", () => {
    fc.assert(
      fc.property(fc.subarray(['未評価', '計画中', '対応済']), fc.subarray(['保留', '要相談'], { minLength: 1 }), fc.integer({ min: 0, max: 9 }), (ours, own, from) => {
        const options = Object.fromEntries([...own, ...ours].map((label, at) => [label, { label, index: String(from + at * 2) }]))
        const app = withField('status', (field) => ({ ...field, label: '状況', options }))
        expect(verdicts(app, 'field', 'changed')).toEqual(['対応状況 (status)'])
        const after = setUp(app).fields['status']
        expect(after).toMatchObject({ label: '状況', options })
        expect(Object.keys(after?.options ?? {}).sort()).toEqual([...Object.keys(WANTED['status']?.options ?? {}), ...own].sort())
        const highest = Math.max(...Object.values(options).map(({ index }) => Number(index)))
        for (const [label, { index }] of Object.entries(after?.options ?? {})) if (!(label in options)) expect(Number(index)).toBeGreaterThan(highest)
        expect(hasChanges(plan(setUp(app)))).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it('is not touched if it only has more options than ours, another label or another order', () => {
    const app = withField('status', (field) => ({ ...field, label: '状況', options: { ...field.options, 保留: { label: '保留', index: '99' } } }))
    expect(hasChanges(plan(app))).toBe(false)
  })

  it('gets an option of the table too, the other columns as they are', () => {
    const app = withField('responsibilities', (table) => ({
      ...table,
      label: '分担',
      fields: { ...table.fields, r_note: { type: 'SINGLE_LINE_TEXT', code: 'r_note', label: '備考' }, r_state: { ...(table.fields?.['r_state'] as FieldProperty), options: { 未確認: { label: '未確認', index: '0' }, 保留: { label: '保留', index: '1' } } } },
    }))
    expect(verdicts(app, 'field', 'changed')).toEqual(['責任分担 (responsibilities)'])
    const after = setUp(app).fields['responsibilities']
    expect(after?.label).toBe('分担')
    expect(Object.keys(after?.fields ?? {})).toEqual([...Object.keys(WANTED['responsibilities']?.fields ?? {}), 'r_note'])
    expect(Object.keys(after?.fields?.['r_state']?.options ?? {})).toEqual(['未確認', '保留', '未了', '完了', '不要'])
    expect(hasChanges(plan(setUp(app)))).toBe(false)
  })
})

describe("something of the user's own", () => {
  const fields = (own: Readonly<Record<string, FieldProperty>>): AppSettings => ({ ...EMPTY_APP, fields: { ...SYSTEM_FIELDS, ...own } })
  const text = (code: string, more = {}): FieldProperty => ({ type: 'SINGLE_LINE_TEXT', code, label: code, ...more })

  it.each<[string, string, AppSettings]>([
    ['of another type', '対応状況 (status)', fields({ status: text('status') })],
    ['with our key but not unique', '項目キー (item_key)', fields({ item_key: text('item_key', { unique: false }) })],
    ['too short for our keys', '項目キー (item_key)', fields({ item_key: text('item_key', { unique: true, maxLength: '63' }) })],
    ['where a group of ours goes', '自院の対応 (g_answer)', fields({ g_answer: text('g_answer') })],
    ['of a table with our code but without our columns', '責任分担 (responsibilities)', fields({ responsibilities: { type: 'SUBTABLE', code: 'responsibilities', label: '責任', fields: { r_party: text('r_party') } } })],
    ['that is a column of another table', '対応状況 (status)', fields({ x1: { type: 'SUBTABLE', code: 'x1', label: '表', fields: { status: { type: 'DROP_DOWN', code: 'status', label: '状況' } } } })],
    ['that has the code of a column of ours', '責任分担 (responsibilities)', fields({ r_role: text('r_role') })],
    ['that is a column of another table with the code of one of ours', '責任分担 (responsibilities)', fields({ x1: { type: 'SUBTABLE', code: 'x1', label: '表', fields: { r_duty: text('r_duty') } } })],
  ])('%s is in the way and nothing is written to it', (_what, name, app) => {
    expect(verdicts(app, 'field', 'inTheWay')).toEqual([name])
    const { toAdd: fieldsToAdd, toChange: fieldsToChange } = plan(app).changes.writes.fields ?? { toAdd: {}, toChange: {} }
    const code = /\((\w+)\)$/.exec(name)?.[1] as string
    expect(fieldsToAdd).not.toHaveProperty([code])
    expect(fieldsToChange).not.toHaveProperty([code])
  })

  it('serves as ours where it has the same type, and keeps its label', () => {
    const app = fields({ title: text('title', { label: '題' }), item_key: text('item_key', { unique: true }) })
    expect(verdicts(app, 'field', 'unchanged')).toEqual(['項目キー (item_key)', '項目名 (title)'])
    expect(plan(app).changes.writes.fields?.toChange).toEqual({})
  })

  it.each(['', '64', '128'])('serves as our key with the length limit %j', (maxLength) => {
    expect(verdicts(fields({ item_key: text('item_key', { unique: true, maxLength }) }), 'field', 'unchanged')).toEqual(['項目キー (item_key)'])
  })

  it('is in the way as a list of another kind, which is sent back as it is', () => {
    const view = { type: 'LIST', name: 'チェックリスト', id: '5', index: '0', fields: ['x1'], filterCond: '', sort: '' } as const
    const app = { ...EMPTY_APP, views: { チェックリスト: view } }
    expect(verdicts(app, 'view', 'inTheWay')).toEqual(['チェックリスト'])
    expect(plan(app).changes.writes.views?.['チェックリスト']).toBe(view)
  })
})

describe('a list that is there already', () => {
  it('keeps the columns, filter and order that the user gave it', () => {
    const app = setUp(EMPTY_APP)
    const own = { ...app.views['未評価'], name: '未評価', type: 'LIST' as const, index: '0', fields: ['title'], filterCond: 'status in ("未評価", "未対応")', sort: 'title desc' }
    expect(hasChanges(plan({ ...app, views: { ...app.views, 未評価: own } }))).toBe(false)
  })

  it('gets the box of its screen back, and nothing else of it changes', () => {
    const app = setUp(EMPTY_APP)
    const spoilt = { ...app.views['責任分担表'], name: '責任分担表', type: 'CUSTOM' as const, index: '7', html: '<p>メモ</p>', pager: true, device: 'ANY', filterCond: 'part in ("MHLW")' }
    const changed = { ...app, views: { ...app.views, 責任分担表: spoilt } }
    expect(verdicts(changed, 'view', 'changed')).toEqual(['責任分担表'])
    const { views } = plan(changed).changes.writes
    expect(views?.['責任分担表']).toEqual({ ...spoilt, html: '<div id="junshu-matrix"></div>' })
    for (const [name, view] of Object.entries(app.views)) if (name !== '責任分担表') expect(views?.[name]).toBe(view)
  })

  it('of a version that showed its screens on the desktop only is offered to phones too, as the user has it otherwise', () => {
    const app = setUp(EMPTY_APP)
    const around = { ...app.views['チェックリスト'], name: 'チェックリスト', type: 'CUSTOM' as const, index: app.views['チェックリスト']?.index ?? '', html: '<h1>当院</h1><div id="junshu-checklist"></div>', device: 'DESKTOP' }
    const older = { ...app, views: { ...app.views, チェックリスト: around } }
    expect(plan(older).entries.filter(({ verdict, part }) => verdict === 'changed' && part !== 'deploy')).toEqual([{ part: 'view', name: 'チェックリスト', verdict: 'changed', from: 'DESKTOP', to: 'ANY' }])
    expect(plan(older).changes.writes.views?.['チェックリスト']).toEqual({ ...around, device: 'ANY' })
    expect(hasChanges(plan(setUp(older)))).toBe(false)
  })

  it('keeps what the user has written around the box', () => {
    const app = setUp(EMPTY_APP)
    const around = { ...app.views['責任分担表'], name: '責任分担表', type: 'CUSTOM' as const, index: '2', html: '<h1>当院</h1><div id="junshu-matrix"></div>' }
    expect(hasChanges(plan({ ...app, views: { ...app.views, 責任分担表: around } }))).toBe(false)
  })

  it('stands before the new ones', () => {
    const view = { type: 'LIST', name: '一覧', id: '5', index: '3', fields: ['x1'] } as const
    const { views } = plan({ ...EMPTY_APP, views: { 一覧: view } }).changes.writes
    expect(Math.min(...Object.values(views ?? {}).filter(({ name }) => name !== '一覧').map(({ index }) => Number(index)))).toBe(4)
  })
})
