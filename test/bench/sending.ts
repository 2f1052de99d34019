import { delivery } from '../../src/app/deliver.ts'
import { timed } from './measure.ts'
import { instantService, seeded } from './seeded.ts'
import type { Row } from './table.ts'

const ROOMS = 500

/** What waits in the outbox, written and sent to a service that answers at once. */
export async function sending(
  kind: 'lowdb' | 'postgres',
  smoke: boolean,
  databaseUrl?: string,
): Promise<Row> {
  const count = smoke ? 20 : 10_000
  const wanted = { rooms: ROOMS, unsent: true, ...(databaseUrl ? { databaseUrl } : {}) }
  const { app, close } = await seeded(kind, count, wanted)
  let sent = 0
  const service = instantService(() => `${++sent}.0`)
  try {
    const outbox = delivery({ ...app, channels: new Map([['slack', service]]) })
    const took = await timed(() => outbox.idle())
    if (sent < count) throw new Error(`Only ${sent} of ${count} were sent`)
    return {
      name: `outbox, ${kind}: ${count.toLocaleString('en-GB')} messages (${Math.round((sent / took) * 1000)}/s)`,
      unit: 'ms',
      ours: took,
      floorName: null,
      floor: null,
      // 3,000 a second.
      goal: (count / 3000) * 1000,
    }
  } finally {
    await close()
  }
}
