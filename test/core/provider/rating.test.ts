import { describe, expect, test } from 'vitest'
import type { Viewer } from '../../../src/core/people/viewer.ts'
import { guardedProvider } from '../../../src/core/provider/index.ts'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { showDay } from '../../../src/core/time/local.ts'
import { directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'
import scenarios from '../../fixtures/scenarios.json' with { type: 'json' }
import { cycleOf, done, listedProvider, person, wake } from './provider.ts'

/** The seven rows of a nursing home, in the order of the instrument. */
function rated(
  scores: readonly number[],
  rest: Partial<ProviderIntentOf<'rate'>> = {},
): ProviderIntentOf<'rate'> {
  return {
    kind: 'provider',
    type: 'rate',
    by: person('quinn'),
    instrument: 'prr',
    ratings: scoresOf(scores),
    note: null,
    ratedAt: null,
    ...rest,
  }
}

const B3 = [3, 3, 3, 2, 2, 4, 2]
const B5 = [4, 5, 4, 4, 3, 4, 4]
const B3_AGAIN = [3, 4, 3, 2, 2, 4, 3]
const march = '2027-03-31T10:00:00Z'
const april = '2027-04-12T10:00:00Z'
const october = '2027-10-11T10:00:00Z'

function life() {
  const provider = listedProvider('social-care')
  const due = (cycle: string) => {
    const { dueAt } = cycleOf(provider.record(), cycle)
    return dueAt === null ? null : showDay(dueAt, 'Europe/London')
  }
  return { ...provider, due }
}

/** S09 up to the first rating and the times at which things were last done. */
function started() {
  const provider = life()
  provider.ask(march, rated(B3))
  provider.ask(march, done('contact', '2027-03-31T09:00:00Z'))
  provider.ask(march, done('monitoringMeeting', '2027-02-15T14:00:00Z'))
  provider.ask(march, done('pamms', '2026-11-05T14:00:00Z'))
  return provider
}

test('each duty that a band sets is read as a variant of D26, and kept under its own name', () => {
  const provider = started()

  expect(provider.says('root')).toContain('D26 Contact with the provider: due Fri 30 Apr 2027')
  expect(provider.says('root')).toContain('D26 Full PAMMS assessment: due Fri 5 Nov 2027')
  expect(provider.says('root')).not.toContain('pamms')
  expect(cycleOf(provider.record(), 'contact').rule).toBe('contact')
  const stop = {
    kind: 'provider',
    type: 'stopDuty',
    by: person('quinn'),
    cycle: 'contact',
  } as const
  expect(provider.ask(april, { ...stop, reason: 'It is enough.' }).refusal?.message).toMatch(
    /^D26 Contact with the provider cannot be stopped/,
  )
  provider.ask('2027-04-30T08:00:00Z', wake)
  expect(provider.says('nudge:contact:1')).toContain('Rule D26 · Bucks 2023')
})

test('what a score suggests by itself stands beside what the band does: for a person, and never automatic', () => {
  const provider = life()
  const suggested = (scores: readonly number[]) => {
    provider.ask(march, rated(scores))
    return provider.record().ratings.at(-1)?.prompts.join('\n') ?? ''
  }

  expect(suggested(B3)).not.toMatch(/Officers|Financial/)
  expect(suggested([3, 3, 3, 2, 3, 4, 4])).toContain('a risk on Pentana')
  expect(provider.says('root')).toContain(
    'Officers’ intelligence: consider the concerns and serious concerns procedure at stage 3 or above.',
  )
  expect(suggested([3, 3, 3, 2, 5, 4, 5])).toMatch(
    /other provision with immediate effect\.[\s\S]*consider a suspension/,
  )
  expect(provider.record().matters ?? []).toEqual([])
})

test('a rating shows its change, the rows that were left blank for the audit, and what its band suggests', () => {
  const provider = started()
  const { ratings } = rated(B5)
  const { finance: _, ...blank } = ratings

  provider.ask(april, rated(B5, { ratings: blank }))

  const words = provider.says(`notice:${provider.record().notices.length}`)
  expect(words).toContain('Up 10.5, from 28.5 (B3) to 39 (B4)')
  expect(words).toMatch(/1 row is blank and not in the total: Financial viability/)
  expect(words).toContain('To be considered by a person; nothing of it happens by itself:')
  expect(provider.says('root')).toContain(', up from 28.5')
  expect(provider.says('root')).toContain('The total is of 5 of 6 rows and may be too low.')
})

test('S09: the band sets the cycles, up and back, and each due date is that of the scenario', () => {
  const expected = scenarios.scenarios.find(({ id }) => id === 'S09')?.expected
  const provider = started()
  const dates: Record<string, unknown> = {
    prr_start: provider.record().ratings.at(-1)?.rating.total,
    start_contact_due: provider.due('contact'),
    start_monitoring_meeting_due: provider.due('monitoringMeeting'),
    start_pamms_due: provider.due('pamms'),
    start_provider_return_due: provider.due('providerReturn'),
  }

  provider.ask(april, rated(B5))
  Object.assign(dates, {
    prr_up: provider.record().ratings.at(-1)?.rating.total,
    up_contact_due: provider.due('contact'),
    up_monitoring_meeting_due: provider.due('monitoringMeeting'),
  })
  expect(provider.due('pamms')).toBeNull()
  expect(provider.due('selfAssessment')).toBeNull()

  provider.ask('2027-10-08T16:00:00Z', done('contact', '2027-10-08T15:00:00Z'))
  provider.ask('2027-10-08T16:00:00Z', done('monitoringMeeting', '2027-07-09T13:00:00Z'))
  provider.ask(october, rated(B3_AGAIN))
  Object.assign(dates, {
    prr_back: provider.record().ratings.at(-1)?.rating.total,
    back_contact_due: provider.due('contact'),
    back_monitoring_meeting_due: provider.due('monitoringMeeting'),
    back_pamms_due: provider.due('pamms'),
  })

  for (const [name, value] of Object.entries(dates)) {
    const wanted: unknown = Reflect.get(expected ?? {}, name)
    const day = typeof wanted === 'object' && wanted !== null ? Reflect.get(wanted, 'day') : wanted
    expect([name, value]).toEqual([name, day])
  }
})

test('a cycle that was never done is counted from the first rating, also when it returns from N/A', () => {
  const provider = life()
  provider.ask(march, rated(B3))
  expect(provider.due('pamms')).toBe('Fri 31 Mar 2028')

  provider.ask(april, rated(B5))
  provider.ask(october, rated(B3_AGAIN))

  expect(provider.due('pamms')).toBe('Fri 31 Mar 2028')
})

test('a due day is the end of that local day, clamped to the month', () => {
  const provider = started()

  expect(cycleOf(provider.record(), 'contact')).toMatchObject({
    dueAt: '2027-04-30T22:59:59Z',
    words: 'due Fri 30 Apr 2027 23:59 BST: 1 month from Wed 31 Mar; Apr has no 31, so its last day',
  })
})

test('tightening never makes a due date later', () => {
  const provider = life()
  provider.ask(march, rated(B3))
  // The monthly contact is due on 30 April; a week from the 26th is later than that.
  provider.ask('2027-04-26T10:00:00Z', rated(B5))

  expect(provider.due('contact')).toBe('Fri 30 Apr 2027')
})

test('what was last done may be recorded before the first rating', () => {
  const provider = life()

  provider.ask(march, done('pamms', '2026-11-05T14:00:00Z'))
  expect(provider.due('pamms')).toBeNull()
  provider.ask(march, rated(B3))

  expect(provider.due('pamms')).toBe('Fri 5 Nov 2027')
})

test('the same band changes no due date', () => {
  const provider = started()
  const before = provider.record().cycles

  provider.ask(april, rated(B3))

  expect(provider.record().cycles).toEqual(before)
})

test('what officers know beside the scores is for whoever does not work at the provider', () => {
  const provider = started()
  provider.ask(april, rated(B5, { note: 'Two whistle-blowers.' }))
  const seenBy = (who: string, slot: string) =>
    provider.says(slot, { type: 'actor', actor: person(who) })
  const room: Viewer = {
    type: 'place',
    place: { channel: 'web', to: { type: 'room', room: 'willow' } },
  }

  for (const slot of ['root', 'notice:5']) {
    expect(provider.says(slot, room)).not.toContain('intelligence, kept')
    expect(seenBy('nia', slot)).not.toContain('whistle-blowers')
    expect(seenBy('quinn', slot)).toContain('Two whistle-blowers.')
  }
})

test('the thread shows every row, the sum, the change, and what a person should consider', () => {
  const provider = started()

  const happened = provider.ask(april, rated(B5, { note: 'Two whistle-blowers.' }))

  expect(sent(happened)).toEqual([
    'web/room/willow root',
    'web/room/willow notice:5',
    'web/room/willow prompt:question-1',
    'web/room/willow prompt:question-2',
  ])
  const notice = provider.says('notice:5')
  expect(notice).toContain('42')
  expect(notice).toContain('4 + 5 + 10 + 10 + 3 + 6 + 4 = 42')
  expect(notice).toContain('Up 13.5, from 28.5 (B3) to 42 (B5).')
  expect(notice).toContain('nothing of it happens by itself')
  expect(notice).toContain('stage 4 or stage 5')
  expect(notice).toContain('Two whistle-blowers.')
  expect(notice).toContain('Rated Mon 12 Apr 2027 11:00 BST by Quinn Adeyemi')
  expect(notice).toContain('Rule prr ·')
  expect(provider.record().level).toBe('ROUTINE')
  expect(provider.says('root')).toContain('suspended, no interval applies now')
  expect(provider.says('root')).toContain('42, B5: 40 and more, up from 28.5, rated')
})

describe('a rating is refused', () => {
  test.each([
    [
      'with the matrix of the triage form',
      rated(B3, { instrument: 'matrix' }),
      'unknown',
      'Choose one of: prr',
    ],
    ['by the provider itself', rated(B3, { by: person('ivan') }), 'notYours', 'Only'],
    ['with a score that the source leaves blank', rated([3, 3, 3, 5, 2, 4, 2]), 'invalid', 'blank'],
    [
      'for a time to come',
      rated(B3, { ratedAt: '2027-04-01T10:00:00Z' }),
      'tooEarly',
      'Wed 31 Mar 2027 11:00 BST',
    ],
  ])('%s', (_what, intent, code, words) => {
    expect(life().ask(march, intent).refusal).toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  test('when it is dated before the last one', () => {
    const provider = life()
    provider.ask(april, rated(B3))

    const { refusal } = provider.ask(april, rated(B5, { ratedAt: march }))

    expect(refusal).toMatchObject({ code: 'invalid', fields: { ratedAt: expect.any(String) } })
  })
})

test('whoever cannot read the provider’s room is nudged in private, and may see that message', () => {
  const provider = started()
  const council = directoryWith('downs-council', {
    holdings: [{ role: 'commissioner', holder: 'lena', deputy: null, onCall: null }],
  })

  const nudged = provider.ask('2027-04-30T08:00:00Z', wake, { directory: council })

  expect(sent(nudged)).toEqual([
    'web/room/willow root',
    'web/room/willow nudge:contact:1',
    'web/person/lena nudge:contact:1',
  ])
  expect(guardedProvider(provider.record()).places).toContainEqual({
    channel: 'web',
    to: { type: 'person', person: 'lena' },
  })
})
