import { describe, expect, test } from 'vitest'
import type { Slot } from '../../../../src/core/effect.ts'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { namesLeavers } from '../../../../src/core/meeting/leavers.ts'
import { seenBy } from '../../../../src/core/message/viewing.ts'
import { compose } from '../../../../src/core/record.ts'
import { organisationOf } from '../../../fixtures/directory.ts'
import { sent } from '../../../fixtures/life.ts'
import { sevenMembers } from '../../../fixtures/seven-members.ts'
import { calledAt, person, wake } from '../meeting.ts'
import { closing, conflict, later, now, openVoting, proposal, vote } from './deciding.ts'

type Life = ReturnType<typeof openVoting>

const without = (who: string) => ({
  organisations: sevenMembers.map(({ people, ...one }) =>
    organisationOf({ ...one, people: people.filter(({ id }) => id !== who) }),
  ),
})
const byMail = (who: string) => ({
  organisations: sevenMembers.map(({ people, ...one }) =>
    organisationOf({
      ...one,
      people: people.map((each) => (each.id === who ? { ...each, channel: 'mail' } : each)),
    }),
  ),
})
/** Ada has left, and somebody else is accountable officer. */
const withOfficer = (holder: string, left = 'ada') => ({
  organisations: sevenMembers.map(({ people, holdings, ...one }) =>
    organisationOf({
      ...one,
      people: people.filter(({ id }) => id !== left),
      holdings: holdings.map((each) =>
        each.role === 'accountable-officer' ? { ...each, holder } : each,
      ),
    }),
  ),
})
const everybody = { organisations: sevenMembers.map(organisationOf) }

const naming = (who: string, by = 'rhea'): MeetingIntent => ({
  kind: 'meeting',
  type: 'nameResolver',
  by: person(by),
  decision: 1,
  person: who,
})

const own = (who: string, channel = 'web') =>
  ({ type: 'place', place: { channel, to: { type: 'person', person: who } } }) as const

const newest = (life: Life): Slot => `notice:${life.record().notices.length}`

/** What a message offers somebody who reads it in private. */
function offered(life: Life, slot: Slot, who: string): string[] {
  const message = compose(life.record(), slot, { ...life.context(), viewer: own(who) })
  const parts = message ? seenBy(message, who).parts : []
  return parts
    .flatMap((part) => (part.kind === 'buttons' ? part.buttons : []))
    .map(({ label }) => label)
}

function tie(life: Life) {
  life.ask(now, proposal())
  life.ask(now, vote('quinn', 'for'))
  life.ask(now, vote('wanda', 'against'))
  return life.ask(now, closing())
}

describe('whoever is named to resolve a dispute', () => {
  test('reads of it in private also if they were withdrawn from the meeting before', () => {
    const life = openVoting()
    const guest = { kind: 'meeting', by: person('rhea'), person: 'hugo' } as const
    life.ask(calledAt, { ...guest, type: 'bringIn', why: 'He knows ligatures.' })
    life.ask(calledAt, { ...guest, type: 'takeOut', reason: 'His advice is given.' })
    tie(life)

    const happened = life.ask(later, naming('hugo'))

    expect(sent(happened)).toContain(`web/person/hugo ${newest(life)}`)
    const words = life.says(newest(life), own('hugo'))
    expect(words).not.toContain('no longer called')
    expect(words).toContain('Record the outcome…')
  })

  test('reads of it in private also if they were dropped from the directory and are listed again', () => {
    const life = openVoting()
    life.ask(calledAt, wake, { directory: without('lena') })
    tie(life)

    life.ask(later, naming('lena'), { directory: everybody })

    expect(life.says(newest(life), own('lena'))).toContain('Record the outcome…')
  })

  test('is told by mail also if they were withdrawn from the meeting before', () => {
    const life = openVoting({ lastResort: ['mail'], directory: byMail('hugo') })
    const guest = { kind: 'meeting', by: person('rhea'), person: 'hugo' } as const
    life.ask(calledAt, { ...guest, type: 'bringIn', why: 'He knows ligatures.' })
    life.ask(calledAt, { ...guest, type: 'takeOut', reason: 'His advice is given.' })
    tie(life)

    const happened = life.ask(later, naming('hugo'))

    expect(sent(happened)).toContain(`mail/person/hugo ${newest(life)}`)
    expect(life.says(newest(life), own('hugo', 'mail'))).toContain('[Record the outcome…]')
  })
})

