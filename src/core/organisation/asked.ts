import { leadOfUnit } from '../people/lead.ts'
import { type Asked, MUSTER } from '../permission/asked.ts'
import { guardedOrganisation } from './guarded.ts'
import type { OrganisationIntent, OrganisationIntentOf } from './intent.ts'
import type { MaybeOrganisation } from './organisation.ts'

/** What of an intent decides who may ask it. */
export type OrganisationAsking =
  | Pick<OrganisationIntentOf<'setLeave'>, 'type' | 'by' | 'person'>
  | Pick<
      OrganisationIntentOf<
        | 'appoint'
        | 'addPerson'
        | 'removePerson'
        | 'approveRules'
        | 'orderDigest'
        | 'orderRoomDigest'
      >,
      'type' | 'by'
    >
  | Pick<OrganisationIntentOf<'noteEdited'>, 'type'>
  | Pick<Exclude<OrganisationIntent, { by: unknown }>, 'type'>

/** What an intent asks of an organisation, for the table of permissions. */
export function askedOfOrganisation(
  organisation: MaybeOrganisation,
  intent: OrganisationAsking,
): Asked {
  switch (intent.type) {
    case 'setLeave': {
      const { type, by, person } = intent
      return asked(organisation, { type, by }, { themselves: { people: [person] } })
    }
    case 'orderDigest':
      return asked(organisation, intent, {
        themselves: { people: ownPeople(organisation, intent.by) },
      })
    case 'appoint':
    case 'addPerson':
    case 'removePerson':
    case 'approveRules':
    case 'orderRoomDigest':
      return asked(organisation, intent)
    case 'import':
    case 'noteInstallation':
    case 'noteUnapproved':
    case 'printHead':
    case 'noteOutage':
    case 'noteAlarm':
    case 'noteConfidential':
    case 'wake':
    case 'repair':
    case 'noteLate':
    case 'noteUndelivered':
    case 'noteDropped':
    case 'noteRefusal':
    case 'noteEdited':
      return asked(organisation, { type: intent.type, by: MUSTER })
  }
}

function asked(
  organisation: MaybeOrganisation,
  { type, by }: Pick<Asked, 'by'> & { readonly type: string },
  meant: Asked['meant'] = {},
): Asked {
  const { kind } = organisation
  if (organisation.status === 'none')
    return { kind, intent: type, by, provider: { slug: null, leadProvider: '' } }
  const { slug, head, name } = organisation
  const leadProvider = leadOfUnit(organisation)
  const isProvider = leadProvider !== null
  return {
    kind,
    intent: type,
    by,
    provider: { slug: isProvider ? slug : null, leadProvider: leadProvider ?? slug },
    about: name,
    guarded: () => guardedOrganisation(organisation),
    meant: { ...meant, head: { people: head === null ? [] : [head] } },
  }
}

/** Whoever asks, where they work there. */
function ownPeople(organisation: MaybeOrganisation, by: Asked['by']): string[] {
  if (organisation.status === 'none' || by.type !== 'person') return []
  return organisation.people.some(({ id }) => id === by.person) ? [by.person] : []
}
