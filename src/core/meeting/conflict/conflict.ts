import { z } from 'zod'
import { Doer } from '../../people/actor.ts'
import type { Directory } from '../../people/directory.ts'
import { Instant } from '../../time/instant.ts'
import { partyIn } from '../decision/party.ts'
import type { Meeting } from '../meeting.ts'

/** A conflict of interest that was declared, and when whoever has it came back. */
export const Conflict = z.object({
  n: z.int().positive(),
  at: Instant,
  by: Doer,
  /** Null: all of the organisation has it. */
  person: z.string().nullable(),
  organisation: z.object({ slug: z.string(), name: z.string() }),
  what: z.string(),
  /** Everybody of those called whom it keeps out. */
  people: z.array(z.string()),
  returned: z.object({ at: Instant, by: Doer, reason: z.string() }).nullable(),
})
export type Conflict = z.infer<typeof Conflict>

/** What of a meeting says who has a conflict of interest. */
export interface Conflicted {
  readonly conflicts?: readonly Conflict[] | undefined
}

type Called = Conflicted & Pick<Meeting, 'lines'>

/** Those that hold now. */
export function conflictsNow({ conflicts = [] }: Conflicted): readonly Conflict[] {
  return conflicts.filter(({ returned }) => returned === null)
}

export function conflictOf(meeting: Conflicted, person: string): Conflict | undefined {
  return conflictsNow(meeting).find(({ people }) => people.includes(person))
}

export function organisationConflict(meeting: Conflicted, slug: string): Conflict | undefined {
  return conflictsNow(meeting).find(
    ({ person, organisation }) => person === null && organisation.slug === slug,
  )
}

/** Nobody whom a conflict keeps out is called, asked to chair or sent, not even for the first time. */
export function hasConflict(meeting: Called, person: string, directory: Directory): boolean {
  return conflictFor(meeting, person, directory) !== undefined
}

/** Their own, or that of the organisation they speak for, whether or not they are called. */
export function conflictFor(
  meeting: Called,
  person: string,
  directory: Directory,
): Conflict | undefined {
  const own = conflictOf(meeting, person)
  if (own || conflictsNow(meeting).length === 0) return own
  const home = partyIn(meeting, person, directory)?.slug
  return home === undefined ? undefined : organisationConflict(meeting, home)
}

/** Out of the closed part: only a room of its own can be closed to somebody. */
export function isKeptOut(
  meeting: Conflicted & { readonly room: 'thread' | 'room' },
  person: string,
): boolean {
  return meeting.room === 'room' && conflictOf(meeting, person) !== undefined
}
