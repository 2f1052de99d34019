import { expect, onTestFinished, test } from 'vitest'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import { listings } from '../fixtures/directory.ts'
import type { ChannelHarness, ChannelTrial } from './channel.ts'

/** Longer than any service wants to rest between two messages. */
const REST_SECONDS = 60

/** One case with a room on each of two services, both as they are in life. */
export function testMirrored(harnesses: Readonly<Record<string, ChannelHarness>>): void {
  const [one = '', other = ''] = Object.keys(harnesses)

  test(`a case on ${one} and ${other} is shown, asked and answered on both`, async () => {
    const trials = await Promise.all(Object.values(harnesses).map((harness) => harness.open()))
    for (const trial of trials) onTestFinished(() => trial.close())
    const world = await openApp({ channels: [one, other], listings: withRooms(trials) })
    for (const { channel } of trials) world.app.channels.set(channel.name, channel)

    const raised = await world.ask(incident({ what: 'A door that does not lock.' }))
    if (!raised.ok) throw new Error(raised.refusal.message)
    await rested(world)
    for (const trial of trials) {
      expect(await wordsIn(trial)).toContain('A door that does not lock.')
      expect(await wordsIn(trial)).toMatch(/triage/i)
    }

    const heard = { actor: person('ivan'), channel: other, key: 'pressed' }
    await world.conversation.press(heard, { do: 'have', record: raised.id, clock: 'D1' })
    await rested(world)
    for (const trial of trials) expect(await wordsIn(trial)).toMatch(/ has it\b/)
  })
}

/** The made-up collaborative, where Willow House has these rooms. */
function withRooms(trials: readonly ChannelTrial[]) {
  const rooms = trials.flatMap(({ channel, room: { to } }) =>
    to.type === 'room' ? [{ channel: channel.name, room: to.room, use: 'cases' as const }] : [],
  )
  return listings.map((one) => (one.slug === 'willow' ? { ...one, rooms } : one))
}

async function rested(world: TestApp): Promise<void> {
  for (let rests = 0; rests < 3; rests += 1) await world.pass(REST_SECONDS)
}

async function wordsIn({ seen, room }: ChannelTrial): Promise<string> {
  return (await seen(room)).map(({ text }) => text).join('\n')
}
