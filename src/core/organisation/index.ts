import type { Intent } from '../intent.ts'
import type { FollowUp, Kind } from '../kind.ts'
import type { Guarded } from '../people/access.ts'
import { providerId } from '../record-id.ts'
import { decideOrganisation } from './decide.ts'
import type { OrganisationEvent } from './event.ts'
import { evolveOrganisation } from './evolve.ts'
import type { OrganisationIntent } from './intent.ts'
import type { Organisation } from './organisation.ts'
import { announceHead, composeHead } from './printed-head.ts'

export const organisationKind: Kind<Organisation, OrganisationIntent, OrganisationEvent, Intent> = {
  decide: decideOrganisation,
  evolve: evolveOrganisation,
  announce: (_organisation, event) =>
    event.type === 'headPrinted' ? [announceHead(event.printed)] : [],
  compose: ({ printed }, slot, composing) => composeHead(printed, slot, composing),
  follow,
  index: ({ kind, status, timeline, slug, type }) => ({
    timeline,
    wakeAt: null,
    dueAt: null,
    facets: { kind: [kind], status: [status], slug: [slug], type: [type] },
  }),
}

/** Read by its own people, its Lead Provider and the quality teams of its regions. */
export function guardedOrganisation({ slug, leadProvider, printed }: Organisation): Guarded {
  const places = printed ? [printed.place] : []
  return { provider: { slug, leadProvider: leadProvider ?? slug }, places }
}

/** Whoever has a Lead Provider is a provider: it has a level. */
function follow(organisation: Organisation, event: OrganisationEvent): FollowUp<Intent>[] {
  const { slug, leadProvider, name } = organisation
  if (event.type !== 'imported' || leadProvider === null) return []
  return [
    {
      to: providerId(slug),
      intent: { kind: 'provider', type: 'register', slug, leadProvider, name },
    },
  ]
}
