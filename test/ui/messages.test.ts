import { describe, expect, it } from 'vitest'
import { DISCLOSURES, EVIDENCE_BASES, LEVELS, PARTS, SUITABILITIES } from '../../src/domain/guideline'
import { INQUIRIES, STATUSES } from '../../src/domain/assessment'
import { HALF_STATES, ROLES, ROW_VERDICTS } from '../../src/domain/responsibility'
import { FAILURE_KINDS } from '../../src/ports/failure'
import { SCREENS } from '../../src/ports/screens'
import { setupEn } from '../../src/ui/messages/setup.en'
import { setupJa } from '../../src/ui/messages/setup.ja'
import { en as screensEn } from '../../src/ui/messages/en'
import { ja as screensJa } from '../../src/ui/messages/ja'

/** The words of the screens in the lists and of the settings screen. */
const ja = { ...screensJa, ...setupJa }
const en = { ...screensEn, ...setupEn }

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** Every text of a language with its place; a text with blanks is filled in with the same digit throughout. */
function texts(value: unknown, place = '', filling = '7'): readonly (readonly [string, unknown])[] {
  if (typeof value === 'function') return [[place, (value as (...blanks: string[]) => unknown)(...Array.from({ length: value.length }, () => filling))]]
  if (typeof value !== 'object' || value === null) return [[place, value]]
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, place === '' ? key : `${place}.${key}`, filling))
}

const LANGUAGES = [
  ['Japanese', ja],
  ['English', en],
] as const

describe.each(LANGUAGES)('the texts in %s', (_language, messages) => {
  it('are never empty, and have no blank edges, but for the comma between names', () => {
    for (const filling of ['0', '1', '7']) expect(texts(messages, '', filling).filter(([name, text]) => name !== 'comma' && (typeof text !== 'string' || text === '' || text !== text.trim()))).toEqual([])
  })

  it('show no hole where something should have been filled in', () => {
    expect(texts(messages).filter(([, text]) => /undefined|null|NaN|\[object|\$\{|=>/.test(String(text)))).toEqual([])
  })

  it('use every blank that they are given', () => {
    const withBlanks = (value: unknown, place = ''): readonly string[] => {
      if (typeof value === 'function') {
        const blanks = Array.from({ length: value.length }, (_, at) => String(31 + at))
        const text = String((value as (...filled: string[]) => unknown)(...blanks))
        return blanks.every((blank) => text.includes(blank)) ? [] : [`${place}: ${text}`]
      }
      if (typeof value !== 'object' || value === null) return []
      return Object.entries(value).flatMap(([key, inner]) => withBlanks(inner, `${place}.${key}`))
    }
    expect(withBlanks(messages)).toEqual([])
  })

  it('never claim that anything is 準拠 or guaranteed: no product and no screen can', () => {
    expect(texts(messages).filter(([, text]) => /準拠|保証|compliant|certif(?:y|ied)|guarantee/i.test(String(text)))).toEqual([])
  })

  it('have a word for every value that is stored', () => {
    expect(Object.keys(messages.part)).toEqual([...PARTS])
    expect(Object.keys(messages.status)).toEqual([...STATUSES])
    expect(Object.keys(messages.level)).toEqual([...LEVELS])
    expect(Object.keys(messages.suitability)).toEqual([...SUITABILITIES])
    expect(Object.keys(messages.disclosure)).toEqual([...DISCLOSURES])
    expect(Object.keys(messages.evidenceBasis)).toEqual([...EVIDENCE_BASES])
    expect(Object.keys(messages.inquiry)).toEqual([...INQUIRIES])
    expect(Object.keys(messages.role)).toEqual([...ROLES])
    expect(Object.keys(messages.halfState)).toEqual([...HALF_STATES])
    expect(Object.keys(messages.rowVerdict)).toEqual([...ROW_VERDICTS])
    expect(Object.keys(messages.failure)).toEqual([...FAILURE_KINDS])
    expect(Object.keys(messages.screen)).toEqual([...SCREENS])
  })

  it('tell two values of one kind apart by their words alone', () => {
    for (const kind of ['part', 'status', 'level', 'suitability', 'disclosure', 'evidenceBasis', 'inquiry', 'role', 'halfState', 'rowVerdict', 'failure', 'screen'] as const) {
      const words = Object.values(messages[kind])
      expect(new Set(words).size, kind).toBe(words.length)
    }
  })
})

describe('the texts in both languages', () => {
  it('stand in the same places', () => {
    expect(texts(en).map(([place]) => place).sort()).toEqual(texts(ja).map(([place]) => place).sort())
  })

  it('in English hold no Japanese', () => {
    expect(texts(en).filter(([, text]) => JAPANESE.test(String(text)))).toEqual([])
  })

  it('in Japanese are Japanese, but for names and marks', () => {
    expect(texts(ja).filter(([, text]) => /[a-z]{4}/i.test(String(text).replace(/kintone|cybozu\.com/g, '')) && !JAPANESE.test(String(text)))).toEqual([])
  })
})

describe('the notice about editions', () => {
  it('names the same editions and days in both languages', () => {
    const numbers = (text: string) => text.match(/\d[\d.-]*/g)
    for (const part of PARTS) expect(numbers(en.editions[part])).toEqual(numbers(ja.editions[part]))
  })
})

describe('the words for a round', () => {
  it.each([
    ['2026', '令和8年度（2026）', 'FY 2026'],
    ['2019', '令和元年度（2019）', 'FY 2019'],
    ['2018', '2018', 'FY 2018'],
    ['前期', '前期', '前期'],
  ])('of %s are %s and %s', (round, japanese, english) => {
    expect(ja.roundName(round)).toBe(japanese)
    expect(en.roundName(round)).toBe(english)
  })
})

describe('counts', () => {
  it('have thousands apart and, in English, one item in the singular', () => {
    expect(ja.count(1203)).toBe('1,203件')
    expect([en.count(1), en.count(0), en.count(1203)]).toEqual(['1 item', '0 items', '1,203 items'])
  })

  it('at the end of set-up are told only if something was added', () => {
    expect(ja.setup.done(393, 0)).toContain('393')
    expect(ja.setup.done(0, 0)).not.toMatch(/\d/)
    expect(en.setup.done(1, 0)).toContain('1 item registered')
    expect(en.setup.done(0, 0)).not.toMatch(/\d/)
    expect([ja.setup.done(0, 12), en.setup.done(2, 1)]).toEqual(['セットアップが終わりました。12項目を新しい版に合わせました。', 'Set-up is done. 2 items registered. 1 item brought to the new version.'])
  })
})
