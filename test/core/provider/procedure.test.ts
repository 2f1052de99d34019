import { describe, expect, test } from 'vitest'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { directory } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { listedProvider, person, rate } from './provider.ts'

const B1 = [1, 1, 1, 1, 1, 1, 1]
const B3 = [3, 3, 3, 2, 2, 4, 2]
const B5 = [4, 5, 4, 4, 3, 4, 4]
const march = '2027-03-31T10:00:00Z'
const april = '2027-04-12T10:00:00Z'
const october = '2027-10-11T10:00:00Z'

/** The council has somebody who decides. */
const withCommissioner = {
  organisations: directory.organisations.map((one) =>
    one.slug === 'downs-council'
      ? {
          ...one,
          holdings: [
            ...one.holdings,
            { role: 'commissioner', holder: 'lena', deputy: null, onCall: null },
          ],
        }
      : one,
  ),
}

function decide(stage: string, rest: Partial<ProviderIntentOf<'decideStage'>> = {}) {
  const reason = 'The thresholds are met.'
  const by = person('lena')
  return {
    kind: 'provider',
    type: 'decideStage',
    by,
    procedure: 'concerns',
    stage,
    reason,
    ...rest,
  } as const
}

function rated(scores = B3) {
  const life = listedProvider('social-care')
  const happened = life.ask(march, rate(scores), { directory: withCommissioner })
  return { life, happened }
}

describe('the stage of the concerns procedure', () => {
  test('is put to the commissioner when a band suggests one, in private and in the thread; nothing moves', () => {
    const { life, happened } = rated()

    expect(sent(happened)).toContain('web/person/lena prompt:question-1')
    expect(sent(happened)).toContain('web/room/willow prompt:question-1')
    const asks = life.says('prompt:question-1')
    expect(asks).toContain('The rating of 28.5 (B3: 22.5 to 33) suggests to consider Stage 2')
    expect(asks).toContain('No stage is invoked now.')
    expect(asks).toContain('Lena Marsh: please decide. Nothing of it happens by itself.')
    expect(asks).toContain('[Stage 2…] [Another stage…] [Not now…]')
    expect(life.says('root')).toContain('no stage is invoked')
    expect(life.says('root')).toContain('Waits for a decision')
  })

  test('is set with a reason, and stands on the card and in the thread', () => {
    const { life } = rated()
    life.ask(march, decide('2'))

    expect(life.says('root')).toContain('Stage 2, since Wed 31 Mar 2027')
    expect(life.says('root')).not.toContain('Waits for a decision')
    expect(life.says('prompt:question-1')).toContain('Why: The thresholds are met.')
    const notice = life.says(`notice:${life.record().notices.length}`)
    expect(notice).toContain('no stage → Stage 2')
    expect(notice).toContain('no rating moves it')
  })

  test('may be left as it is for now, or be another than the one that is suggested', () => {
    const { life } = rated(B5)
    life.ask(march, decide('notNow', { reason: 'The visit is awaited.' }))
    expect(life.record().stages).toMatchObject([{ from: null, to: null, notNow: true, rating: 1 }])
    expect(life.says('root')).toContain('no stage is invoked')

    life.ask(april, decide('3'))
    expect(life.says('root')).toContain('Stage 3, since')
    expect(life.record().stages?.[1]?.rating).toBeNull()
  })

  test('does not fall by itself: a lower band asks again, and it stays until somebody decides', () => {
    const { life } = rated()
    life.ask(march, decide('2'))
    life.ask(april, rate(B5))
    life.ask(april, decide('4'))
    life.ask(october, rate(B3))

    expect(life.says('root')).toContain('Stage 4, since Mon 12 Apr 2027')
    expect(life.says('prompt:question-3')).toContain(
      'It is at Stage 4 now, and stays there until somebody decides.',
    )
    life.ask(october, rate(B1))
    expect(life.says('prompt:question-3')).toContain('A newer question took its place.')
    expect(life.says('prompt:question-4')).toContain('suggests no stage any more')
    life.ask(october, decide('none'))
    expect(life.says('root')).toContain('no stage, since')
  })

  test('is asked once for a band: a rating that stays in it asks nothing more', () => {
    const { life } = rated()
    life.ask(march, decide('notNow'))
    life.ask(april, rate([3, 3, 3, 2, 2, 4, 3]))

    expect(life.record().questions).toHaveLength(1)
  })

  test('is asked no more once the rating suggests what stands', () => {
    const { life } = rated()
    life.ask(march, decide('2'))
    life.ask(april, rate(B5))
    const back = life.ask(october, rate(B3))

    expect(life.says('prompt:question-2')).toContain('suggests no other stage any more')
    expect(sent(back)).toContain('web/person/lena prompt:question-2')
    expect(life.says('root')).not.toContain('Waits for a decision')
  })

  test.each([
    ['by somebody else', decide('2', { by: person('quinn') }), 'notYours', 'commissioner'],
    ['without a reason', decide('2', { reason: ' ' }), 'missing', 'Say why'],
    ['to one that is not there', decide('6'), 'unknown', 'Its stages are 1, 2, 3, 4, 5'],
    ['of another procedure', decide('2', { procedure: 'other' }), 'unknown', 'know no procedure'],
    ['to what it is', decide('none'), 'invalid', 'choose “Not now”'],
  ])('%s is refused', (_what, intent, code, words) => {
    const { life } = rated()

    expect(life.ask(march, intent).refusal).toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  test('waits for nobody where the council has no commissioner, and says so', () => {
    const life = listedProvider('social-care')
    life.ask(march, rate(B3))

    expect(life.says('prompt:question-1')).toContain(
      'Nobody holds this role now: commissioner, Downs Council',
    )
  })
})

test('of two people who decide on a stage, the second reads what the first decided', () => {
  const { life } = rated()
  life.ask(april, decide('2', { seen: 0 }))

  const { refusal } = life.ask(april, decide('3', { seen: 0 }))

  expect(refusal).toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/Lena Marsh, .*: “Willow House: .*no stage → Stage 2”/),
  })
  expect(life.ask(april, decide('3', { seen: 1 })).refusal).toBeUndefined()
})
