import type { Composing } from '../kind.ts'
import { findPerson } from '../people/find.ts'
import { isOver } from './action/action.ts'
import { waitsFor } from './action/owed.ts'
import { organisationName } from './action/words.ts'
import { disputesOf } from './decision/ballot.ts'
import type { Meeting } from './meeting.ts'

/**
 * Of a meeting that is over: what was asked of an organisation goes on for its people and for whoever asked,
 * and a dispute for whoever resolves it.
 */
export function stillWanted(
  meeting: Meeting,
  asked: readonly string[],
  composing: Composing,
): string {
  const { viewer, directory } = composing
  const to = viewer.type === 'place' ? viewer.place.to : null
  const people = to?.type === 'person' ? [to.person] : asked
  const homes = people.map((one) => findPerson(directory, one)?.organisation.slug)
  const theirs = (meeting.actions ?? []).filter(
    (one) =>
      !isOver(one) &&
      (homes.includes(one.of) || [one.asker, ...waitsFor(one)].some((who) => people.includes(who))),
  )
  const disputes = people.flatMap((person) => disputesOf(meeting, person))
  const all = [
    ...theirs.map(({ n, of }) => `action ${n} of ${organisationName(of, composing)}`),
    ...disputes.map(({ n }) => `the dispute about decision ${n}, which you resolve`),
  ]
  if (all.length === 0) return 'Nothing more is wanted of you.'
  return `What it asked for goes on: ${all.join('; ')}.`
}
