import { setTimeout as pause } from 'node:timers/promises'
import { clock } from '../bench/measure.ts'

const PATIENCE = 60_000

/** What `/readyz` says; null when nobody answers. */
export async function readiness(port: number): Promise<{ status: number; words: string } | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
    return { status: answer.status, words: await answer.text() }
  } catch {
    return null
  }
}

/** Resolves with the milliseconds that it took. */
export async function untilReady(port: number): Promise<number> {
  return until(async () => (await readiness(port))?.status === 200, 'to be ready')
}

/** Waits for something to be so; throws when it takes too long. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  patience = PATIENCE,
): Promise<number> {
  const start = clock()
  while (!(await isSo())) {
    if (clock() - start > patience) throw new Error(`It takes too long ${what}`)
    await pause(10)
  }
  return clock() - start
}
