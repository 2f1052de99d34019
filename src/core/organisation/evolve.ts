import type { OrganisationEvent } from './event.ts'
import type { Leave, MaybeOrganisation, Organisation } from './organisation.ts'

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
    case 'followUpRefused':
    case 'dropped':
      return organisation
  }
}

/** What an import leaves as it is. */
function keptOf(organisation: MaybeOrganisation): Pick<Organisation, 'leave' | 'printed'> {
  if (organisation.status === 'none') return { leave: [] }
  const { leave, printed } = organisation
  return { leave, ...(printed && { printed }) }
}

/** A later word on the same days replaces the earlier one: somebody came back sooner. */
function withLeave(leave: readonly Leave[], added: Leave): Leave[] {
  const overlaps = (one: Leave) =>
    one.person === added.person && one.from < added.until && added.from < one.until
  return [...leave.filter((one) => !overlaps(one)), added]
}
