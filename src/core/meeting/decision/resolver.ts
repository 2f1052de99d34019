import { accept, type Decision, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Directory } from '../../people/directory.ts'
import { doerOf } from '../../people/doer.ts'
import { findPerson, nameOf } from '../../people/find.ts'
import { resolvePost } from '../../people/posts.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { newcomer } from '../calling.ts'
import { hasConflict } from '../conflict/conflict.ts'
import type { Draft } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotOf, type Dispute, isDisputed, type Replaced } from './ballot.ts'
import { openDisputes } from './dispute-clock.ts'
import { partyIn } from './party.ts'
import { unknownBallot } from './words.ts'

type Raised = Pick<Dispute, 'by' | 'organisation'>

/** Whoever resolves disputes by the rules today; nobody where none of the post may: then the chair names somebody. */
export function byTheRules(meeting: Meeting, raised: Raised | null, context: Context) {
  const { policy, directory, now } = context
  const post = policy.voting?.dispute.resolver
  const { confidential, people, list = [], gone = [] } = meeting
  // Nobody is let into a confidential meeting by the rules alone.
  const may = (person: string) =>
    findPerson(directory, person) !== undefined &&
    !hasConflict(meeting, person, directory) &&
    !(raised && isRaiser(meeting, raised, person, directory)) &&
    !gone.includes(person) &&
    (!confidential || [...people, ...list].includes(person))
  const found = post ? resolvePost(directory, meeting.provider, post, now, may) : null
  const resolver = found?.person ?? null
  return { resolver, newcomer: resolver === null ? null : newcomer(meeting, resolver, context) }
}

/** The chair names who resolves it: where the rules find nobody, or somebody else is better placed. */
export function nameResolver(
  meeting: Meeting,
  { by, decision, person }: MeetingIntentOf<'nameResolver'>,
  context: Allowed,
): Decision<MeetingEvent> {
  const { directory, acting, now } = context
  const ballot = ballotOf(meeting, decision)
  if (!ballot) return unknownBallot(decision)
  const { dispute } = ballot
  if (!dispute || !isDisputed(ballot)) return notInDispute(decision)
  const fault = (words: string) => refuse('invalid', words, { person: words })
  if (!findPerson(directory, person) || meeting.gone?.includes(person))
    return fault('That person cannot be named. Choose somebody who is listed.')
  if (hasConflict(meeting, person, directory))
    return fault(`${nameOf(directory, person)} has a conflict of interest. Choose somebody else.`)
  if (hasRaised(meeting, ballot, person, directory))
    return fault(notByBoth(ballot, person, context))
  if (dispute.resolver === person) return accept()
  return accept({
    type: 'resolverNamed',
    at: now,
    decision,
    by: doerOf(directory, by, acting),
    resolver: person,
    newcomer: newcomer(meeting, person, context),
    ...replacing(meeting, decision, dispute),
  })
}

/** Whoever was to resolve a dispute that is open may not any more: they left, may see it no more, or have a conflict of interest. */
export function hasLostResolver(meeting: Meeting, directory: Directory): boolean {
  return lost(meeting, directory).length > 0
}

/** It goes to whoever holds the post of the rules today; where nobody of it may, somebody is to be named. */
export function passDisputesOn(draft: Draft, context: Context): void {
  for (const { n: decision, dispute } of lost(draft.meeting(), context.directory)) {
    const meeting = draft.meeting()
    draft.add({
      type: 'resolverNamed',
      at: context.now,
      decision,
      by: { type: 'clock' },
      ...byTheRules(meeting, dispute, context),
      ...replacing(meeting, decision, dispute),
    })
  }
}

function lost(meeting: Meeting, directory: Directory) {
  const { gone = [] } = meeting
  return openDisputes(meeting).filter(
    ({ dispute: { resolver } }) =>
      resolver !== null &&
      (!findPerson(directory, resolver) ||
        gone.includes(resolver) ||
        hasConflict(meeting, resolver, directory)),
  )
}

/** Who had it until now, and where they were told so. */
function replacing(
  { notices }: Meeting,
  decision: number,
  { resolver: person }: Dispute,
): { readonly instead?: Replaced } {
  const told = notices.findLast(
    ({ said }) =>
      said.say === 'decision' &&
      said.decision === decision &&
      (said.what === 'disputed' || said.what === 'resolver'),
  )
  return person !== null && told ? { instead: { person, notice: told.n } } : {}
}

/** Nobody decides on what they, or their organisation, have disputed themselves. */
export function hasRaised(
  meeting: Meeting,
  { dispute }: Ballot,
  person: string,
  directory: Directory,
): boolean {
  return dispute !== null && isRaiser(meeting, dispute, person, directory)
}

function isRaiser(
  meeting: Meeting,
  { by, organisation }: Raised,
  person: string,
  directory: Directory,
): boolean {
  const isTheirs = by.type === 'person' && by.person === person
  const isOfIt = organisation !== null && partyIn(meeting, person, directory)?.slug === organisation
  return isTheirs || isOfIt
}

export function notByBoth(
  { n, affected, dispute }: Ballot,
  person: string,
  { directory }: Context,
) {
  const whose = affected.find(({ slug }) => slug === dispute?.organisation)?.name
  return `${nameOf(directory, person)} is of ${whose ?? 'the organisation'}, which disputes decision ${n}. Somebody of another organisation resolves it: the chair names them with “Name who resolves it…”.`
}

export function notInDispute(decision: number) {
  return refuse('notOpen', `Decision ${decision} is not in dispute. Nothing was changed.`)
}