describe('whoever was to resolve a dispute', () => {
  test('reads who has it now, once somebody else is named, and has nothing to press any more', () => {
    const life = openVoting()
    tie(life)
    const told = newest(life)
    expect(offered(life, told, 'ada')).toContain('Record the outcome…')

    const happened = life.ask(later, naming('carl'))

    expect(sent(happened)).toContain(`web/person/ada ${told}`)
    expect(life.says(told, own('ada'))).toContain('Carl Nowak has it now.')
    expect(offered(life, told, 'ada')).toEqual([])
    expect(offered(life, newest(life), 'carl')).toEqual(['Record the outcome…'])
    expect(life.says(newest(life), own('carl'))).not.toContain('has it now')
    const next = life.ask(later, naming('mick'))
    expect(sent(next)).toContain(`web/person/ada ${told}`)
    expect(sent(next)).toContain('web/person/carl notice:3')
    expect(life.says(told, own('ada'))).toMatch(/Mick .* has it now\./)
  })

  test('and was reminded of it reads that, too', () => {
    const life = openVoting()
    tie(life)
    life.ask('2027-08-26T08:00:00Z', wake)

    const happened = life.ask('2027-08-26T09:00:00Z', naming('carl'))

    expect(sent(happened)).toContain('web/person/ada nudge:dispute-1:1')
    expect(life.says('nudge:dispute-1:1', own('ada'))).toContain('Carl Nowak has it now.')
  })

  test('and leaves the directory hands it to whoever holds the post of the rules today', () => {
    const life = openVoting()
    tie(life)
    const record = { by: person('rhea'), heldAt: now, form: 'riskSummitRecord', answers: {} }
    life.ask(later, { kind: 'meeting', type: 'record', ...record })
    life.ask(later, { kind: 'meeting', type: 'seal', by: person('rhea') })
    const directory = withOfficer('carl')
    expect(namesLeavers(life.record(), directory)).toBe(true)

    const happened = life.ask('2027-08-16T09:40:00Z', wake, { directory })

    expect(life.record().decisions?.[0]?.dispute?.resolver).toBe('carl')
    expect(sent(happened)).toContain(`web/person/carl ${newest(life)}`)
    expect(life.says(newest(life))).toContain('has somebody to resolve its dispute')
    expect(life.says(newest(life))).toContain('has left the directory. Carl Nowak has it now.')
    expect(namesLeavers(life.record(), directory)).toBe(false)
    const reminded = life.ask('2027-08-26T08:00:00Z', wake)
    expect(sent(reminded)).toContain('web/person/carl nudge:dispute-1:1')
  })

  test('and leaves with nobody of the post to follow has the chair and the convener name somebody at once', () => {
    const life = openVoting()
    tie(life)

    const happened = life.ask(later, wake, { directory: without('ada') })

    expect(life.record().decisions?.[0]?.dispute?.resolver).toBeNull()
    for (const who of ['rhea', 'quinn'])
      expect(sent(happened)).toContain(`web/person/${who} ${newest(life)}`)
    const words = life.says(newest(life))
    expect(words).toContain('decision 1 has nobody to resolve its dispute')
    expect(words).toContain('has left the directory. Nobody has it now.')
    expect(words).toContain('[Name who resolves it…]')
    expect(life.ask(later, wake).events).toEqual([])
    expect(life.ask(later, naming('carl')).refusal).toBeUndefined()
  })

  test('and has a conflict of interest since hands it on at once, and has nothing to press any more', () => {
    const life = openVoting({ directory: withOfficer('carl', 'nobody') })
    tie(life)
    life.ask(later, naming('ada'))
    const told = newest(life)

    const happened = life.ask(later, conflict('ada', 'ada'))

    expect(life.record().decisions?.[0]?.dispute?.resolver).toBe('carl')
    expect(sent(happened)).toContain(`web/person/carl ${newest(life)}`)
    expect(sent(happened)).toContain(`web/person/ada ${told}`)
    expect(life.says(told, own('ada'))).toContain('What is said and decided meanwhile is not shown')
    expect(offered(life, told, 'ada')).toEqual([])
  })

  test('and has one with nobody of the post to follow leaves it to be named', () => {
    const life = openVoting()
    tie(life)

    const happened = life.ask(later, conflict('ada', 'rhea'))

    expect(life.record().decisions?.[0]?.dispute?.resolver).toBeNull()
    expect(sent(happened)).toContain(`web/person/rhea ${newest(life)}`)
    expect(life.says(newest(life))).toContain('[Name who resolves it…]')
    const after = life.ask(later, wake).events ?? []
    expect(after.filter(({ type }) => type === 'resolverNamed')).toEqual([])
  })

  test.each(['open', 'closed'])(
    'of a confidential meeting that is %s, and is taken off its list, hands it to whoever of the post is in it',
    (status) => {
      const life = openVoting({}, { confidential: true })
      tie(life)
      life.ask(later, naming('mick'))
      const record = { by: person('rhea'), heldAt: now, form: 'riskSummitRecord', answers: {} }
      if (status === 'closed') life.ask(later, { kind: 'meeting', type: 'record', ...record })

      const happened = life.ask(later, {
        kind: 'meeting',
        type: 'noteAccess',
        person: 'mick',
        listed: false,
      })

      expect(life.record().decisions?.[0]?.dispute?.resolver).toBe('ada')
      expect(sent(happened)).toContain(`web/person/ada ${newest(life)}`)
      expect(sent(happened)).not.toContain(`web/person/mick ${newest(life)}`)
    },
  )

  test('of a confidential meeting hands it to nobody who was not in it', () => {
    const life = openVoting({}, { confidential: true })
    tie(life)
    life.ask(later, naming('mick'))

    life.ask(later, wake, { directory: withOfficer('carl', 'mick') })

    expect(life.record().decisions?.[0]?.dispute?.resolver).toBeNull()
    expect(life.record().people).not.toContain('carl')
  })
})
