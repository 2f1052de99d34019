import { handle } from '../../src/app/handle.ts'
import { median, timed } from './measure.ts'
import { IVAN, type Seeded, seeded } from './seeded.ts'
import type { Row } from './table.ts'

/** One change, durable, in a small store and in a large one, turn by turn. */
export async function changing(smoke: boolean): Promise<Row[]> {
  const [few, many] = smoke ? [5, 50] : [100, 10_000]
  const rounds = smoke ? 5 : 600
  const small = await seeded('lowdb', few)
  const large = await seeded('lowdb', many)
  const times = { small: [] as number[], large: [] as number[] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      times.small.push(await change(small, round))
      times.large.push(await change(large, round))
    }
  } finally {
    await small.close()
    await large.close()
  }
  return [
    {
      name: `one durable change, ${many.toLocaleString('en-GB')} records`,
      unit: 'ms',
      ours: median(times.large),
      floorName: `${few} records`,
      floor: median(times.small),
      goal: 1.2,
    },
  ]
}

function change({ app, cases }: Seeded, round: number): Promise<number> {
  // Records that lie far apart, so that none is at hand because of the one before.
  const to = cases[(round * 7919) % cases.length]
  if (!to) throw new Error('There are no cases')
  const intent = { kind: 'case', type: 'note', by: IVAN, text: `Note ${round}` } as const
  return timed(async () => {
    const answer = await handle(app, { key: `note-${round}`, to, intent })
    if (!answer.ok) throw new Error(answer.refusal.message)
  })
}
