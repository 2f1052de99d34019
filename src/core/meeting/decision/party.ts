import { z } from 'zod'
import type { Organisation } from '../../organisation/organisation.ts'
import type { Directory } from '../../people/directory.ts'
import { findOrganisation, findPerson } from '../../people/find.ts'
import { guestSeats } from '../guest/guests.ts'
import type { Meeting, Seat } from '../meeting.ts'
import { seatsOf } from '../seats.ts'

/** An organisation that takes part in deciding, as it was when that was put. */
export const Party = z.object({ slug: z.string(), name: z.string(), type: z.string() })
export type Party = z.infer<typeof Party>

type Calls = Pick<Meeting, 'lines' | 'chair'>

/** Whoever is brought in gives advice: their organisation has no part in deciding by that. */
function ownSeats({ lines }: Pick<Meeting, 'lines'>): readonly Seat[] {
  const guests = guestSeats({ lines })
  return seatsOf({ lines }).filter((seat) => !guests.includes(seat))
}

/** Everybody who was called, whatever they answered, or who chairs; nobody who was let go. */
export function membersOf({ lines, chair }: Calls): readonly string[] {
  const called = ownSeats({ lines }).flatMap(({ calls }) =>
    calls.filter(({ state }) => state !== 'gone').map(({ person }) => person),
  )
  return [...new Set([...called, ...(chair?.person ? [chair.person] : [])])]
}

/** Whoever may speak for their organisation: called and neither away nor replaced, or in the chair. */
export function takingPart({ lines, chair }: Calls): readonly string[] {
  const called = ownSeats({ lines }).flatMap(({ calls }) =>
    calls
      .filter(({ state }) => state === 'asked' || state === 'coming')
      .map(({ person }) => person),
  )
  return [...new Set([...called, ...(chair?.person ? [chair.person] : [])])]
}

/** The organisations of all who were called, in the order of the lines. */
export function seatedIn(meeting: Calls, directory: Directory): readonly Party[] {
  const parties = membersOf(meeting).flatMap((person) => partyIn(meeting, person, directory) ?? [])
  return parties.filter(
    ({ slug }, index) => parties.findIndex((one) => one.slug === slug) === index,
  )
}

function partyOf(person: string, directory: Directory): Party | undefined {
  return asParty(findPerson(directory, person)?.organisation)
}

/**
 * The organisation that somebody speaks for in a meeting: that which they were called from, wherever they are
 * listed since; of several calls the newest, and one that is over only where there is no other.
 */
export function partyIn(
  { lines }: Pick<Meeting, 'lines'>,
  person: string,
  directory: Directory,
): Party | undefined {
  const calls = ownSeats({ lines })
    .flatMap((seat) => seat.calls)
    .filter((call) => call.person === person && call.organisation !== undefined)
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  const called = calls.find(({ state }) => state !== 'gone' && state !== 'stoodDown') ?? calls[0]
  const from = called?.organisation && findOrganisation(directory, called.organisation)
  return (from && asParty(from)) || partyOf(person, directory)
}

function asParty(one: Organisation | undefined): Party | undefined {
  return one && { slug: one.slug, name: one.name, type: one.type }
}
