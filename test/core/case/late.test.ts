import { describe, expect, test } from 'vitest'
import { composeCase } from '../../../src/core/case/compose.ts'
import { guardedCase } from '../../../src/core/case/index.ts'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import type { Place } from '../../../src/core/effect.ts'
import { countsAsLate } from '../../../src/core/late.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { alarmed, sent } from '../../fixtures/life.ts'
import { caseId, evidence, have, incident, openCase, panel, person, snooze } from './cases.ts'
import { wordingFaults } from './wording.ts'

const SLACK = 'slack/room/C0WILLOW'
const LATER = '2027-03-26T20:30:00Z'
const withMail = { lastResort: ['mail'], administrators: ['hugo'] }

type Life = ReturnType<typeof openCase>

const late = (slot: string, place = SLACK): CaseIntentOf<'noteLate'> => ({
  kind: 'case',
  type: 'noteLate',
  slot,
  place,
  reason: 'Slack is down.',
})

const never = (slot: string, place = SLACK): CaseIntentOf<'noteUndelivered'> => ({
  ...late(slot, place),
  type: 'noteUndelivered',
  reason: 'The room was archived.',
})

const mailTo = (who: string): Place => ({ channel: 'mail', to: { type: 'person', person: who } })

function outside(happened: ReturnType<Life['ask']>): string[] {
  return sent(happened).filter((one) => !one.includes('/room/'))
}

/** What somebody reads at a place of their own. */
function reads(life: Life, place: Place, slot: string): string | undefined {
  const message = composeCase(life.record(), slot, {
    ...contextAt(LATER),
    viewer: { type: 'place', place },
  })
  return message && plainMessage(message, directory)
}

test('nudges and questions count as late, all else waits', () => {
  const slots = ['root', 'roll', 'receipt', 'notice:1', 'outcome:1', 'alarm:slack:1']

  expect(['nudge:D1:1', 'nudge:prompt.triage:2', 'prompt:triage'].every(countsAsLate)).toBe(true)
  expect(slots.some(countsAsLate)).toBe(false)
})

