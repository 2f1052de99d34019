import { expect, test } from 'vitest'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, person } from '../../fixtures/cases.ts'
import { raisedIncident, speaker, wordsOf } from './speaking.ts'

const SLOT = 'prompt:seat-wanda'

async function called(world: TestApp) {
  const { id } = await raisedIncident(world)
  await world.ask({ ...convening(), seats: ['provider-chief-executive', 'cqc-inspector'] }, id)
  const [found] = (await world.record('case', id)).meetings
  if (!found) throw new Error('No meeting was called')
  const open = (who: string, slot: typeof SLOT | 'root' = SLOT, channel = 'web') =>
    world.conversation.opened({ actor: person(who), channel, key: 'any' }, found.meeting, slot)
  const openings = async () => (await world.record('meeting', found.meeting)).opened ?? []
  return { id, meeting: found.meeting, open, openings }
}

test('that somebody opened their own call is kept once for each service, and nothing else that anybody opens', async () => {
  const world = await openApp()
  const { id, open, openings } = await called(world)

  await open('mara')
  await open('wanda', 'root')
  await world.conversation.opened({ actor: person('wanda'), channel: 'web', key: 'k' }, id, 'root')
  expect(await openings()).toEqual([])

  await open('wanda')
  await open('wanda')
  await open('wanda', SLOT, 'slack')

  const opening = { at: '2027-03-26T20:20:00Z', person: 'wanda', slot: SLOT }
  expect(await openings()).toEqual([
    { ...opening, channel: 'web' },
    { ...opening, channel: 'slack' },
  ])
})

test('nothing is kept any more once the meeting is over', async () => {
  const world = await openApp()
  const { meeting, open, openings } = await called(world)
  const record = { form: 'riskSummitRecord', answers: {}, heldAt: world.app.now() } as const
  await world.ask({ kind: 'meeting', type: 'record', by: person('quinn'), ...record }, meeting)

  await open('wanda')

  expect(await openings()).toEqual([])
})

test('the proof shows it where a service says it, and names those that do not', async () => {
  const world = await openApp()
  const web = world.app.channels.get('web')
  if (!web) throw new Error('There is no web')
  world.app.channels.set('web', { ...web, tells: 'opened' })
  const { meeting, open } = await called(world)
  const status = async () => {
    const quinn = speaker(world, 'quinn')
    return wordsOf(world, await quinn.command('muster', `status ${referenceOf(meeting)}`))
  }
  const at = 'Fri 26 Mar 2027 20:20 GMT'
  expect(await status()).toContain(
    `- Wanda Mensah: told ${at} on Web, accepted ${at}, not opened yet; no answer`,
  )
  expect(await status()).toContain(
    `- Cleo Marchetti: told ${at} on Slack, accepted ${at}; no answer`,
  )

  await open('wanda')

  expect(await status()).toContain(`on Web, accepted ${at}, opened ${at}; no answer`)
  expect(await status()).toContain('Whether it was opened is not known on Slack.')
})

test('a failure to keep it is logged, and stops nobody from reading', async () => {
  const world = await openApp()
  const { open } = await called(world)
  world.store.save = async () => {
    throw new Error('The disk is full')
  }

  await expect(open('wanda')).resolves.toBeUndefined()
  expect(world.complaints.join()).toContain('could not be written down')
})
