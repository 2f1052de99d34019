import { inTime } from './in-time.ts'

/** Whether the work is done in time; it goes on when it is not. Throws what it throws in time. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  return (
    (await inTime(
      work.then(() => true),
      milliseconds,
    )) === true
  )
}
