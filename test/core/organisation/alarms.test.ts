import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import { AlarmNotice } from '../../../src/core/organisation/alarms.ts'
import { guardedOrganisation } from '../../../src/core/organisation/index.ts'
import type { OrganisationIntentOf } from '../../../src/core/organisation/intent.ts'
import type { Organisation } from '../../../src/core/organisation/organisation.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { organisationId, RecordId } from '../../../src/core/record-id.ts'
import { type Instant, plusMinutes } from '../../../src/core/time/instant.ts'
import { directory, listings } from '../../fixtures/directory.ts'
import { lifeOf, sent } from '../../fixtures/life.ts'

const AT = '2027-03-26T20:30:00Z'
const SLOT = `alarm:slack:${AT}`
const mailTo = (who: string): Place => ({ channel: 'mail', to: { type: 'person', person: who } })

function harbour() {
  const [listing] = listings.filter(({ slug }) => slug === 'harbour')
  if (!listing) throw new Error('harbour is not listed')
  const id = organisationId('harbour')
  const life = lifeOf<Organisation>({ kind: 'organisation', status: 'none', id })
  life.ask('2027-03-26T09:00:00Z', { kind: 'organisation', type: 'import', listing })
  return { ...life, listing }
}

/** What the case of that number says of Slack. */
function late(
  n: number,
  at: Instant = AT,
  over: Partial<OrganisationIntentOf<'noteAlarm'>> = {},
): OrganisationIntentOf<'noteAlarm'> {
  const record = RecordId.parse(`case-${String(n).padStart(8, '0')}`)
  return {
    kind: 'organisation',
    type: 'noteAlarm',
    service: 'slack',
    places: [mailTo('hugo')],
    late: { record, about: 'the reminder of D1 StEIS alert', at, refused: false, mailed: 2 },
    ...over,
  }
}

