import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/core/case/case.ts'
import { composeCase } from '../../../src/core/case/compose.ts'
import type { Viewer } from '../../../src/core/people/viewer.ts'
import { contextAt } from '../../fixtures/context.ts'
import {
  answer,
  closing,
  concern,
  convene,
  evidence,
  have,
  incident,
  meetingId,
  openCase,
  panel,
  person,
  snooze,
  stranger,
  triage,
} from './cases.ts'
import { wordingFaults } from './wording.ts'

/** Every slot that a case has anything to say in. */
function slotsOf(kase: Case): string[] {
  return [
    'root',
    'receipt',
    ...kase.prompts.flatMap(({ id, asked }) => [
      `prompt:${id}`,
      ...asked.slice(1).map((_, n) => `nudge:prompt.${id}:${n + 2}`),
    ]),
    ...kase.clocks.flatMap(({ rule, nudges }) => nudges.map(({ n }) => `nudge:${rule}:${n}`)),
    ...kase.notices.map(({ n }) => `notice:${n}`),
    ...kase.told.map(({ n }) => `outcome:${n}`),
  ]
}

/** The faults in every message of a case, for a room, an administrator and each kind of person. */
function faultsIn(kase: Case, now: string): string[] {
  const { policy, directory } = contextAt(now)
  const viewers: Viewer[] = [
    { type: 'operator' },
    ...kase.places.map((place): Viewer => ({ type: 'place', place })),
    ...['quinn', 'nia', 'mara'].map((id): Viewer => ({ type: 'actor', actor: person(id) })),
  ]
  return slotsOf(kase).flatMap((slot) =>
    viewers.flatMap((viewer) => {
      const message = composeCase(kase, slot, { policy, directory, viewer, now })
      return message
        ? wordingFaults(message).map((fault) => `${slot}: ${fault}`)
        : [`${slot}: missing`]
    }),
  )
}

const LONG_AGO = { occurredAt: '2027-03-15T10:00:00Z', identifiedAt: '2027-03-26T20:00:00Z' }

/** An incident to which almost everything has happened that can. */
function richIncident() {
  const life = openCase(
    incident({
      ...LONG_AGO,
      danger: true,
      how: 'inConfidence',
      safeguarding: 'notSure',
      answers: { type: 'selfHarm', neverEvent: 'notSure', detained: 'yes', under18: 'no' },
    }),
  )
  const quick = '2027-03-26T20:30:00Z'
  life.ask(quick, answer('quinn', 'lateReason-D3', 'reason', { reason: 'Found in a review.' }))
  life.ask(quick, snooze('ivan', 'D1', 120, 'the ward is being made safe.'))
  life.through('2027-03-26T23:00:00Z')
  life.ask('2027-03-26T23:01:00Z', have('ines', 'D1'))
  life.ask('2027-03-26T23:02:00Z', triage({ consequence: 5, likelihood: 4 }))
  life.ask('2027-03-26T23:03:00Z', answer('dora', 'level', 'routine', { reason: 'Known already' }))
  life.ask('2027-03-26T23:04:00Z', convene({ meeting: 'M1', urgent: true }))
  const called = { meeting: meetingId, rule: 'M1', label: 'Risk summit' }
  life.ask('2027-03-26T23:04:01Z', { kind: 'case', type: 'noteMeeting', ...called })
  life.ask('2027-03-27T00:30:00Z', {
    kind: 'case',
    type: 'note',
    by: person('nia'),
    text: 'Off sick.',
  })
  life.ask('2027-03-27T01:00:00Z', evidence('D1', null, { by: person('ines'), reference: 'S 1' }))
  life.ask('2027-03-27T01:05:00Z', answer('ines', 'notified-D1', 'now'))
  life.through('2027-03-30T12:00:00Z')
  const report = { type: 'selfHarm', summary: 'Two observations were missed.' }
  life.ask(
    '2027-03-30T12:00:00Z',
    evidence('D3', '2027-03-30T11:00:00Z', { form: 'report72', answers: report }),
  )
  life.ask(
    '2027-03-30T12:10:00Z',
    evidence('D2', '2027-03-30T11:30:00Z', { form: 'sitrep', answers: { issues: 'Staffing' } }),
  )
  const held = { meeting: meetingId, by: person('quinn'), heldAt: '2027-03-30T10:00:00Z' }
  life.ask('2027-03-30T12:20:00Z', {
    kind: 'case',
    type: 'noteMeetingClosed',
    ...held,
    meets: null,
  })
  life.ask('2027-03-30T12:30:00Z', {
    kind: 'case',
    type: 'noteUndelivered',
    slot: 'root',
    place: 'slack/room/C0WILLOW',
    reason: 'The room is gone.',
  })
  life.ask('2027-03-30T12:40:00Z', {
    kind: 'case',
    type: 'noteDropped',
    slot: 'root',
    place: 'slack/room/C0WILLOW',
    reason: 'The room was closed.',
  })
  return life
}

