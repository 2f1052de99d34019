import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Actor } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import { rolesOf } from '../people/posts.ts'
import { organisationId } from '../record-id.ts'
import { standingAt } from '../standing.ts'
import type { OrganisationEvent } from './event.ts'
import type { OrganisationIntent, OrganisationIntentOf } from './intent.ts'
import { mergeListing, same } from './merge.ts'
import type { Listing, MaybeOrganisation, Organisation } from './organisation.ts'
import { standingOrganisation } from './outages.ts'

type Decided = Decision<OrganisationEvent>

export function decideOrganisation(
  organisation: MaybeOrganisation,
  intent: OrganisationIntent,
  context: Context,
): Decided {
  if (intent.type === 'import') return importListing(organisation, intent, context)
  if (organisation.status === 'none') {
    return refuse(
      'notFound',
      'This organisation is not in the directory. Ask an administrator to add it to the directory file.',
    )
  }
  switch (intent.type) {
    case 'setLeave':
      return setLeave(organisation, intent, context)
    case 'appoint':
      return appoint(organisation, intent, context)
    case 'noteRefusal': {
      const { asked, refusal } = intent
      return accept({ type: 'followUpRefused', at: context.now, asked, refusal })
    }
    case 'printHead':
      return accept({ type: 'headPrinted', at: context.now, printed: intent.printed })
    case 'noteDropped': {
      const { slot, place, reason } = intent
      return accept({ type: 'dropped', at: context.now, slot, place, reason })
    }
    case 'noteOutage': {
      const { outage, place, late } = intent
      return accept({ type: 'outageNoted', at: context.now, outage, place, late })
    }
    case 'noteAlarm': {
      const { service, places, late } = intent
      const at = context.now
      return accept(
        ...places.map((place) => ({ type: 'alarmNoted', at, service, place, late }) as const),
      )
    }
    case 'repair': {
      const lost = standingAt(standingOrganisation(organisation), intent)
      return lost ? accept({ type: 'repaired', at: context.now, ...lost }) : accept()
    }
    case 'noteUndelivered': {
      const { slot, place, reason } = intent
      return accept({ type: 'undelivered', at: context.now, slot, place, reason })
    }
    // An organisation keeps no time, and owes nobody a reminder.
    case 'wake':
    case 'noteLate':
      return accept()
  }
}

function importListing(
  organisation: MaybeOrganisation,
  { listing }: OrganisationIntentOf<'import'>,
  { now, timeline }: Context,
): Decided {
  if (organisation.id !== organisationId(listing.slug)) {
    return refuse(
      'invalid',
      `The directory file calls it ${listing.slug}, but this record is ${organisation.id}. An organisation keeps its slug: list it under the old one.`,
    )
  }
  if (organisation.status === 'none') {
    return accept({ type: 'imported', at: now, timeline, listing, standing: listing })
  }
  if (same(organisation.imported, listing)) return accept()
  const standing: Listing = mergeListing(organisation, listing)
  return accept({ type: 'imported', at: now, timeline: organisation.timeline, listing, standing })
}

function setLeave(
  organisation: Organisation,
  { by, person, from, until, cover }: OrganisationIntentOf<'setLeave'>,
  { directory, now }: Context,
): Decided {
  const refused = mayChange(organisation, by)
  if (refused) return refused
  const away = organisation.people.find(({ id }) => id === person)
  if (!away) return unknownPerson(person, organisation)
  if (until <= from) {
    return refuse('invalid', 'The leave ends before it begins. Give an end after the beginning.')
  }
  if (until <= now) {
    return refuse('invalid', 'The leave is over already. Give an end that is still to come.')
  }
  if (cover === person) {
    return refuse('invalid', `${away.name} cannot cover for themselves. Name somebody else.`)
  }
  if (cover !== null && !findPerson(directory, cover)) return unknownPerson(cover)
  const leave = { person, from, until, cover }
  if (organisation.leave.some((one) => same(one, leave))) return accept()
  return accept({ type: 'leaveSet', at: now, by: doerOf(directory, by), leave })
}

function appoint(
  organisation: Organisation,
  { by, role, holder, deputy, onCall }: OrganisationIntentOf<'appoint'>,
  { directory, policy, now }: Context,
): Decided {
  const refused = mayChange(organisation, by)
  if (refused) return refused
  if (!policy.roles.some(({ id }) => id === role)) {
    const known = policy.roles.map(({ id }) => id).join(', ')
    return refuse('unknown', `There is no role "${role}". Choose one of: ${known}.`)
  }
  for (const person of [holder, deputy, onCall]) {
    if (person !== null && !findPerson(directory, person)) return unknownPerson(person)
  }
  const holding = { role, holder, deputy, onCall }
  if (organisation.holdings.some((one) => same(one, holding))) return accept()
  return accept({ type: 'appointed', at: now, by: doerOf(directory, by), holding })
}

function mayChange(organisation: Organisation, by: Actor): Refused | undefined {
  const may =
    by.type === 'person' &&
    (organisation.head === by.person || rolesOf(organisation, by.person).length > 0)
  if (may) return undefined
  return refuse(
    'notYours',
    `Only somebody who holds a role at ${organisation.name} may change its leave and roles. Ask its head or a colleague who has a role there.`,
  )
}

function unknownPerson(person: string, organisation?: Organisation): Refused {
  const where = organisation ? `at ${organisation.name}` : 'in the directory'
  return refuse(
    'unknown',
    `There is no "${person}" ${where}. Choose somebody who is listed, or ask an administrator to add them.`,
  )
}
