import { withAlarm } from './alarms.ts'
import type { OrganisationEvent } from './event.ts'
import type { Leave, MaybeOrganisation, Organisation } from './organisation.ts'
import { withOutage } from './outages.ts'

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
      ...keptOf(organisation),
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
    case 'headPrinted':
      return { ...organisation, printed: event.printed }
    case 'outageNoted':
      return { ...organisation, outages: withOutage(organisation.outages, event) }
    case 'alarmNoted':
      return { ...organisation, alarms: withAlarm(organisation.alarms ?? [], event) }
    case 'followUpRefused':
    case 'dropped':
    case 'undelivered':
    case 'repaired':
      return organisation
  }
}

/** What an import leaves as it is. */
function keptOf(
  organisation: MaybeOrganisation,
): Pick<Organisation, 'leave' | 'printed' | 'outages' | 'alarms'> {
  if (organisation.status === 'none') return { leave: [], outages: [] }
  const { leave, printed, outages, alarms } = organisation
  return { leave, outages, ...(printed && { printed }), ...(alarms && { alarms }) }
}

/** A later word on the same days replaces the earlier one: somebody came back sooner. */
function withLeave(leave: readonly Leave[], added: Leave): Leave[] {
  const overlaps = (one: Leave) =>
    one.person === added.person && one.from < added.until && added.from < one.until
  return [...leave.filter((one) => !overlaps(one)), added]
}
