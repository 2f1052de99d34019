import type { Context } from '../../kind.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import type { Directory } from '../../people/directory.ts'
import { findOrganisation, findPerson } from '../../people/find.ts'
import { whoIsThere } from '../../people/posts.ts'
import { guestsOf } from '../guest/guests.ts'
import type { Meeting } from '../meeting.ts'
import type { Action } from './action.ts'

type Around = Pick<Context, 'directory' | 'now'>

/** The organisations that may be asked: those of everybody in the meeting, and the provider that it is about. */
export function addressable(meeting: Meeting, directory: Directory): readonly Organisation[] {
  const slugs = meeting.people.flatMap((id) => findPerson(directory, id)?.organisation.slug ?? [])
  const { slug } = meeting.provider
  const own = meeting.confidential || slug === null ? [] : [slug]
  return [...new Set([...own, ...slugs])].flatMap((one) => findOrganisation(directory, one) ?? [])
}

/** The people of an organisation who may own an action: of what is confidential, only those who are in it. */
export function owners(meeting: Meeting, { people }: Organisation): Organisation['people'] {
  return people.filter(({ id }) => mayBeTold(meeting, id))
}

/** Whoever was let go is told nothing; of what is confidential only those who were called. */
export function mayBeTold({ confidential, people, gone = [] }: Meeting, person: string): boolean {
  return !gone.includes(person) && (!confidential || people.includes(person))
}

/** Who speaks for the organisation that is asked, in the order in which they are told. */
export function inLineFor(
  meeting: Meeting,
  { of, owner }: Pick<Action, 'of' | 'owner'>,
  { directory, now }: Around,
): readonly string[] {
  const organisation = findOrganisation(directory, of)
  if (!organisation) return []
  const deputies = deputiesOf(organisation, owner)
  const line = [owner, ...deputies, organisation.head]
  const there = line
    .flatMap((person) => whoIsThere(organisation, person, now) ?? [])
    // Whoever has left the directory is told nothing: it is for the next in line.
    .filter((person) => isOf(organisation, person))
  const members = calledOf(meeting, organisation)
  // An organisation without a head is told where it is known to be.
  const all = there.length > 0 ? there : members
  return eachOnce(all).filter((person) => mayBeTold(meeting, person))
}

/** Everybody who may answer for it: those in line, also while they are away, and those who were called. */
export function speaksFor(meeting: Meeting, action: Action, around: Around): readonly string[] {
  const organisation = findOrganisation(around.directory, action.of)
  if (!organisation) return []
  const { owner, haver } = action
  const named = [owner, haver, ...deputiesOf(organisation, owner), organisation.head]
  const all = [
    ...named.filter((one) => one !== null),
    ...inLineFor(meeting, action, around),
    ...calledOf(meeting, organisation),
  ]
  return eachOnce(all).filter((id) => isOf(organisation, id) && mayBeTold(meeting, id))
}

/** Those who were called for it; a specialist who was brought in does not speak for it. */
function calledOf(meeting: Meeting, organisation: Organisation): readonly string[] {
  const guests = guestsOf(meeting)
  return meeting.people.filter((id) => isOf(organisation, id) && !guests.includes(id))
}

function deputiesOf({ holdings }: Organisation, owner: string | null): string[] {
  return holdings.flatMap(({ holder, deputy }) =>
    holder !== null && holder === owner && deputy !== null ? [deputy] : [],
  )
}

function isOf({ people }: Organisation, id: string): boolean {
  return people.some((one) => one.id === id)
}

function eachOnce(people: readonly string[]): string[] {
  return [...new Set(people)]
}
