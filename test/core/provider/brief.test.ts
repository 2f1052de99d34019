import { expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { change, filing, listedProvider, numberOf } from './provider.ts'

const meeting = RecordId.parse('meeting-7k2m9q4x')

test('a meeting is told what comes round for its provider and when each is due next', () => {
  const life = listedProvider()
  life.ask('2027-03-01T09:00:00Z', change('G13'))

  const { followUps } = life.ask('2027-03-02T09:00:00Z', {
    kind: 'provider',
    type: 'noteMeeting',
    meeting,
  })

  const running = life.record().cycles.filter(({ state }) => state === 'running')
  expect(running.length).toBeGreaterThan(0)
  const cycles = running.map(({ rule, dueAt }) => ({ rule, dueAt }))
  expect(followUps).toMatchObject([
    { to: meeting, intent: { type: 'noteBrief', brief: { level: 'ENHANCED', cycles } } },
  ])
})

test('what is open on file goes to a meeting once the provider may read it, and no more when it is over', () => {
  const life = listedProvider()
  const at = '2027-03-01T09:00:00Z'
  const rated = { consequence: '4', likelihood: '3', reviewOn: '2027-04-16T22:59:59Z' }
  const told = () => {
    const asked = { kind: 'provider', type: 'noteMeeting', meeting } as const
    const [followUp] = life.ask(at, asked).followUps
    return followUp?.intent.type === 'noteBrief' ? followUp.intent.brief.matters : undefined
  }
  life.ask(at, filing('quinn', 'risk.opened', null, { risk: 'Ligature points', ...rated }))
  expect(told()).toEqual([])

  life.ask(at, filing('quinn', 'risk.fedBack', 1, { feedback: 'Replace them.' }))
  expect(told()).toMatchObject([
    {
      rule: 'risk',
      n: numberOf(life),
      name: 'Ligature points',
      step: 'risk.fedBack',
      ratings: [{ total: 12 }],
    },
  ])

  life.ask(at, filing('quinn', 'risk.closed', 1, { reason: 'Replaced.' }))
  expect(told()).toEqual([])
})
