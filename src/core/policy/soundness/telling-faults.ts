import type { Policy } from '../policy.ts'
import type { Complaint } from './complaint.ts'

/** A list that is asked for needs somebody who may ask, and a level is taken back only where people are told so. */
export function tellingFaults({ tellings = [], transitions }: Policy): Complaint[] {
  const asked = tellings.flatMap(({ id, when, mayTell }, index) =>
    when === 'asked' && mayTell.length === 0
      ? [
          {
            path: ['tellings', index, 'mayTell'],
            message: `telling "${id}" is asked for, and nobody may ask; name a post in "mayTell"`,
          },
        ]
      : [],
  )
  if (tellings.some(({ when }) => when === 'takenBack')) return asked
  const untold = transitions.flatMap(({ id, needs = [] }, index) =>
    needs.some(({ need }) => need === 'cameBy')
      ? [
          {
            path: ['transitions', index, 'needs'],
            message: `transition "${id}" takes a level back, and nobody is told so; add a telling with "when: takenBack"`,
          },
        ]
      : [],
  )
  return [...asked, ...untold]
}
