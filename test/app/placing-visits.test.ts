import { expect, test } from 'vitest'
import { organisationId, providerId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { hosted } from '../fixtures/hosted.ts'
import { formIn, speaker, wordsOf } from './talk/speaking.ts'

const ASPEN = providerId('aspen')

async function asks(world: TestApp, words: string): Promise<string> {
  return wordsOf(world, await speaker(world, 'carl').command('muster', words))
}

async function begins(world: TestApp, duty: string, from: string) {
  const carl = speaker(world, 'carl')
  const press = { do: 'open', form: 'beginDuty', record: ASPEN, with: { duty } } as const
  const reply = await carl.fill(formIn(await carl.press(press)), { from })
  await world.settle()
  return wordsOf(world, reply)
}

const opened = () => openApp({ startsAt: '2027-03-01T09:00:00Z', listings: hosted })

test('each commissioner who has somebody placed in a unit has a clock of its own (E5)', async () => {
  const world = await opened()
  const open = await asks(world, 'duties aspen')
  expect(open).toContain(
    'E5a Placing commissioner’s visit: child (Fen Integrated Care Board), every',
  )
  expect(open).toContain('[Begin E5a or E5b…]')

  await begins(world, 'E5a.fen-icb', '2027-03-01 09:00')
  await begins(world, 'E5a.march-icb', '2027-02-20 09:00')

  const runs = await asks(world, 'duties aspen')
  expect(runs).toMatch(/E5a Placing commissioner’s visit: child \(Fen .*\): due Mon 12 Apr 2027/)
  expect(runs).toMatch(/E5a Placing commissioner’s visit: child \(March .*\): due Sat 3 Apr 2027/)
  expect(await asks(world, 'mine')).toContain('child (March Integrated Care Board), due Sat 3 Apr')
})

test('a visit of one of them settles its own clock, and no other', async () => {
  const world = await opened()
  await begins(world, 'E5b.fen-icb', '2027-02-01 09:00')
  await begins(world, 'E5b.march-icb', '2027-02-01 09:00')
  const carl = speaker(world, 'carl')
  const cycle = 'E5b.fen-icb'
  const press = { do: 'open', form: 'cycleDone', record: ASPEN, with: { cycle } } as const
  const said = { given: '2027-02-27 10:00', summary: 'Both people were seen.' }
  await carl.fill(formIn(await carl.press(press)), said)
  await world.settle()

  const { cycles, notices } = await world.record('provider', ASPEN)
  const days = cycles.map(({ rule, dueAt }) => [rule, dueAt])
  expect(days).toEqual([
    ['E5b.fen-icb', '2027-04-24T22:59:59Z'],
    ['E5b.march-icb', '2027-03-29T22:59:59Z'],
  ])
  const notice = world.web.says('web/room/aspen', `notice:${notices.length}`)
  expect(notice).toContain('visit: adult (Fen Integrated Care Board) done for Aspen Clinic')
  expect(notice).toContain('Rule E5b ·')
})

test('the host’s commissioner is reminded of each, by name, and one runs on when it is listed no more', async () => {
  const world = await opened()
  await begins(world, 'E5b.fen-icb', '2027-01-04 09:00')
  const fewer = hosted.map((one) =>
    one.slug === 'aspen' ? { ...one, placing: ['march-icb'] } : one,
  )
  const listing = fewer.find(({ slug }) => slug === 'aspen')
  if (!listing) throw new Error('Aspen is not listed')
  const changed = { kind: 'organisation', type: 'import', listing } as const
  await world.ask(changed, organisationId('aspen'))

  await world.moveTo('2027-03-02T09:30:00Z')

  const [nudge] = world.web.standing.filter(({ slot }) => slot === 'nudge:E5b.fen-icb:1')
  expect(nudge?.words).toContain('Carl Nowak')
  expect(nudge?.words).toContain('visit: adult (fen-icb)')
  expect(await asks(world, 'duties aspen')).not.toContain('Fen Integrated Care Board), every')
})

test('where the directory names no placing commissioner there is one clock for the unit', async () => {
  const listings = hosted.map(({ placing: _, ...one }) => one)
  const world = await openApp({ startsAt: '2027-03-01T09:00:00Z', listings })

  expect(await begins(world, 'E5a', '2027-03-01 09:00')).toContain('the first is due')

  expect(await asks(world, 'duties aspen')).toContain(
    'E5a Placing commissioner’s visit: child: due',
  )
})
