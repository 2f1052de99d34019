import { tick } from '../../src/app/tick.ts'
import { median, repeated } from './measure.ts'
import { seeded } from './seeded.ts'
import type { Row } from './table.ts'

/** A sweep that finds nothing due. The index that it asks is the same in every embedded store. */
export async function sweeping(smoke: boolean): Promise<Row[]> {
  const count = smoke ? 1000 : 1_000_000
  const { app, close } = await seeded('memory', count)
  try {
    await repeated(100, () => tick(app))
    const times = await repeated(smoke ? 10 : 2000, () => tick(app))
    return [
      {
        name: `sweep, ${count.toLocaleString('en-GB')} open deadlines, none due`,
        unit: 'ms',
        ours: median(times),
        floorName: null,
        floor: null,
        goal: 5,
      },
    ]
  } finally {
    await close()
  }
}
