import { expect, test } from 'vitest'
import { providerId, type RecordId } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'
import { speaker, wordsOf } from './talk/speaking.ts'

const HARBOUR = providerId('harbour')
const kind = 'provider' as const
const by = person('mara')

test('a review meeting about the Lead Provider settles its duty, and says when the next is due', async () => {
  const world = await openApp()
  const must = async (intent: Parameters<typeof world.ask>[0], to: RecordId) => {
    const answer = await world.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
  }
  const told = async (words: string) =>
    wordsOf(world, await speaker(world, 'mara').command('muster', words))
  await told('duties harbour')
  const startAt = '2027-03-01T10:00:00Z'
  await must({ kind, type: 'beginDuty', by, cycle: 'D13', startAt, amount: null }, HARBOUR)
  const wanted = { via: 'web', meeting: 'M5a', seats: null, startsAt: null, urgent: false } as const
  await must({ kind, type: 'convene', by, ...wanted, why: 'The monthly one.' }, HARBOUR)
  const [found] = (await world.record('provider', HARBOUR)).meetings ?? []
  if (!found) throw new Error('No meeting was called')

  const heldAt = world.app.now()
  const answers = { discussed: 'All of it.' }
  const form = 'qualityReviewWithRegionRecord'
  await must({ kind: 'meeting', type: 'record', by, heldAt, form, answers }, found.meeting)
  await world.settle()

  const { cycles } = await world.record('provider', HARBOUR)
  expect(cycles.find(({ rule }) => rule === 'D13')).toMatchObject({
    lastDoneAt: heldAt,
    through: { meeting: found.meeting },
  })
  const status = await told(`status ${found.meeting.replace('meeting-', 'M-')}`)
  expect(status).toContain(
    'The next CQRM with the Lead Provider (D13) is due Mon 26 Apr 2027 23:59 BST',
  )
})
