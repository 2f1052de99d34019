import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
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
    place: mailTo('hugo'),
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
      'While it goes on, you are told of Slack by one message a day.',
    ])
  })

  test('in one message a day, which counts them and lists the latest', () => {
    const life = harbour()
    const all = Array.from({ length: 40 }, (_, n) => plusMinutes(AT, n * 36))
    const slots = all.flatMap((at, n) => sent(life.ask(at, late(n, at))))

    expect(new Set(slots)).toEqual(new Set([`mail/person/hugo ${SLOT}`]))
    expect(life.says(SLOT)).toContain('Slack does not accept reminders: 40 are late')
    expect(life.says(SLOT)).toContain('C-0000-0039: ')
    expect(life.says(SLOT)).toContain('and 20 before these')
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
    const other = life.ask(AT, late(2, AT, { place: mailTo('quinn') }))

    expect(sent(web)).toEqual([`mail/person/hugo alarm:web:${AT}`])
    expect(sent(other)).toEqual([`mail/person/quinn ${SLOT}`])
    expect(life.says(SLOT, { type: 'place', place: mailTo('quinn') })).toContain('C-0000-0002')
    expect(life.says(SLOT, { type: 'place', place: mailTo('quinn') })).not.toContain('C-0000-0001')
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