describe('a nudge that Slack has not accepted in time', () => {
  test('goes to the next rung at once, to both by mail, and to the administrators on what works', () => {
    const life = openCase(incident(), undefined, withMail)

    const happened = life.ask(LATER, late('nudge:D1:1'))

    expect(life.nudges('D1').at(-1)).toBe(
      'Fri 26 Mar 2027 20:30 GMT Slack has not accepted the reminder before this one: ivan ines',
    )
    expect(sent(happened)).toContain('web/room/willow nudge:D1:2')
    expect(outside(happened)).toEqual([
      'mail/person/ivan nudge:D1:2',
      'mail/person/ines nudge:D1:2',
    ])
    expect(alarmed(happened)).toEqual(['web/person/hugo: slack', 'mail/person/hugo: slack'])
    expect(happened.effects).toContainEqual(
      expect.objectContaining({ slot: 'nudge:D1:2', urgent: true }),
    )
    expect(life.clock('D1').climbAt).toBe('2027-03-26T21:00:00Z')
  })

  test('stands on the case and in its thread, where Slack is not asked for it again', () => {
    const life = openCase(incident(), undefined, withMail)
    const happened = life.ask(LATER, late('nudge:D1:1'))
    const notice = `notice:${life.record().notices.length}`

    expect(sent(happened)).toContain(`web/room/willow ${notice}`)
    expect(sent(happened)).not.toContain(`${SLACK} ${notice}`)
    expect(life.says(notice)).toBe(
      [
        'Slack did not accept the reminder of D1 StEIS alert',
        'Slack had not accepted it by Fri 26 Mar 2027 20:30 GMT, 10 minutes or more after it was due. Sending is tried for 24 hours in all.',
        'Told by mail: Ivan Petrov, Ines Carvalho.',
        'Rule late reminders · Muster, prompts · Muster’s choice, adjustable',
      ].join('\n'),
    )
    expect(life.says('root')).toContain(
      'Slack had not accepted the reminder of D1 StEIS alert by Fri 26 Mar 2027 20:30 GMT',
    )
  })

  test('on a second service is told with who was mailed before', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))
    life.ask(LATER, late('nudge:D1:1', 'web/room/willow'))
    const notice = `notice:${life.record().notices.length}`

    expect(life.says(notice)).toContain('Web did not accept the reminder of D1 StEIS alert')
    expect(life.says(notice)).toContain('Told by mail: Ivan Petrov, Ines Carvalho.')
  })

  test('leaves the case when somebody has taken the clock', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))
    life.ask('2027-03-26T20:31:00Z', have('ines', 'D1'))

    expect(life.says('root')).not.toContain('had not accepted')
  })

  test('by mail says of which case it is, what is owed by when, and where to answer', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))

    expect(reads(life, mailTo('ines'), 'nudge:D1:2')?.split('\n')).toEqual([
      'C-7K2M-9Q4X: D1 StEIS alert, due Sun 28 Mar 2027 21:15 BST',
      expect.stringMatching(
        /^Ivan Petrov, Ines Carvalho: StEIS alert is owed to Quality Manager, NHSE South East quality team, due Sun 28 Mar 2027 21:15 BST\. Counted: 48 hours from .*\.$/,
      ),
      'You are told by mail because Slack has not accepted the message. Answer there as soon as it works again; replies to this mail are not read. If it cannot wait, phone.',
      expect.stringMatching(/^Rule D1 · /),
    ])
  })

  test('tells administrators the reference, the clock and the service, and nothing of the case', () => {
    const life = openCase(incident(), undefined, withMail)
    const { followUps } = life.ask(LATER, late('nudge:D1:1'))

    // One for an organisation, in however many places: each is a change of its record.
    expect(followUps.filter(({ to }) => to === 'organisation-harbour')).toHaveLength(1)
    expect(followUps.at(-1)).toEqual({
      to: 'organisation-harbour',
      intent: {
        kind: 'organisation',
        type: 'noteAlarm',
        service: 'slack',
        places: [{ channel: 'web', to: { type: 'person', person: 'hugo' } }, mailTo('hugo')],
        late: {
          record: caseId,
          about: 'the reminder of D1 StEIS alert',
          at: LATER,
          refused: false,
          mailed: 2,
        },
      },
    })
  })

  test('is told once: again, at another place, or the nudge that stands in for it adds no mail and no rung', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))

    expect(life.ask(LATER, late('nudge:D1:1')).events).toEqual([])
    expect(life.ask('2027-03-26T20:40:00Z', late('nudge:D1:2')).events).toEqual([])
    expect(life.ask('2027-03-26T20:40:00Z', late('nudge:D1:2', 'mail/person/ines')).events).toEqual(
      [],
    )
    const elsewhere = life.ask(LATER, late('nudge:D1:1', 'web/room/willow'))
    expect(outside(elsewhere)).toEqual([])
    expect(alarmed(elsewhere)).toEqual(['slack/person/hugo: web', 'mail/person/hugo: web'])
    expect(life.nudges('D1')).toHaveLength(2)
  })

  test('goes on to one more person where somebody has it and was not reached', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))
    life.through('2027-03-27T20:15:00Z')

    const happened = life.ask('2027-03-27T20:25:00Z', late('nudge:D1:2'))

    expect(life.nudges('D1').at(-1)).toContain('before this one: ivan ines')
    expect(outside(happened).slice(0, 2)).toEqual([
      'mail/person/ivan nudge:D1:3',
      'mail/person/ines nudge:D1:3',
    ])
    expect(life.says('nudge:D1:3')).toContain(
      'D1 StEIS alert: Slack has not accepted the reminder before this one',
    )
    expect(life.clock('D1')).toMatchObject({ haver: 'ivan', climbAt: null })
  })

  test('at the end of the climb is mailed to those whom it was for', () => {
    const life = openCase(incident(), undefined, withMail)
    life.through('2027-03-26T22:20:00Z')

    const happened = life.ask('2027-03-26T22:30:00Z', late('nudge:D1:5'))

    expect(outside(happened)).toEqual(
      ['ivan', 'ines', 'otto', 'quinn', 'omar'].map((who) => `mail/person/${who} nudge:D1:5`),
    )
    expect(alarmed(happened)).toHaveLength(2)
    expect(life.nudges('D1')).toHaveLength(5)
  })

  test.each<[string, (life: Life) => void]>([
    ['taken', (life) => life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))],
    ['snoozed', (life) => life.ask('2027-03-26T20:25:00Z', snooze('ivan', 'D1', 120))],
    [
      'met',
      (life) => {
        const told = evidence('D1', '2027-03-26T20:24:00Z', { by: person('ivan'), reference: '1' })
        life.ask('2027-03-26T20:25:00Z', told)
      },
    ],
    ['followed by a newer one', (life) => life.through('2027-03-26T20:50:00Z')],
  ])('nudges nobody when it is %s by then', (_what, meanwhile) => {
    const life = openCase(incident(), undefined, withMail)
    meanwhile(life)

    expect(life.ask('2027-03-26T20:51:00Z', late('nudge:D1:1')).events).toEqual([])
  })

  test('without mail and without administrators goes to the next rung all the same, and says so', () => {
    const life = openCase()

    const happened = life.ask(LATER, late('nudge:D1:1'))

    expect(outside(happened)).toEqual([])
    expect(life.clock('D1').reached).toEqual(['ivan', 'ines'])
    expect(life.says('root')).toContain('Nobody could be told by mail.')
  })
})

