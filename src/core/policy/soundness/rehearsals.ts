import type { Policy } from '../policy.ts'
import type { Rehearsal } from '../rehearsal.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'

/** What a rehearsal names must be in its cast or in the pack, and its times must follow each other. */
export function rehearsalFaults(policy: Policy): Complaint[] {
  return (policy.rehearsals ?? []).flatMap((one, index) => {
    const at: Path = ['rehearsals', index]
    const who = `rehearsal "${one.id}"`
    const people = one.cast.flatMap((member) => ids(member.people))
    const slugs = one.cast.map(({ slug }) => slug)
    return [
      ...unknownWord([...at, 'plays'], who, 'person', one.plays, people),
      ...(one.triaged
        ? unknownWord([...at, 'triaged', 'by'], who, 'person', one.triaged.by, people)
        : []),
      ...unknownWord([...at, 'raised', 'by'], who, 'person', one.raised.by, people),
      ...unknownWord(
        [...at, 'raised', 'provider'],
        who,
        'organisation',
        one.raised.provider,
        slugs,
      ),
      ...one.cast.flatMap((member, place) =>
        castFaults(policy, member, who, [...at, 'cast', place]),
      ),
      ...wrongTimes(one, who, at),
    ]
  })
}

function castFaults(
  policy: Policy,
  { type, holdings, people }: Rehearsal['cast'][number],
  who: string,
  at: Path,
): Complaint[] {
  return [
    ...unknownWord(
      [...at, 'type'],
      who,
      'type of organisation',
      type,
      ids(policy.organisationTypes),
    ),
    ...holdings.flatMap(({ role, holder, deputy, onCall }, place) => [
      ...unknownWord([...at, 'holdings', place, 'role'], who, 'role', role, ids(policy.roles)),
      ...[holder, deputy, onCall].flatMap((person) =>
        person === null
          ? []
          : unknownWord([...at, 'holdings', place], who, 'person', person, ids(people)),
      ),
    ]),
  ]
}

function wrongTimes({ raised, beginsAt, stretch, endsAt }: Rehearsal, who: string, at: Path) {
  const inOrder = raised.at <= beginsAt && beginsAt < stretch.until && stretch.until < endsAt
  if (inOrder) return []
  const message = `${who} must be raised, begin, have its stretch played and end in this order`
  return [{ path: [...at, 'endsAt'], message }]
}