describe('every message of a case', () => {
  const at = '2027-03-30T14:00:00Z'

  test('of an incident to which almost everything has happened is fit to be read', () => {
    const life = richIncident()

    expect(slotsOf(life.record()).length).toBeGreaterThan(30)
    expect(faultsIn(life.record(), at)).toEqual([])
  })

  test('is fit to be read after the incident was closed', () => {
    const life = richIncident()
    life.ask(at, panel({ answers: { steisAt: '2027-03-30T13:30:00Z', learning: 'Handovers.' } }))

    expect(life.record().status).toBe('closed')
    expect(faultsIn(life.record(), at)).toEqual([])
  })

  test('is fit to be read when it has only just begun, is a concern, or was raised by a stranger', () => {
    const lives = [
      openCase(),
      openCase(incident({ provider: 'fern', where: null, done: null, safeguarding: '' })),
      openCase(incident({ provider: 'aspen', by: stranger, via: 'slack' })),
      openCase(incident({ provider: null, danger: true })),
      openCase(concern({ provider: null, by: stranger, via: 'slack', how: 'inConfidence' })),
    ]

    for (const life of lives) {
      life.through('2027-04-07T12:00:00Z')
      expect(faultsIn(life.record(), '2027-04-07T12:00:00Z')).toEqual([])
    }
  })

  test('is fit to be read when the bank holidays of the year are not published yet', () => {
    const life = openCase(
      incident({ occurredAt: '2031-03-26T20:15:00Z', identifiedAt: '2031-03-26T20:15:00Z' }),
      '2031-03-26T20:20:00Z',
    )

    expect(life.says('root')).toContain(
      'Provisional: the bank holidays of that year are not published yet.',
    )
    expect(faultsIn(life.record(), '2031-03-26T20:20:00Z')).toEqual([])
  })

  test('says of a year before the list of these rules where that list begins', () => {
    const life = openCase(
      incident({ occurredAt: '2021-03-26T20:15:00Z', identifiedAt: '2021-03-26T20:15:00Z' }),
      '2026-03-26T20:20:00Z',
    )

    const root = life.says('root')
    expect(root).toContain('Provisional: these rules list bank holidays from 2026 on.')
    expect(root).not.toMatch(/not published yet|not listed yet/)
  })

  test('says in each clock’s message who owes it to whom, by when and under which rule', () => {
    const says = openCase().says('nudge:D1:1') ?? ''

    expect(says.split('\n')).toEqual([
      'D1 StEIS alert: the clock has started',
      'Ivan Petrov: StEIS alert is owed to Quality Manager, NHSE South East quality team, due Sun 28 Mar 2027 21:15 BST.',
      expect.stringContaining('48 hours from Fri 26 Mar 20:15 GMT, every hour counts'),
      expect.stringContaining('Rule D1 · N&Q 2021, Lead Provider duty 4 · policy'),
      '[I have it] [It is done…] [Snooze…]',
    ])
  })

  test('has nothing to say in a slot that the case does not have', () => {
    const life = openCase()
    const slots = ['notice:1', 'prompt:level', 'nudge:D1:9', 'nudge:D9:1', 'outcome:1', 'roll']

    expect(slots.map((slot) => life.says(slot))).toEqual(slots.map(() => undefined))
  })

  test('of a closed concern has the outcome and no buttons', () => {
    const life = openCase(concern())
    life.ask(at, triage())
    life.ask(at, closing)

    expect(faultsIn(life.record(), at)).toEqual([])
    expect(
      slotsOf(life.record()).flatMap((slot) => life.says(slot)?.match(/\[.*\]/) ?? []),
    ).toEqual([])
  })
})
