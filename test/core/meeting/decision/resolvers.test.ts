import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { organisationOf } from '../../../fixtures/directory.ts'
import { sent } from '../../../fixtures/life.ts'
import { sevenMembers } from '../../../fixtures/seven-members.ts'
import { calledAt, person, wake } from '../meeting.ts'
import { closing, later, now, openVoting, proposal, vote } from './deciding.ts'

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

const newest = (life: Life) => `notice:${life.record().notices.length}`

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
