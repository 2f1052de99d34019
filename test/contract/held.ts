import { expect, test } from 'vitest'
import { NoLongerHeld } from '../../src/app/hold.ts'
import { type Open, post, says } from './channel.ts'

const lost = () => {
  throw new NoLongerHeld('Another replica may have taken this over')
}

/** A replica that was frozen on the way sends nothing once it wakes up. */
export function testHeld(trial: Open): void {
  test('what another may have taken over is not sent', async () => {
    const { channel, room, people, seen } = await trial()
    const person = { channel: channel.name, to: { type: 'person', person: people[0] } } as const

    for (const place of [room, person]) {
      const sending = channel.post(place, says('A door was left open.'), post('t-1'), lost)

      await expect(sending).rejects.toThrow(NoLongerHeld)
      expect(await seen(place)).toEqual([])
    }
  })
}
