import { expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { fullyStaffed } from '../../fixtures/fully-staffed.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'

const WILLOW = providerId('willow')

test.each([
  ['with somebody of it there', (holder: string) => [holder, 'quinn'], undefined],
  ['not without', () => ['quinn', 'mara'], 'downs-council'],
])('a review that the council chairs decides %s', async (_what, there, chair) => {
  const { world, holder, meeting } = await calledBy('social-care')
  if (!meeting) throw new Error('No meeting was called')
  const answers = { outcome: 'continue', judgement: 'Seen.', present: there(holder) }
  const record = { kind: 'meeting', type: 'record', form: 'qualityReviewRecord' } as const

  const said = { ...record, by: person(holder), heldAt: world.app.now(), answers }
  const answer = await world.ask(said, meeting)

  expect(answer).toMatchObject({ ok: true })
  expect((await world.record('meeting', meeting)).record?.short?.chair).toBe(chair)
})

test.each([
  ['social-care', true],
  ['provider-collaborative', false],
] as const)(
  'under %s the council sets up a quality review and chairs it: %s',
  async (pack, may) => {
    const { world, meeting, answer } = await calledBy(pack)

    expect(answer.ok).toBe(may)
    if (!may) return
    if (!meeting) throw new Error('No meeting was called')
    expect((await world.record('meeting', meeting)).chair).toMatchObject({
      post: { role: 'commissioner', of: 'local-authority' },
    })
  },
)

async function calledBy(pack: string) {
  const policy = policyOf(pack)
  const listings = fullyStaffed(policy)
  const council = listings.find(({ slug }) => slug === 'downs-council')
  const holder = council?.holdings.find(({ role }) => role === 'commissioner')?.holder ?? ''
  const world = await openApp({ policy, listings })
  const by = person(holder)
  if (pack === 'social-care') {
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

  const meeting = (await world.record('provider', WILLOW)).meetings?.at(-1)?.meeting
  return { world, holder, meeting, answer }
}
