import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../src/ports/failure'
import type { Questions, Remark } from '../../src/ports/questions'
import { ask, whoIsTold } from '../../src/usecases/ask'

const LOST = new ServiceFailure('unreachable', '', null)

/** A record's comments; `lose`: how many of the next writes arrive although their answer is lost, `refuse`: how many do not arrive. */
function comments({ lose = 0, refuse = 0, unread = 0 } = {}) {
  const held: Remark[] = []
  const questions: Questions = {
    async newest() {
      if (unread-- > 0) throw LOST
      return held
    },
    async write(_, text, to) {
      if (refuse-- > 0) throw new ServiceFailure('forbidden', '', null)
      held.unshift({ id: String(held.length), text: `${to.join(' ')} \n${text} `.trim(), at: '', by: { code: 'tanaka', name: '' } })
      if (lose-- > 0) throw LOST
    },
  }
  return { held, questions }
}

const asked = (to: readonly string[], me: string) => ({ recordId: '1', text: 'よいですか', to, me })

describe('who is told of a question', () => {
  const person = (code: string) => ({ code, name: code })

  it('are the reviewers and the owners, each once, and never the one who asks', () => {
    expect(whoIsTold({ reviewers: ['sato'].map(person), owners: ['tanaka', 'sato', 'yamamoto'].map(person) }, 'tanaka').map(({ code }) => code)).toEqual(['sato', 'yamamoto'])
    expect(whoIsTold({ reviewers: ['sato'].map(person), owners: [] }, 'sato')).toEqual([])
  })

  it('are ten at most, as kintone takes no more', () => {
    expect(whoIsTold({ reviewers: [], owners: Array.from({ length: 12 }, (_, at) => person(`u${at}`)) }, 'tanaka')).toHaveLength(10)
  })
})

describe('a question to the reviewers', () => {
  it('is written', async () => {
    const { held, questions } = comments()
    expect(await ask(questions, asked(['sato'], 'tanaka'), null)).toEqual({ outcome: 'asked' })
    expect(held).toHaveLength(1)
  })

  it('is written once, though its answer was lost and somebody asks again', async () => {
    const { held, questions } = comments({ lose: 1, unread: 1 })
    const first = await ask(questions, asked(['sato'], 'tanaka'), null)
    expect(first).toMatchObject({ outcome: 'failed', isUncertain: true })
    const second = await ask(questions, asked(['sato'], 'tanaka'), first)
    expect(second).toMatchObject({ outcome: 'failed', isUncertain: true })
    expect(await ask(questions, asked(['sato'], 'tanaka'), second)).toEqual({ outcome: 'asked' })
    expect(held).toHaveLength(1)
  })

  it('is written again where it certainly was not, and where the same words are another person\'s', async () => {
    const { held, questions } = comments({ refuse: 1 })
    const first = await ask(questions, asked([], 'sato'), null)
    expect(first).toMatchObject({ outcome: 'failed', isUncertain: false })
    await ask(questions, asked([], 'sato'), first)
    expect(held).toHaveLength(1)
    await ask(questions, asked([], 'suzuki'), { outcome: 'failed', failure: LOST, isUncertain: true })
    expect(held).toHaveLength(2)
  })

  it('ends in a failure also where a mistake of our own breaks it off, so that nobody waits for ever', async () => {
    const { questions } = comments()
    const broken: Questions = { ...questions, write: () => Promise.reject(new TypeError('undefined is not a function')) }
    expect(await ask(broken, asked([], 'sato'), null)).toMatchObject({ outcome: 'failed', failure: { kind: 'unknown' }, isUncertain: true })
  })
})
