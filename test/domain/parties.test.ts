import { describe, expect, it } from 'vitest'
import { columnChoice, columnLink, matrixColumns, movedColumn } from '../../src/domain/matrix-columns'
import { isOfParty, partedParty, partyGroups, partyProblem, planProblems, STANDARD_PLAN, typedPlan } from '../../src/domain/parties'
import { assessedItem, half } from '../examples'

const having = (...parties: readonly string[]) => assessedItem({ responsibilities: parties.map((party) => half({ party })) })
const plan = [{ name: '電子カルテ', who: '○○メディカル', tiers: ['アプリ', 'インフラ'] }, ...STANDARD_PLAN]

describe('the text of a party', () => {
  it.each([
    ['電子カルテ／アプリ', '電子カルテ', 'アプリ'],
    ['自院／検査部／夜間', '自院', '検査部／夜間'],
    ['電子カルテ', '電子カルテ', null],
    ['／アプリ', '／アプリ', null],
    ['電子カルテ／', '電子カルテ／', null],
  ])('%s is %s and its tier %s', (text, party, tier) => {
    expect(partedParty(text)).toEqual({ party, tier })
  })

  it('names a party or one of its tiers, never another whose name begins alike', () => {
    expect(['自院', '自院／薬剤部', '自院の検査部'].map((text) => isOfParty(text, '自院'))).toEqual([true, true, false])
  })
})

describe('the parties', () => {
  it('are the three standard ones before anything is decided or agreed', () => {
    expect(partyGroups(STANDARD_PLAN, []).map(({ name }) => name)).toEqual(['サイボウズ', 'SI事業者', '自院'])
  })

  it('stand in the order of the settings, and whoever is only in the records comes after, never left out', () => {
    const groups = partyGroups(plan, [having('PACS', '自院', '電子カルテ／プラットフォーム'), having('PACS')])
    expect(groups.map(({ name }) => name)).toEqual(['電子カルテ', 'サイボウズ', 'SI事業者', '自院', 'PACS'])
    expect(groups[0]).toEqual({ name: '電子カルテ', who: '○○メディカル', tiers: ['電子カルテ／アプリ', '電子カルテ／インフラ', '電子カルテ／プラットフォーム'] })
  })

  it('hold the standard three even where the settings have lost one', () => {
    expect(partyGroups([{ name: 'PACS', who: '', tiers: [] }], []).map(({ name }) => name)).toEqual(['PACS', 'サイボウズ', 'SI事業者', '自院'])
  })

  it.each([
    [' ', 'empty'],
    ['ＳＩ 事業者', 'known'],
    ['si事業者', 'known'],
    ['あ'.repeat(41), 'tooLong'],
    ['電子カルテ', null],
  ])('cannot be added under the name %j: %s', (name, problem) => {
    expect(partyProblem(name, ['サイボウズ', 'SI事業者'])).toBe(problem)
  })

  it.each([
    [[{ name: '電子／カルテ', who: '', tiers: [] }], { at: 0, what: 'name', problem: 'mark' }],
    [[{ name: 'PACS', who: '', tiers: [] }, { name: 'ｐａｃｓ', who: '', tiers: [] }], { at: 1, what: 'name', problem: 'known' }],
    [[{ name: '', who: '', tiers: [] }], { at: 0, what: 'name', problem: 'empty' }],
    [[{ name: 'PACS', who: '', tiers: ['アプリ', 'ｱﾌﾟﾘ'] }], { at: 0, what: 'tiers', problem: 'known' }],
    [[{ name: 'PACS', who: '', tiers: ['あ／い'] }], { at: 0, what: 'tiers', problem: 'mark' }],
    [[{ name: 'あ'.repeat(30), who: '', tiers: ['い'.repeat(10)] }], { at: 0, what: 'tiers', problem: 'tooLong' }],
  ])('are not saved from the list %j', (list, problem) => {
    expect(planProblems(list)).toEqual([problem])
  })

  it('are saved without blank edges and empty tiers', () => {
    expect(typedPlan([{ name: ' PACS ', who: ' △△ ', tiers: [' アプリ', '', ' '] }])).toEqual([{ name: 'PACS', who: '△△', tiers: ['アプリ'] }])
    expect(planProblems(plan)).toEqual([])
  })
})

describe('the columns of one person', () => {
  const groups = partyGroups([...STANDARD_PLAN, { name: 'PACS, 本館', who: '', tiers: ['アプリ'] }], [])
  const none = { columns: null, unfolded: null, frozen: null }
  const names = (link: Partial<typeof none>) => matrixColumns(groups, columnChoice(groups, { ...none, ...link })).map(({ party }) => party)
  const ALL = ['サイボウズ', 'SI事業者', '自院', 'PACS, 本館']

  it('are all parties without a wish, and a link that says so is empty', () => {
    expect(names({})).toEqual(ALL)
    expect(columnLink(columnChoice(groups, none), groups)).toEqual(none)
  })

  it('stand in a link in their order, without the hidden ones, unfolded and kept, and come back the same', () => {
    const choice = { shown: ['PACS, 本館', 'サイボウズ'], unfolded: new Set(['PACS, 本館']), frozen: 1 }
    const back = columnChoice(groups, columnLink(choice, groups))
    expect(back).toEqual(choice)
    expect(matrixColumns(groups, back).map(({ party, isTier, frozen }) => [party, isTier, frozen])).toEqual([['PACS, 本館', false, true], ['PACS, 本館／アプリ', true, true], ['サイボウズ', false, false]])
  })

  it.each([['', ALL], ['nobody', ALL], ['%E0%A4%A', ALL], ['SI事業者,SI事業者,nobody', ['SI事業者']]])('that a link names as %j are %j', (columns, expected) => {
    expect(names({ columns: columns as never })).toEqual(expected)
  })

  it('leave out wishes for parties that unfold into nothing and for more columns than there are', () => {
    expect(columnChoice(groups, { columns: null, unfolded: 'SI事業者', frozen: '99' } as never)).toMatchObject({ unfolded: new Set(), frozen: 4 })
    expect(columnChoice(groups, { columns: null, unfolded: null, frozen: '-1' } as never).frozen).toBe(0)
  })

  it('move one place at a time and stay within the ends', () => {
    const choice = columnChoice(groups, none)
    expect(movedColumn(choice, '自院', -1).shown).toEqual(['サイボウズ', '自院', 'SI事業者', 'PACS, 本館'])
    expect(movedColumn(choice, 'サイボウズ', -1).shown).toEqual(ALL)
    expect(movedColumn(choice, 'PACS, 本館', 1).shown).toEqual(ALL)
  })
})
