import type { Instant } from '../time/instant.ts'
import { withAlarm } from './alarms.ts'
import { withApproval, withNotice } from './approval/evolve.ts'
import { digestsOf, withDigest, withOrder } from './digest/evolve.ts'
import type { OrganisationEvent } from './event.ts'
import { formerOf, withoutContacts } from './former.ts'
import { withoutPerson } from './merge.ts'
import type { Leave, Listing, MaybeOrganisation, Organisation } from './organisation.ts'
import { withOutage, without } from './outages.ts'

export function evolveOrganisation(
  organisation: MaybeOrganisation,
  event: OrganisationEvent,
): Organisation {
  if (event.type === 'imported') {
    return {
      kind: 'organisation',
      status: 'listed',
      id: organisation.id,
      timeline: event.timeline,
      ...event.standing,
      ...keptOf(organisation, event.standing, event.contactUntil),
      imported: event.listing,
    }
  }
  if (organisation.status === 'none') throw new Error(`${organisation.id} was never imported`)
  switch (event.type) {
    case 'leaveSet':
      return { ...organisation, leave: withLeave(organisation.leave, event.leave) }
    case 'appointed': {
      const others = organisation.holdings.filter(({ role }) => role !== event.holding.role)
      return { ...organisation, holdings: [...others, event.holding] }
    }
    case 'personAdded': {
      const people = [...organisation.people, event.person]
      return { ...organisation, people, ...formerOf(organisation, people) }
    }
    case 'personRemoved':
      return removed(organisation, event)
    case 'contactsForgotten':
      return withoutContacts(organisation, event.people)
    case 'headPrinted':
      return { ...organisation, printed: event.printed }
    case 'outageNoted':
      return { ...organisation, outages: withOutage(organisation.outages, event) }
    case 'alarmNoted':
      return { ...organisation, alarms: withAlarm(organisation.alarms ?? [], event) }
    case 'digestOrdered':
      return { ...organisation, digests: withOrder(organisation.digests, event) }
    case 'digestDue':
      return { ...organisation, digests: withDigest(organisation.digests, event) }
    case 'rulesApproved':
      return { ...organisation, rules: withApproval(organisation.rules, event) }
    case 'rulesNoted':
      return { ...organisation, rules: withNotice(organisation.rules, event) }
    case 'leftOut':
      return without(organisation, event.record)
    case 'installationChanged':
    case 'followUpRefused':
    case 'dropped':
    case 'undelivered':
    case 'repaired':
      return organisation
  }
}

function removed(
  organisation: Organisation,
  event: Extract<OrganisationEvent, { type: 'personRemoved' }>,
): Organisation {
  const left = withoutPerson(organisation, event.person.id)
  return {
    ...left,
    leave: leaveOf(organisation.leave, [event.person.id]),
    ...formerOf(organisation, left.people, event),
    ...digestsOf(organisation, left.people),
  }
}

/** What an import leaves as it is. */
function keptOf(
  organisation: MaybeOrganisation,
  { people }: Listing,
  contactUntil: Instant | undefined,
): Pick<Organisation, 'leave' | 'printed' | 'outages' | 'alarms' | 'former' | 'rules' | 'digests'> {
  if (organisation.status === 'none') return { leave: [], outages: [] }
  const { printed, outages, alarms, rules } = organisation
  const ids = organisation.people.map(({ id }) => id)
  const left = ids.filter((one) => !people.some(({ id }) => id === one))
  return {
    leave: leaveOf(organisation.leave, left),
    outages,
    ...formerOf(organisation, people, { contactUntil }),
    ...(printed && { printed }),
    ...(alarms && { alarms }),
    ...(rules && { rules }),
    ...digestsOf(organisation, people),
  }
}

/** Whoever has left is neither away nor covers for somebody. */
function leaveOf(leave: readonly Leave[], left: readonly string[]): Leave[] {
  return leave
    .filter(({ person }) => !left.includes(person))
    .map((one) => (one.cover !== null && left.includes(one.cover) ? { ...one, cover: null } : one))
}

/** A later word on the same days replaces the earlier one: somebody came back sooner. */
function withLeave(leave: readonly Leave[], added: Leave): Leave[] {
  const overlaps = (one: Leave) =>
    one.person === added.person && one.from < added.until && added.from < one.until
  return [...leave.filter((one) => !overlaps(one)), added]
}
