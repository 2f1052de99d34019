import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { guardedProvider } from '../../../src/core/provider/index.ts'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { directory } from '../../fixtures/directory.ts'
import { alarmed, sent } from '../../fixtures/life.ts'
import { change, cycleOf, done, listedProvider, wake } from './provider.ts'

const WILLOW = 'web/room/willow'
const withMail = { lastResort: ['mail'], administrators: ['hugo'] }

const late = (slot: string, place = WILLOW): ProviderIntentOf<'noteLate'> => ({
  kind: 'provider',
  type: 'noteLate',
  slot,
  place,
  reason: 'It is down.',
})

/** On enhanced, with the first reminder of its cycle sent. */
function nudged() {
  const life = listedProvider()
  life.ask('2027-05-10T09:00:00Z', change('G2'), withMail)
  const [cycle] = life.record().cycles
  if (!cycle?.nudgeAt) throw new Error('No cycle runs')
  life.ask(cycle.nudgeAt, wake)
  return { life, cycle: cycle.rule, at: cycle.nudgeAt }
}

const mail = (who: string): Place => ({ channel: 'mail', to: { type: 'person', person: who } })

describe('a reminder of a recurring duty that its service has not accepted', () => {
  test('is mailed to whoever owes it, and administrators are told, once', () => {
    const { life, cycle, at } = nudged()
    const slot = `nudge:${cycle}:1`

    const happened = life.ask(at, late(slot))
    const [owes = ''] = cycleOf(life.record(), cycle).nudges.at(-1)?.to ?? []

    expect(sent(happened)).toEqual([`mail/person/${owes} ${slot}`])
    expect(alarmed(happened)).toEqual(['mail/person/hugo: web'])
    expect(life.ask(at, late(slot)).events).toEqual([])
    const byMail = life.says(slot, { type: 'place', place: mail(owes) })
    expect(byMail).toContain('You are told by mail because Web has not accepted the message.')
    expect(byMail).not.toContain('[Record it…]')
    expect(life.says(slot)).toContain('[Record it…]')
  })

  test('shows whoever has the mail nothing else of the provider, and administrators nothing', () => {
    const { life, cycle, at } = nudged()
    const { followUps } = life.ask(at, late(`nudge:${cycle}:1`))
    const [owes = ''] = cycleOf(life.record(), cycle).nudges.at(-1)?.to ?? []
    const seen = (who: string) =>
      maySee({ type: 'place', place: mail(who) }, guardedProvider(life.record()), directory)

    expect([seen(owes), seen('hugo')]).toEqual([true, false])
    for (const slot of ['root', 'notice:1'])
      expect(life.says(slot, { type: 'place', place: mail(owes) })).toBeUndefined()
    expect(JSON.stringify(followUps)).toContain('the reminder of')
    expect(JSON.stringify(followUps)).not.toContain('Willow House')
  })

  test('is nobody’s business any more when it was done meanwhile', () => {
    const { life, cycle, at } = nudged()
    life.ask(at, done(cycle, at))

    expect(life.ask(at, late(`nudge:${cycle}:1`)).events).toEqual([])
  })

  test('is mailed at once where it will never arrive, and why is said once', () => {
    const { life, cycle, at } = nudged()
    const never = { ...late(`nudge:${cycle}:1`), type: 'noteUndelivered' } as const

    const happened = life.ask(at, { ...never, reason: 'The room was archived.' })

    expect(happened.events.map(({ type }) => type)).toEqual(['undelivered', 'notAccepted'])
    expect(sent(happened).filter((one) => one.includes('notice:'))).toHaveLength(1)
    expect(sent(happened).some((one) => one.startsWith('mail/'))).toBe(true)
  })
})
