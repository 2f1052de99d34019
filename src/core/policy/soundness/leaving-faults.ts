import type { Policy } from '../policy.ts'
import { type Complaint, unknownWord } from './complaint.ts'

/** Who is told of the way down must be told of ways that there are. */
export function leavingFaults({ tellings = [], transitions }: Policy): Complaint[] {
  const known = transitions.map(({ id }) => id)
  return tellings.flatMap(({ id, ways = [] }, index) =>
    ways.flatMap((way, place) =>
      unknownWord(['tellings', index, 'ways', place], `telling "${id}"`, 'way', way, known),
    ),
  )
}
