import { describe, expect, it } from 'vitest'
import type { ItemAnswer } from '../../src/domain/answer'
import type { AnswerProblem } from '../../src/domain/answer-check'
import { answerRemarks, handOverProblem } from '../../src/domain/answer-check'
import { itemAnswer } from '../examples'

const TODAY = '2026-11-23'

describe('what is missing or doubtful in an answer', () => {
  it.each<[Partial<ItemAnswer>, readonly AnswerProblem[]]>([
    [{}, []],
    [{ status: '対象外' }, ['reasonMissing']],
    [{ status: '代替策で対応' }, ['reasonMissing']],
    [{ status: '代替策で対応', statusReason: ' \n　' }, ['reasonMissing']],
    [{ status: '対象外', statusReason: '機器がない' }, []],
    [{ status: '代替策で対応', statusReason: '紙の台帳' }, []],
    [{ status: '計画中', targetOn: '2026-11-22' }, ['targetPast']],
    [{ status: '計画中', targetOn: TODAY }, []],
    [{ status: '対応済', targetOn: '2026-11-22', implementation: '規程を定めた' }, []],
    [{ status: '対象外', statusReason: '機器がない', targetOn: '2026-11-22' }, []],
    [{ status: '対応済' }, ['implementationMissing']],
    [{ completedOn: '2026-11-24' }, ['completedAhead']],
    [{ completedOn: TODAY }, []],
    [{ evidenceExpiresOn: '2026-11-22' }, ['evidenceExpired']],
    [{ evidenceExpiresOn: TODAY }, []],
    [{ status: '一部対応', targetOn: '2026-01-01', completedOn: '2027-01-01', evidenceExpiresOn: '2026-01-01' }, ['targetPast', 'completedAhead', 'evidenceExpired']],
  ])('%j: %j', (answer, problems) => {
    expect(answerRemarks(itemAnswer(answer), TODAY).map(({ problem }) => problem)).toEqual(problems)
  })

  it('keeps nothing but a missing reason from being saved', () => {
    const doubtful = itemAnswer({ status: '一部対応', targetOn: '2026-01-01', completedOn: '2027-01-01', evidenceExpiresOn: '2026-01-01' })
    expect(answerRemarks(doubtful, TODAY).filter(({ required }) => required)).toEqual([])
    expect(answerRemarks(itemAnswer({ status: '対象外' }), TODAY).map(({ field, required }) => [field, required])).toEqual([['statusReason', true]])
  })
})

describe('handing an item on to its reviewer', () => {
  it.each<[Partial<ItemAnswer>, ReturnType<typeof handOverProblem>]>([
    [{}, 'notAssessed'],
    [{ status: '対象外', statusReason: '　' }, 'reasonMissing'],
    [{ status: '代替策で対応', statusReason: '紙の台帳' }, null],
    [{ status: '計画中', targetOn: '2020-01-01' }, null],
    [{ status: '対応済' }, null],
  ])('%j: %j', (answer, problem) => {
    expect(handOverProblem(itemAnswer(answer))).toBe(problem)
  })
})
