import type { CaseIntentOf } from '../../src/core/case/intent.ts'
import type { Actor } from '../../src/core/people/actor.ts'
import { type Instant, plusMinutes } from '../../src/core/time/instant.ts'
import type { House } from './world.ts'

export function person(id: string): Actor {
  return { type: 'person', person: id }
}

/** A serious incident at a house, so many minutes before now. */
export function incidentAt(house: House, now: Instant, minutes: number): CaseIntentOf<'raise'> {
  return {
    kind: 'case',
    type: 'raise',
    by: person(house.lead.person),
    via: house.service,
    how: 'named',
    case: 'incident',
    provider: house.slug,
    what: 'A fall on the stairs, seen by two of us.',
    where: 'Stairs',
    occurredAt: plusMinutes(now, -minutes),
    identifiedAt: plusMinutes(now, -minutes),
    danger: false,
    done: 'First aid.',
    safeguarding: 'no',
    answers: {},
  }
}