describe('administrators are told of a service that does not accept reminders', () => {
  test('at once, with which records and clocks are late and what to do', () => {
    const life = harbour()

    expect(sent(life.ask(AT, late(1)))).toEqual([`mail/person/hugo ${SLOT}`])
    expect(life.says(SLOT)?.split('\n')).toEqual([
      'Slack does not accept reminders: one is late',
      '- C-0000-0001: the reminder of D1 StEIS alert, not accepted by Fri 26 Mar 2027 20:30 GMT; told by mail: 2 people',
      'Sending to Slack is tried for 24 hours in all. Look whether Slack works and whether Muster may still post there. The clocks run on: if it stays down, see that whoever owes something is phoned.',
      'While it goes on, you are told of Slack by one message a day, and by another when ten times as many are late.',
    ])
  })

  test('and of one room that refuses them by a message of its own, which does not hide that all of Slack is down', () => {
    const life = harbour()
    const refusals = Array.from({ length: 12 }, (_, n) => {
      const at = plusMinutes(AT, n * 30)
      return sent(life.ask(at, late(1, at, { late: { ...late(1, at).late, refused: true } })))
    })
    const down = plusMinutes(AT, 340)

    expect(new Set(refusals.flat())).toEqual(new Set([`mail/person/hugo ${SLOT}:refused`]))
    expect(sent(life.ask(down, late(2, down)))).toEqual([`mail/person/hugo alarm:slack:${down}`])
    expect(life.says(`alarm:slack:${down}`)).toContain(
      'Slack does not accept reminders: one is late',
    )
    const refused = life.says(`${SLOT}:refused`)?.split('\n')
    expect(refused?.[0]).toBe('Slack refuses reminders: 12 will not arrive')
    expect(refused?.slice(-2)).toEqual([
      'What Slack refuses is not tried again. Look whether the place still exists in Slack and whether Muster may still post there. The clocks run on: see that whoever owes something is phoned.',
      'While it goes on, you are told of what Slack refuses by one message a day.',
    ])
  })

  test('in one message a day, and in another whenever ten times as many are late; each counts them and lists the latest', () => {
    const life = harbour()
    const all = Array.from({ length: 140 }, (_, n) => plusMinutes(AT, n * 10))
    const slots = all.flatMap((at, n) => sent(life.ask(at, late(n, at))))

    expect([...new Set(slots)]).toEqual(
      [SLOT, `${SLOT}:10`, `${SLOT}:100`].map((slot) => `mail/person/hugo ${slot}`),
    )
    expect(slots.indexOf(`mail/person/hugo ${SLOT}:10`)).toBe(9)
    expect(slots.indexOf(`mail/person/hugo ${SLOT}:100`)).toBe(99)
    expect(life.says(`${SLOT}:100`)).toContain('Slack does not accept reminders: 140 are late')
    expect(life.says(`${SLOT}:100`)).toContain('C-0000-0139: ')
    expect(life.says(`${SLOT}:100`)).toContain('and 120 before these')
    // A mail that still waits has nothing to say that the newer one does not.
    expect(life.says(SLOT)).toBeUndefined()
    const next = plusMinutes(AT, 24 * 60 + 1)
    expect(sent(life.ask(next, late(41, next)))).toEqual([`mail/person/hugo alarm:slack:${next}`])
    expect(life.says(`alarm:slack:${next}`)).toContain('one is late')
  })

  test('again at once when it fails anew after an hour without a failure', () => {
    const life = harbour()
    life.ask(AT, late(1))
    const [soon, later] = [plusMinutes(AT, 60), plusMinutes(AT, 121)]

    expect(sent(life.ask(soon, late(2, soon)))).toEqual([`mail/person/hugo ${SLOT}`])
    expect(sent(life.ask(later, late(3, later)))).toEqual([`mail/person/hugo alarm:slack:${later}`])
  })

  test('of another service, and in another place, by another message', () => {
    const life = harbour()
    life.ask(AT, late(1))

    const web = life.ask(AT, late(1, AT, { service: 'web' }))
    const other = life.ask(AT, late(2, AT, { places: [mailTo('quinn')] }))

    expect(sent(web)).toEqual([`mail/person/hugo alarm:web:${AT}`])
    expect(sent(other)).toEqual([`mail/person/quinn ${SLOT}`])
    expect(life.says(SLOT, { type: 'place', place: mailTo('quinn') })).toContain('C-0000-0002')
    expect(life.says(SLOT, { type: 'place', place: mailTo('quinn') })).not.toContain('C-0000-0001')
  })

  test('in however many places at once, and each is kept until two days after its latest failure', () => {
    const life = harbour()
    const all = Array.from({ length: 120 }, (_, n) => mailTo(`p${n}`))
    const slots = sent(life.ask(AT, late(1, AT, { places: all })))

    expect(slots).toHaveLength(120)
    const at = (place: Place) => ({ type: 'place', place }) as const
    expect(all.filter((place) => !life.says(SLOT, at(place)))).toEqual([])
    const [second, third] = [plusMinutes(AT, 48 * 60), plusMinutes(AT, 48 * 60 + 1)]
    life.ask(second, late(2, second))
    expect(life.record().alarms).toHaveLength(121)
    life.ask(third, late(3, third))
    expect(life.record().alarms).toHaveLength(1)
  })

  test('in words that were saved before it was told what is refused', () => {
    const life = harbour()
    life.ask(AT, late(1))
    const [{ refused: _, ...before } = {}] = life.record().alarms ?? []

    expect(AlarmNotice.parse(before)).toEqual(life.record().alarms?.[0])
  })

  test('where they read it, and nobody else reads it', () => {
    const life = harbour()
    life.ask(AT, late(1))
    const at = (who: string) => ({ type: 'place', place: mailTo(who) }) as const
    const sees = (who: string) => maySee(at(who), guardedOrganisation(life.record()), directory)

    expect([sees('hugo'), sees('nia')]).toEqual([true, false])
    expect(life.says(SLOT, at('nia'))).toBeUndefined()
    expect(life.says(SLOT, { type: 'actor', actor: { type: 'person', person: 'quinn' } })).toBe(
      undefined,
    )
  })

  test('and what they were told stays when the directory is imported anew, or a mail fails', () => {
    const life = harbour()
    life.ask(AT, late(1))
    const failed = { slot: SLOT, place: 'mail/person/hugo', reason: 'There is no such address.' }

    expect(
      life.ask(AT, { kind: 'organisation', type: 'noteUndelivered', ...failed }).effects,
    ).toEqual([])
    const listing = { ...life.listing, name: 'Harbour Trust' }
    life.ask(AT, { kind: 'organisation', type: 'import', listing })

    expect(life.record().name).toBe('Harbour Trust')
    expect(life.says(SLOT)).toContain('one is late')
  })
})
