import type { MovableClock } from '../../../src/app/host.ts'
import { type Instant, plusMinutes } from '../../../src/core/time/instant.ts'
import { type Answer, no, ok } from './http.ts'

export type Move = 'hour' | 'day' | 'deadline'

/** Moves the world's clock, one jump after the other. */
export function clockMover(clock: MovableClock | undefined): (move: Move) => Promise<Answer> {
  let busy = false
  return async (move) => {
    if (!clock) return no(404, 'This world’s clock cannot be moved.')
    if (busy) return no(409, 'The clock is still moving. Wait a moment.')
    busy = true
    try {
      const to = await target(clock, move)
      if (to === null) return no(409, 'Nobody owes anything, so there is no deadline to go to.')
      await clock.moveTo(to)
      return ok({ type: 'nothing' })
    } finally {
      busy = false
    }
  }
}

async function target(clock: MovableClock, move: Move): Promise<Instant | null> {
  switch (move) {
    case 'hour':
      return plusMinutes(clock.now(), 60)
    case 'day':
      return plusMinutes(clock.now(), 24 * 60)
    case 'deadline':
      return clock.nextDeadline()
  }
}
