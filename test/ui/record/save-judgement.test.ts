import { describe, expect, it } from 'vitest'
import { saveJudgement } from '../../../src/ui/record/save-judgement'
import { en } from '../../../src/ui/messages/en'
import { ja } from '../../../src/ui/messages/ja'
import { itemAnswer } from '../../examples'

const TODAY = '2026-11-26'

describe("a save in kintone's own form", () => {
  it('is refused at the field of the reason, and asks about a day that has passed', () => {
    expect(saveJudgement(itemAnswer({ status: '対象外' }), TODAY, ja).refused).toEqual([{ field: 'statusReason', sentence: ja.answer.problem.reasonMissing }])
    const past = saveJudgement(itemAnswer({ status: '計画中', targetOn: '2026-11-25' }), TODAY, ja)
    expect(past.refused).toEqual([])
    expect(past.question).toMatchObject({ field: 'targetOn', sentence: expect.stringContaining('2026/11/25') })
    expect(saveJudgement(itemAnswer({ status: '計画中', targetOn: '2026-11-25' }), TODAY, en).question?.sentence).toContain('2026/11/25')
  })

  it('asks again for another day', () => {
    const key = (targetOn: string) => saveJudgement(itemAnswer({ targetOn }), TODAY, ja).question?.key
    expect(key('2026-01-01')).not.toBe(key('2026-01-02'))
  })

  it.each([{}, { status: '対応済', targetOn: '2020-01-01' }, { status: '対応済', completedOn: '2030-01-01', evidenceExpiresOn: '2020-01-01' }] as const)('goes through without a word: %j', (answer) => {
    expect(saveJudgement(itemAnswer(answer), TODAY, ja)).toMatchObject({ refused: [], question: null })
  })
})
