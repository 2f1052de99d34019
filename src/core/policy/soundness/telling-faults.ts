import type { Policy } from '../policy.ts'
import type { Complaint } from './complaint.ts'

/** A list that is asked for needs somebody who may ask. */
export function tellingFaults({ tellings = [] }: Policy): Complaint[] {
  return tellings.flatMap(({ id, when, mayTell }, index) =>
    when === 'asked' && mayTell.length === 0
      ? [
          {
            path: ['tellings', index, 'mayTell'],
            message: `telling "${id}" is asked for, and nobody may ask; name a post in "mayTell"`,
          },
        ]
      : [],
  )
}
