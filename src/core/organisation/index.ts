import type { Intent } from '../intent.ts'
import type { FollowUp, Kind } from '../kind.ts'
import { leadOfUnit } from '../people/lead.ts'
import { providerId } from '../record-id.ts'
import { earliest } from '../time/instant.ts'
import { composeAlarm } from './alarms.ts'
import { composeRules } from './approval/compose.ts'
import { composeOutage } from './compose-outage.ts'
import { decideOrganisation } from './decide.ts'
import { composeDigest } from './digest/compose.ts'
import type { OrganisationEvent } from './event.ts'
import { evolveOrganisation } from './evolve.ts'
import { nextForgetting } from './former.ts'
import type { OrganisationIntent } from './intent.ts'
import type { Organisation } from './organisation.ts'
import { announceOrganisation, standingOrganisation } from './outages.ts'
import { composeHead } from './printed-head.ts'

export { guardedOrganisation } from './guarded.ts'

export const organisationKind: Kind<Organisation, OrganisationIntent, OrganisationEvent, Intent> = {
  decide: decideOrganisation,
  evolve: evolveOrganisation,
  announce: announceOrganisation,
  compose: (organisation, slot, composing) =>
    composeHead(organisation.printed, slot, composing) ??
    composeRules(organisation, slot, composing) ??
    composeDigest(organisation, slot, composing) ??
    composeAlarm(organisation.alarms ?? [], slot, composing) ??
    composeOutage(organisation, slot, composing),
  follow,
  index: ({ kind, status, timeline, slug, type, rules, digests, former = [] }) => ({
    timeline,
    wakeAt: earliest([
      ...(rules?.approvals ?? []).map(({ remindAt }) => remindAt),
      ...(digests?.orders ?? []).map(({ nextAt }) => nextAt),
      nextForgetting({ former }),
    ]),
    dueAt: null,
    facets: { kind: [kind], status: [status], slug: [slug], type: [type] },
  }),
  standing: standingOrganisation,
}

/** Whoever has a Lead Provider, or a host alone, is a provider: it has a level. */
function follow(organisation: Organisation, event: OrganisationEvent): FollowUp<Intent>[] {
  const { slug, name } = organisation
  const leadProvider = leadOfUnit(organisation)
  if (event.type !== 'imported' || leadProvider === null) return []
  return [
    {
      to: providerId(slug),
      intent: { kind: 'provider', type: 'register', slug, leadProvider, name },
    },
  ]
}
