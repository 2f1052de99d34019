import type { Directory } from '../../people/directory.ts'
import type { Meant } from '../../permission/asked.ts'
import { membersOf, partyIn, seatedIn } from '../decision/party.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'

export type ConflictAsking =
  | Pick<MeetingIntentOf<'declareConflict'>, 'type' | 'by' | 'whose'>
  | Pick<MeetingIntentOf<'returnFromConflict'>, 'type' | 'by'>

/** Whose own conflict of interest it is: a person’s, or everybody’s of the organisation who is called. */
export function ownConflict(
  meeting: Meeting,
  whose: MeetingIntentOf<'declareConflict'>['whose'],
  directory: Directory,
): { readonly about: string; readonly meant: Meant } {
  const members = [...membersOf(meeting), ...meeting.people]
  if (whose.type === 'person') {
    const people = members.includes(whose.person) ? [whose.person] : []
    return { about: 'that person', meant: { people } }
  }
  const party = seatedIn(meeting, directory).find(({ slug }) => slug === whose.slug)
  const people = members.filter(
    (person) => partyIn(meeting, person, directory)?.slug === whose.slug,
  )
  return { about: party?.name ?? 'that organisation', meant: { people: [...new Set(people)] } }
}
