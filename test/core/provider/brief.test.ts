import { expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { change, listedProvider } from './provider.ts'

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
