import { describe, expect, it } from 'vitest'
import { SCREEN_ROOTS, VIEWS } from '../../../src/kintone/app/views'
import { FIELDS } from '../../../src/kintone/fields'
import { SCREENS } from '../../../src/ports/screens'

describe('the lists of the app', () => {
  it('are those that people were promised, each under its own name', () => {
    expect(VIEWS.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'CUSTOM ダッシュボード', 'CUSTOM チェックリスト', 'CUSTOM 責任分担表', 'CUSTOM 文献と照会',
      'LIST 自分の担当', 'LIST 期限超過', 'LIST 未評価', 'LIST 要NDA・未照会', 'LIST サイボウズ未適合', 'CALENDAR 目標日カレンダー',
    ])
    expect(VIEWS.filter(({ name }) => name.length > 64)).toEqual([])
  })

  it('hold one box for every screen, which is nothing but a box', () => {
    const boxes = VIEWS.flatMap(({ html }) => html ?? [])
    expect(boxes).toEqual(SCREENS.map((screen) => `<div id="${SCREEN_ROOTS[screen]}"></div>`))
    expect(new Set(Object.values(SCREEN_ROOTS)).size).toBe(SCREENS.length)
    // Without ANY a custom view is not offered on the phone. [cybozu.dev rest-api/apps/views/update-views]
    expect(new Set(VIEWS.flatMap(({ type, device }) => (type === 'CUSTOM' ? [device] : [])))).toEqual(new Set(['ANY']))
  })

  it('filter and sort by fields that the app has', () => {
    for (const { name, filterCond, sort, fields, date, title } of VIEWS) {
      const codes = [
        ...(typeof filterCond === 'string' ? [...filterCond.matchAll(/(?:^| and )(\S+) /g)].map((match) => match[1]) : []),
        ...(typeof sort === 'string' ? sort.split(', ').map((entry) => entry.split(' ')[0]) : []),
        ...(Array.isArray(fields) ? fields : []),
        ...[date, title].filter((code) => code !== undefined),
      ]
      expect({ name, unknown: codes.filter((code) => !Object.hasOwn(FIELDS, String(code))) }).toEqual({ name, unknown: [] })
    }
  })

  it('work as kintone filters without the plug-in', () => {
    const filter = (name: string) => VIEWS.find((view) => view.name === name)?.['filterCond']
    expect(filter('自分の担当')).toBe('owner in (LOGINUSER())')
    expect(filter('期限超過')).toBe('target_on != "" and target_on < TODAY() and status not in ("対応済", "代替策で対応", "対象外")')
    expect(filter('未評価')).toBe('status in ("未評価")')
    expect(filter('要NDA・未照会')).toBe('disclosure in ("要NDA") and inquiry in ("未照会")')
    expect(filter('サイボウズ未適合')).toBe('suitability in ("未適合")')
  })
})
