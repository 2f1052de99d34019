import { describe, expect, test } from 'vitest'
import {
  type Recommendation,
  recommend,
  type Ticked,
} from '../../../src/core/assess/trigger-tool.ts'
import { policies } from '../../../src/policies/index.ts'

const pack = policies[0] ?? noPack()

function ask(ids: readonly string[], more: Partial<Ticked> = {}) {
  return recommend({ triggers: ids.map((id) => ({ id })), urgent: false, ...more }, pack)
}

function advice(ids: readonly string[], more: Partial<Ticked> = {}): Recommendation {
  const answer = ask(ids, more)
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.recommendation
}

function noPack(): never {
  throw new Error('there is a default pack')
}

const counting = Array.from({ length: 12 }, (_, n) => `T${n + 1}`)
const informing = Array.from({ length: 6 }, (_, n) => `H${n + 1}`)

describe('the trigger checklist recommends', () => {
  test('to consider enhanced when any two count together', () => {
    for (const one of counting) {
      for (const other of counting.filter((id) => id !== one)) {
        expect(advice([one, other])).toMatchObject({
          recommend: 'consider enhanced',
          enhanced: true,
          urgent: false,
        })
      }
    }
  })

  test('nothing new on one trigger, nor on none', () => {
    for (const one of counting) expect(advice([one]).enhanced).toBe(false)
    expect(advice([])).toMatchObject({
      enhanced: false,
      urgent: false,
      reasons: ['No trigger that counts is ticked; 2 are needed.'],
    })
  })

  test('to consider enhanced on T13 alone', () => {
    expect(advice(['T13'])).toMatchObject({
      enhanced: true,
      urgent: false,
      reasons: [expect.stringMatching(/^T13 is enough by itself: .*\.$/)],
    })
  })

  test('nothing new on what only informs, however much, but shows it', () => {
    const answer = advice([...informing, 'T3'])
    expect(answer).toMatchObject({ enhanced: false, urgent: false })
    expect(answer.reasons.at(-1)).toMatch(/^For information, not counted: H1 .*H6 /)
  })

  test('the urgent path on H7, or when a person marks it urgent', () => {
    expect(advice(['H7'])).toMatchObject({
      enhanced: true,
      urgent: true,
      reasons: [expect.stringMatching(/^H7 is enough by itself and opens the urgent path: .*\.$/)],
    })
    expect(advice(['T3'], { urgent: true })).toMatchObject({ enhanced: true, urgent: true })
    expect(advice(['T3'], { urgent: true }).reasons).toContain(
      'Something needs action today, which is enough by itself and opens the urgent path.',
    )
  })

  test('the urgent path from a risk score of 15 on, and leaves the level to the triggers', () => {
    expect(advice(['T3'], { score: 12 })).toMatchObject({ enhanced: false, urgent: false })
    expect(advice(['T3'], { score: 15 })).toMatchObject({ enhanced: false, urgent: true })
    expect(advice(['T3'], { score: 15 }).reasons.at(-1)).toBe(
      'The risk score is 15; from 15 on the urgent path is offered.',
    )
  })

  test('with its reasons, and says whose tool it is not', () => {
    const answer = advice(['T3', 'T4', 'H2'])
    expect(answer.reasons[0]).toMatch(/^2 triggers count: T3 \(.*\), T4 \(.*\); 2 are enough\.$/)
    expect(answer.reasons).toHaveLength(2)
    expect(answer.disclaimer).toMatch(/not the NHS England tool/)
  })
})

test('a trigger that is not known, or named twice, is refused', () => {
  expect(ask(['T99'])).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringMatching(/no trigger "T99".*T1, T2/) },
  })
  expect(ask(['T3', 'T3'])).toMatchObject({
    refusal: { code: 'invalid', message: 'T3 is there twice. Name each trigger once.' },
  })
})
