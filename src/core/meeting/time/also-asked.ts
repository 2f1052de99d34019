import type { Inline } from '../../message/message.ts'
import type { Prompt } from '../../prompt.ts'
import type { Call, Meeting } from '../meeting.ts'
import { seatsCalledFor } from '../seats.ts'

/** At another time a deputy and whoever sent them are both asked again: each reads of the other. */
export function alsoAsked(meeting: Meeting, { asked }: Pick<Prompt, 'asked'>): Inline[] {
  const all = asked.flatMap((person) =>
    seatsCalledFor(meeting, person).flatMap(({ calls }) => {
      const sent = calls.findIndex((call) => call.via === 'sent' && isStill(call))
      const own = calls.findIndex((call) => call.person === person)
      const [deputy, sender] = [calls[sent], calls.slice(0, Math.max(sent, 0)).findLast(isStill)]
      if (!deputy || !sender) return []
      if (own === sent) return [[{ person: sender.person }, ', who sent you, is asked as well. ']]
      return sender.person === person
        ? [[{ person: deputy.person }, ', whom you sent, is asked as well. ']]
        : []
    }),
  )
  // Whoever has two seats reads it once.
  return all.slice(0, 1).flat()
}

function isStill({ state }: Call): boolean {
  return state === 'asked' || state === 'coming'
}
