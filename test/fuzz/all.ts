import { controlling } from './control.ts'
import { talking } from './conversation.ts'
import { type Doors, openDoors } from './doors.ts'
import { files } from './files.ts'
import { shown } from './shown.ts'
import { texts } from './texts.ts'
import type { Named, Tried } from './trial.ts'

/** Every way in, with so many inputs over all of them together. */
export async function tryAll(inputs: number, seed: number): Promise<readonly Tried[]> {
  const doors: Doors = await openDoors()
  const control = await controlling()
  const trials: readonly Named[] = [
    ...texts,
    ...shown,
    ...files,
    await talking(),
    ...doors.trials,
    ...control.trials,
  ]
  const shares = trials.reduce((sum, { share }) => sum + share, 0)
  const all: Tried[] = []
  try {
    for (const one of trials) {
      const count = Math.max(1, Math.ceil((inputs * one.share) / shares))
      all.push(await one.tried(count, seed))
    }
  } finally {
    await Promise.all([doors.close(), control.close()])
  }
  return all
}