describe('a question that Slack has not accepted in time', () => {
  test('is asked of the next person at once, and of both by mail', () => {
    const life = openCase(incident(), undefined, withMail)

    const happened = life.ask(LATER, late('prompt:triage'))

    expect(life.prompt('triage').asked).toEqual(['quinn', 'dora'])
    expect(sent(happened)).toContain('web/room/willow nudge:prompt.triage:2')
    expect(outside(happened).slice(0, 2)).toEqual([
      'mail/person/quinn nudge:prompt.triage:2',
      'mail/person/dora nudge:prompt.triage:2',
    ])
    expect(life.says('nudge:prompt.triage:2')).toContain(
      'Dora Novak, you are asked next: Slack has not accepted the question before this one.',
    )
    expect(reads(life, mailTo('dora'), 'nudge:prompt.triage:2')?.split('\n').slice(0, 3)).toEqual([
      'C-7K2M-9Q4X: a question waits for your answer',
      'Quinn Adeyemi, Dora Novak: this waits for an answer.',
      'Please triage this case',
    ])
    expect(life.record().late.at(-1)?.alarm?.about).toBe(
      'the question to the quality lead, Harbour NHS Foundation Trust',
    )
  })

  test('asked again goes on from there; what stands in for one that was late does not', () => {
    const life = openCase(incident(), undefined, withMail)
    life.through('2027-03-26T20:50:00Z')

    life.ask('2027-03-26T21:00:00Z', late('nudge:prompt.triage:2'))
    const again = life.ask('2027-03-26T21:10:00Z', late('nudge:prompt.triage:3'))

    expect(life.prompt('triage').asked).toEqual(['quinn', 'dora', 'omar'])
    expect(again.events).toEqual([])
  })

  test('asks nobody when the case is closed or the question is not known', () => {
    const life = openCase()
    expect(life.ask(LATER, late('prompt:weather')).events).toEqual([])
    expect(life.ask(LATER, panel({ heldAt: LATER })).refusal).toBeUndefined()

    expect(life.ask(LATER, late('prompt:triage')).events).toEqual([])
  })
})

describe('a nudge that will never arrive', () => {
  test('does the same at once, and says why', () => {
    const life = openCase(incident(), undefined, withMail)

    const happened = life.ask('2027-03-26T20:20:05Z', never('nudge:D1:1'))

    expect(life.clock('D1').reached).toEqual(['ivan', 'ines'])
    expect(outside(happened)).toHaveLength(2)
    expect(alarmed(happened)).toHaveLength(2)
    expect(life.says(`notice:${life.record().notices.length}`)).toContain(
      'Slack did not take it: The room was archived.',
    )
  })

  test('after it was late is only told', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))

    const happened = life.ask('2027-03-27T20:20:00Z', never('nudge:D1:1'))

    expect(happened.events.map(({ type }) => type)).toEqual(['undelivered'])
    expect(outside(happened)).toEqual([])
  })

  test('a mail that fails leads to no other', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))

    const mail = life.ask(LATER, never('nudge:D1:2', 'mail/person/ines'))

    expect(mail.events.map(({ type }) => type)).toEqual(['undelivered'])
    expect(outside(mail)).toEqual([])
  })
})

describe('who is told outside the case’s own places', () => {
  test('sees that one message and nothing else of it', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))
    const kase = life.record()

    expect(maySee({ type: 'place', place: mailTo('ines') }, guardedCase(kase), directory)).toBe(
      true,
    )
    for (const slot of ['root', 'nudge:D1:1', 'prompt:triage', 'notice:1'])
      expect(reads(life, mailTo('ines'), slot)).toBeUndefined()
    for (const who of ['nia', 'hugo']) {
      const stranger = { type: 'place', place: mailTo(who) } as const
      expect(maySee(stranger, guardedCase(kase), directory)).toBe(false)
    }
  })

  test('gets no mail when it is met before it is written', () => {
    const life = openCase(incident(), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))
    const told = evidence('D1', LATER, { by: person('ivan'), reference: '2027/1' })
    life.ask('2027-03-26T20:31:00Z', told)

    expect(reads(life, mailTo('ines'), 'nudge:D1:2')).toBeUndefined()
  })

  test('reads no broken words', () => {
    const life = openCase(incident({ danger: true }), undefined, withMail)
    life.ask(LATER, late('nudge:D1:1'))
    life.ask(LATER, never('prompt:urgent'))
    const kase = life.record()
    const slots = ['root', ...kase.notices.map(({ n }) => `notice:${n}`)]
    const told = kase.late.flatMap((one) => one.told)

    const faults = [
      ...slots.flatMap((slot) => kase.places.map((place) => ({ place, slot }))),
      ...told,
    ].flatMap(({ place, slot }) => {
      const viewer = { type: 'place', place } as const
      const message = composeCase(kase, slot, { ...contextAt(LATER), viewer })
      return message ? wordingFaults(message) : [`${slot}: missing`]
    })

    expect(told.length).toBeGreaterThan(2)
    expect(faults).toEqual([])
  })
})
