import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import { findPerson, nameOf } from '../people/find.ts'
import type { OrganisationEvent } from './event.ts'
import { keptAfterLeaving } from './former.ts'
import type { OrganisationIntentOf } from './intent.ts'
import { same } from './merge.ts'
import type { Organisation } from './organisation.ts'

type Decided = Decision<OrganisationEvent>

/** Somebody is away, and somebody covers: whoever covers is told in their place, and may act. */
export function setLeave(
  organisation: Organisation,
  { by, person, from, until, cover }: OrganisationIntentOf<'setLeave'>,
  { directory, now }: Context,
): Decided {
  const away = organisation.people.find(({ id }) => id === person)
  if (!away) return unknownPerson(person, organisation)
  if (until <= from) {
    return refuse('invalid', 'The leave ends before it begins. Give an end after the beginning.', {
      until: 'This is before the beginning.',
    })
  }
  if (until <= now) {
    return refuse('invalid', 'The leave is over already. Give an end that is still to come.', {
      until: 'This is over already.',
    })
  }
  if (cover === person) {
    return refuse('invalid', `${away.name} cannot cover for themselves. Name somebody else.`, {
      cover: 'Name somebody else.',
    })
  }
  if (cover !== null && !findPerson(directory, cover)) return unknownPerson(cover)
  if (cover !== null && !isOf(organisation, cover)) return notOfOurs(cover, organisation, directory)
  const leave = { person, from, until, cover }
  if (organisation.leave.some((one) => same(one, leave))) return accept()
  return accept({ type: 'leaveSet', at: now, by: doerOf(directory, by), leave })
}

/** Names who holds a role, who stands in and who is called out of hours. */
export function appoint(
  organisation: Organisation,
  { by, role, holder, deputy, onCall }: OrganisationIntentOf<'appoint'>,
  { directory, policy, now }: Context,
): Decided {
  if (!policy.roles.some(({ id }) => id === role)) {
    const known = policy.roles.map(({ id }) => id).join(', ')
    return refuse('unknown', `There is no role "${role}". Choose one of: ${known}.`)
  }
  const before = organisation.holdings.find((one) => one.role === role)
  const held = before ? [before.holder, before.deputy, before.onCall] : []
  for (const person of [holder, deputy, onCall]) {
    if (person === null) continue
    if (!findPerson(directory, person)) return unknownPerson(person)
    // Whoever the file names from elsewhere stays; nobody lets somebody of another organisation in.
    if (!isOf(organisation, person) && !held.includes(person))
      return notOfOurs(person, organisation, directory)
  }
  const holding = { role, holder, deputy, onCall }
  if (organisation.holdings.some((one) => same(one, holding))) return accept()
  return accept({ type: 'appointed', at: now, by: doerOf(directory, by), holding })
}

/** Somebody is new, before the directory file says so. Nobody has two entries. */
export function addPerson(
  { by, person }: OrganisationIntentOf<'addPerson'>,
  { directory, now }: Context,
): Decided {
  const everybody = directory.organisations.flatMap(({ name, people }) =>
    people.map((one) => ({ ...one, organisation: name })),
  )
  const email = person.email?.toLowerCase()
  const known = everybody.find(
    (one) => one.id === person.id || (email !== undefined && one.email?.toLowerCase() === email),
  )
  if (known)
    return refuse(
      'alreadyOpen',
      `${known.name} of ${known.organisation} is in the directory with that ${known.id === person.id ? 'id' : 'address'} already. Everybody has one entry.`,
      { email: 'Somebody has this address already.' },
    )
  return accept({ type: 'personAdded', at: now, by: doerOf(directory, by), person })
}

/** Somebody has left: at once they see nothing and hold nothing. */
export function removePerson(
  organisation: Organisation,
  { by, person, reason }: OrganisationIntentOf<'removePerson'>,
  context: Context,
): Decided {
  const leaver = organisation.people.find(({ id }) => id === person)
  if (!leaver) return unknownPerson(person, organisation)
  if (reason.trim() === '')
    return refuse('missing', 'Say why they are removed: it is kept in the history.', {
      reason: 'Give the reason.',
    })
  const { directory, now } = context
  const { id, name } = leaver
  return accept({
    type: 'personRemoved',
    at: now,
    by: doerOf(directory, by),
    person: { id, name },
    reason: reason.trim(),
    ...keptAfterLeaving(context),
  })
}

function isOf({ people }: Organisation, person: string): boolean {
  return people.some(({ id }) => id === person)
}

function unknownPerson(person: string, organisation?: Organisation): Refused {
  const where = organisation ? `at ${organisation.name}` : 'in the directory'
  return refuse(
    'unknown',
    `There is no "${person}" ${where}. Choose somebody who is listed, or ask an administrator to add them.`,
  )
}

function notOfOurs(
  person: string,
  { name }: Organisation,
  directory: Context['directory'],
): Refused {
  return refuse(
    'invalid',
    `${nameOf(directory, person)} is not of ${name}. Choose somebody of ${name}; who else may act for it is named in the directory file.`,
  )
}
