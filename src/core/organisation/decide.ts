import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { permitted } from '../permission/permitted.ts'
import { organisationId, type RecordId } from '../record-id.ts'
import { standingAt } from '../standing.ts'
import { approveRules, noteUnapproved, remindOfReview } from './approval/decide.ts'
import { askedOfOrganisation } from './asked.ts'
import { orderDigest, sendDigests } from './digest/decide.ts'
import { changesBetween } from './directory-changes.ts'
import type { OrganisationEvent } from './event.ts'
import { forgetContacts, keptAfterLeaving } from './former.ts'
import type { OrganisationIntent, OrganisationIntentOf } from './intent.ts'
import { mergeListing, same } from './merge.ts'
import type { Listing, MaybeOrganisation, Organisation } from './organisation.ts'
import { standingOrganisation, tellsOf } from './outages.ts'
import { addPerson, appoint, removePerson, setLeave } from './people.ts'

type Decided = Decision<OrganisationEvent>

export function decideOrganisation(
  organisation: MaybeOrganisation,
  intent: OrganisationIntent,
  context: Context,
): Decided {
  if (organisation.status === 'none' && intent.type !== 'import') {
    return refuse(
      'notFound',
      'This organisation is not in the directory. Ask an administrator to add it to the directory file.',
    )
  }
  const may = permitted(askedOfOrganisation(organisation, intent), context)
  if (!may.ok) return may
  if (intent.type === 'import') return importListing(organisation, intent, context)
  return organisation.status === 'none' ? accept() : decideListed(organisation, intent, context)
}

function decideListed(
  organisation: Organisation,
  intent: Exclude<OrganisationIntent, { type: 'import' }>,
  context: Context,
): Decided {
  switch (intent.type) {
    case 'setLeave':
      return setLeave(organisation, intent, context)
    case 'appoint':
      return appoint(organisation, intent, context)
    case 'addPerson':
      return addPerson(intent, context)
    case 'removePerson':
      return removePerson(organisation, intent, context)
    case 'approveRules':
      return approveRules(intent, context)
    case 'orderDigest':
    case 'orderRoomDigest':
      return orderDigest(organisation, intent, context)
    case 'noteUnapproved':
      return noteUnapproved(organisation, context)
    case 'noteInstallation':
      return accept({ type: 'installationChanged', at: context.now, changes: intent.changes })
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
    case 'noteConfidential': {
      const { record } = intent
      return accept(...leftOut(organisation, record, context))
    }
    case 'repair': {
      const lost = standingAt(standingOrganisation(organisation), intent)
      return lost ? accept({ type: 'repaired', at: context.now, ...lost }) : accept()
    }
    case 'noteUndelivered': {
      const { slot, place, reason } = intent
      return accept({ type: 'undelivered', at: context.now, slot, place, reason })
    }
    case 'wake':
      return wake(organisation, context)
    // An organisation owes nobody a reminder and records no words of a thread.
    case 'noteLate':
    case 'noteEdited':
      return accept()
  }
}

function leftOut(organisation: Organisation, record: RecordId, { now: at }: Context) {
  return tellsOf(organisation, record) ? [{ type: 'leftOut', at, record } as const] : []
}

function wake(organisation: Organisation, context: Context): Decided {
  return accept(
    ...remindOfReview(organisation, context),
    ...sendDigests(organisation, context),
    ...forgetContacts(organisation, context.now),
  )
}

function importListing(
  organisation: MaybeOrganisation,
  { listing, file, gone }: OrganisationIntentOf<'import'>,
  context: Context,
): Decided {
  const { now, timeline } = context
  if (organisation.id !== organisationId(listing.slug)) {
    return refuse(
      'invalid',
      `The directory file calls it ${listing.slug}, but this record is ${organisation.id}. An organisation keeps its slug: list it under the old one.`,
    )
  }
  const from = file === undefined ? {} : { file }
  if (organisation.status === 'none') {
    const changes = changesBetween(null, listing)
    const standing = listing
    return accept({ type: 'imported', at: now, timeline, listing, standing, ...from, changes })
  }
  if (same(organisation.imported, listing) && !(gone && organisation.people.length > 0))
    return accept()
  // Whoever was added since the last import goes with an organisation that the file has dropped.
  const standing: Listing = gone ? listing : mergeListing(organisation, listing)
  const changes = changesBetween(organisation, standing)
  const until = changes.left.length > 0 ? keptAfterLeaving(context) : {}
  const told = { listing, standing, ...from, changes, ...until }
  return accept({ type: 'imported', at: now, timeline: organisation.timeline, ...told })
}
