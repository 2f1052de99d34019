import { expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { fullyStaffed } from '../../fixtures/fully-staffed.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'

const WILLOW = providerId('willow')

test.each([
  ['social-care', true],
  ['provider-collaborative', false],
] as const)(
  'under %s the council sets up a quality review and chairs it: %s',
  async (pack, may) => {
    const policy = policyOf(pack)
    const listings = fullyStaffed(policy)
    const council = listings.find(({ slug }) => slug === 'downs-council')
    const holder = council?.holdings.find(({ role }) => role === 'commissioner')?.holder ?? ''
    const world = await openApp({ policy, listings })
    const by = person(holder)
    if (may) {
      const rated = { instrument: 'prr', ratings: scoresOf([3, 3, 3, 2, 2, 4, 2]), note: null }
      const answer = await world.ask(
        { kind: 'provider', type: 'rate', by: person('quinn'), ...rated, ratedAt: null },
        WILLOW,
      )
      if (!answer.ok) throw new Error(answer.refusal.message)
    }
    const called = { meeting: 'M6', why: 'To review.', urgent: false, startsAt: null, seats: null }
    const answer = await world.ask(
      { kind: 'provider', type: 'convene', by, via: 'web', ...called },
      WILLOW,
    )
    await world.settle()

    expect(answer.ok).toBe(may)
    if (!may) return
    const meeting = (await world.record('provider', WILLOW)).meetings?.at(-1)?.meeting
    if (!meeting) throw new Error('No meeting was called')
    expect((await world.record('meeting', meeting)).chair).toMatchObject({
      post: { role: 'commissioner', of: 'local-authority' },
    })
  },
)
