import { beforeEach, describe, expect, test } from 'vitest'
import type { ProviderIntent, ProviderIntentOf } from '../../src/core/provider/intent.ts'
import { providerId } from '../../src/core/record-id.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { localDay } from '../../src/core/time/local.ts'
import { person } from '../core/case/cases.ts'
import { scenario } from '../core/time/england.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { policyOf } from '../fixtures/context.ts'
import { scoresOf } from '../fixtures/risk-rating.ts'
import { expected } from './story.ts'

const ROOM = 'web/room/willow'

/** A nursing home: one row of complexity. */
function rate(...steps: number[]): ProviderIntentOf<'rate'> {
  const ratings = scoresOf(steps)
  return {
    kind: 'provider',
    type: 'rate',
    by: person('quinn'),
    instrument: 'prr',
    ratings,
    note: null,
    ratedAt: null,
  }
}

function done(cycle: string, doneAt: Instant): ProviderIntent {
  const summary = 'Done and written down.'
  return { kind: 'provider', type: 'completeCycle', by: person('quinn'), cycle, doneAt, summary }
}

describe('S09: a Provider Risk Rating goes up and comes back', () => {
  let app: TestApp

  async function asks(at: Instant, ...intents: ProviderIntent[]) {
    await app.moveTo(at)
    for (const intent of intents) {
      const answer = await app.ask(intent, providerId('willow'))
      if (!answer.ok) throw new Error(answer.refusal.message)
    }
    return app.record('provider', providerId('willow'))
  }

  async function cycle(rule: string) {
    const { cycles } = await app.record('provider', providerId('willow'))
    const found = cycles.find((one) => one.rule === rule)
    return {
      state: found?.state,
      due: found?.dueAt ? localDay(found.dueAt, 'Europe/London') : null,
    }
  }

  beforeEach(async () => {
    app = await openApp({
      startsAt: '2027-03-31T08:00:00Z',
      policy: policyOf('social-care'),
    })
    await asks(
      '2027-03-31T09:00:00Z',
      done('monitoringMeeting', '2027-02-15T10:00:00Z'),
      done('pamms', '2026-11-05T10:00:00Z'),
      done('contact', '2027-03-31T08:30:00Z'),
      rate(3, 3, 3, 2, 2, 4, 2),
    )
  })

  test('31 March: 28.5 is B3, each cycle counted from when it was last done', async () => {
    expect(app.web.says(ROOM, 'root')).toContain('B3')
    expect((await asks('2027-03-31T09:00:00Z')).ratings.at(-1)?.rating).toMatchObject({
      total: 28.5,
      band: 'B3',
    })
    expect(await cycle('contact')).toEqual({
      state: 'running',
      due: expected('S09', 'start_contact_due'),
    })
    expect((await cycle('monitoringMeeting')).due).toBe(
      expected('S09', 'start_monitoring_meeting_due'),
    )
    expect((await cycle('pamms')).due).toBe(expected('S09', 'start_pamms_due'))
    // One month before PAMMS is due, on 5 November.
    expect((await cycle('selfAssessment')).due).toBe('2027-10-05')
    // Three months from 31 March: June has no 31st.
    expect((await cycle('providerReturn')).due).toBe(expected('S09', 'start_provider_return_due'))
    expect(app.web.says(ROOM, `notice:${await lastNotice()}`)).toContain('stage 2')
  })

  test('12 April: 42 is B5, contact weekly and the meeting quarterly from now; PAMMS is suspended', async () => {
    const provider = await asks('2027-04-12T09:00:00Z', rate(4, 5, 4, 4, 3, 4, 4))

    expect(provider.ratings.at(-1)?.rating).toMatchObject({ total: 42, band: 'B5' })
    expect((await cycle('contact')).due).toBe(expected('S09', 'up_contact_due'))
    expect((await cycle('monitoringMeeting')).due).toBe(
      expected('S09', 'up_monitoring_meeting_due'),
    )
    expect(await cycle('pamms')).toEqual({ state: 'suspended', due: null })
    expect(await cycle('selfAssessment')).toEqual({ state: 'suspended', due: null })
    const says = app.web.says(ROOM, `notice:${await lastNotice()}`) ?? ''
    expect(says).toContain('stage 4 or stage 5')
    expect(says).toContain('quality monitoring meeting')
    expect(says).toContain('To be considered by a person; nothing of it happens by itself')
    // The level is another thing: a rating never changes it.
    expect(provider.level).toBe('ROUTINE')
  })

  test('11 October: 30.5 is B3 again, counted from what was done meanwhile, PAMMS as before', async () => {
    await asks('2027-04-12T09:00:00Z', rate(4, 5, 4, 4, 3, 4, 4))
    await asks('2027-07-09T12:00:00Z', done('monitoringMeeting', '2027-07-09T11:00:00Z'))
    await asks('2027-10-08T12:00:00Z', done('contact', '2027-10-08T11:00:00Z'))
    const provider = await asks('2027-10-11T09:00:00Z', rate(3, 4, 3, 2, 2, 4, 3))

    expect(provider.ratings.map(({ rating }) => rating.total)).toEqual(
      ['prr_start', 'prr_up', 'prr_back'].map((name) => scenario('S09').expected[name]),
    )
    expect(provider.ratings.at(-1)?.rating.band).toBe('B3')
    expect((await cycle('contact')).due).toBe(expected('S09', 'back_contact_due'))
    expect((await cycle('monitoringMeeting')).due).toBe(
      expected('S09', 'back_monitoring_meeting_due'),
    )
    expect(await cycle('pamms')).toEqual({
      state: 'running',
      due: expected('S09', 'back_pamms_due'),
    })
  })

  test('a cycle that falls on a Sunday keeps its date and nudges on the Friday before', async () => {
    await app.moveTo('2027-08-15T12:00:00Z')
    const { cycles } = await app.record('provider', providerId('willow'))
    const nudges = cycles.find(({ rule }) => rule === 'monitoringMeeting')?.nudges ?? []

    expect(nudges.map(({ at }) => at)).toEqual(['2027-08-13T08:00:00Z'])
  })

  test('the incident lead of the provider may not rate it; the refusal names who may', async () => {
    const answer = await app.ask(
      { ...rate(3, 3, 3, 2, 2, 4, 2), by: person('ivan') },
      providerId('willow'),
    )

    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'notYours',
        message: expect.stringContaining('the quality lead of Harbour NHS Foundation Trust'),
      },
    })
  })

  async function lastNotice(): Promise<number> {
    return (await app.record('provider', providerId('willow'))).notices.length
  }
})
