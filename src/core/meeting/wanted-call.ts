import type { Actor } from '../people/actor.ts'
import type { Instant } from '../time/instant.ts'
import { type Papers, papersOf } from './brief/papers.ts'
import type { MeetingIntentOf } from './intent.ts'

/** A meeting as somebody asks for it, from a case or a provider. */
export interface WantedCall extends Papers {
  readonly actor: Actor
  readonly rule: string
  readonly seats: readonly string[] | null
  readonly startsAt: Instant | null
  readonly why: string
  readonly urgent: boolean
}

type Call = MeetingIntentOf<'call'>

/** The call that a record sends on: what it is about, and where it stands, the record says. */
export function callWanted(
  wanted: WantedCall,
  about: Pick<Call, 'case' | 'provider' | 'places' | 'confidential'>,
): Call {
  const { actor: by, rule, seats, startsAt, why, urgent } = wanted
  return {
    kind: 'meeting',
    type: 'call',
    by,
    rule,
    seats: seats ? [...seats] : null,
    startsAt,
    why,
    urgent,
    ...papersOf(wanted),
    ...about,
  }
}
