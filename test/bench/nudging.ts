import { engine } from '../../src/app/engine.ts'
import { plusMinutes } from '../../src/core/time/instant.ts'
import { timed } from './measure.ts'
import { instantService, seeded } from './seeded.ts'
import type { Row } from './table.ts'

const ROOMS = 500

/** Cases whose next nudges fall due in the same minute, all handed over to a service that answers at once. */
export async function nudging(smoke: boolean): Promise<Row[]> {
  const count = smoke ? 20 : 5000
  const { app, cases, close } = await seeded('lowdb', count, { rooms: ROOMS, wakeIn: 31 })
  let sent = 0
  let nudges = 0
  const service = instantService((slot) => {
    if (/^nudge:.*:2$/.test(slot)) nudges += 1
    return `${++sent}.0`
  })
  try {
    // Half an hour on, neither the clock's reminder nor the triage question has been answered.
    const later = plusMinutes(app.now(), 32)
    const moved = { ...app, now: () => later, channels: new Map([['slack', service]]) }
    const works = engine(moved)
    const took = await timed(async () => {
      await works.sweep()
      await works.settled()
    })
    const waiting = (await app.store.counts()).waiting
    if (waiting > 0 || nudges < 2 * cases.length)
      throw new Error(`${nudges} nudges were handed over, ${waiting} messages wait`)
    return [
      {
        name: `${nudges} nudges due at once, embedded (${sent} messages)`,
        unit: 'ms',
        ours: took,
        floorName: null,
        floor: null,
        goal: 10_000,
      },
    ]
  } finally {
    await close()
  }
}
