import type { Holding, Organisation } from '../organisation/organisation.ts'
import type { Post, Rung } from '../policy/post.ts'
import type { Instant } from '../time/instant.ts'
import type { Directory, ProviderRef, Resolved } from './directory.ts'
import { findOrganisation } from './find.ts'
import { NO_LEAD } from './lead.ts'

const QUALITY_TEAM = 'quality-team'
/** Whoever hosts the unit. */
export const HOST = 'host-commissioner'
/** Everybody who has people placed with the provider; one of them by its slug: `placing-commissioner.downs-icb`. */
export const PLACING = 'placing-commissioner'
const ONE_PLACING = `${PLACING}.`

/** The organisation that a rule's words mean for this provider. */
export function organisationFor(
  directory: Directory,
  provider: ProviderRef,
  of: string,
): Organisation | undefined {
  const self = provider.slug === null ? undefined : findOrganisation(directory, provider.slug)
  const lead = findOrganisation(directory, provider.leadProvider)
  switch (of) {
    case 'provider':
      return self
    case 'lead-provider':
      return lead
    case 'lead-quality-team':
      return qualityTeam(directory, leadingRegion(lead, self, provider))
    case 'service-quality-team':
      return qualityTeam(directory, self?.region ?? lead?.region ?? null)
    case HOST:
      return self?.host === undefined ? undefined : findOrganisation(directory, self.host)
    // Not a union of ours: every other word is an organisation type of the pack, or one that has people placed.
    default:
      if (of.startsWith(ONE_PLACING))
        return findOrganisation(directory, of.slice(ONE_PLACING.length))
      return linkedOrganisation(directory, of, self, lead)
  }
}

/** All that a rule's words mean: several have people placed with one provider, of all else there is one. */
export function organisationsFor(
  directory: Directory,
  provider: ProviderRef,
  of: string,
): readonly Organisation[] {
  if (of !== PLACING) return [organisationFor(directory, provider, of) ?? []].flat()
  const self = provider.slug === null ? undefined : findOrganisation(directory, provider.slug)
  return (self?.placing ?? []).flatMap((slug) => findOrganisation(directory, slug) ?? [])
}

/** By the provider's own link, or its Lead Provider's; otherwise the one of that type that is for its region. */
function linkedOrganisation(
  directory: Directory,
  type: string,
  self: Organisation | undefined,
  lead: Organisation | undefined,
): Organisation | undefined {
  const own = self?.links[type]
  if (own !== undefined) return findOrganisation(directory, own)
  const region = self?.region ?? lead?.region ?? null
  // A service in another region is not the business of the Lead Provider's bodies.
  const borrowed = region === (lead?.region ?? null) ? lead?.links[type] : undefined
  if (borrowed !== undefined) return findOrganisation(directory, borrowed)
  return directory.organisations.find(
    (one) => one.type === type && (one.region === null || region === null || one.region === region),
  )
}

/** Of a unit without a Lead Provider the team of its own region leads. */
function leadingRegion(
  lead: Organisation | undefined,
  self: Organisation | undefined,
  { leadProvider }: ProviderRef,
): string | null {
  return (leadProvider === NO_LEAD ? self : lead)?.region ?? null
}

function qualityTeam(directory: Directory, region: string | null): Organisation | undefined {
  if (region === null) return undefined
  return directory.organisations.find((one) => one.type === QUALITY_TEAM && one.region === region)
}

/** Who is told at one step of a climb, leave considered; null when nobody is. */
export function resolveRung(
  directory: Directory,
  provider: ProviderRef,
  rung: Rung,
  now: Instant,
): Resolved | null {
  const organisation = organisationFor(directory, provider, rung.of)
  return organisation ? rungAt(organisation, rung, now) : null
}

function rungAt(organisation: Organisation, rung: Rung, now: Instant): Resolved | null {
  const found = { organisation: organisation.slug, role: rung.role }
  if (rung.via === 'head')
    return seated(organisation, organisation.head, { ...found, via: 'head' }, now)
  const holding = organisation.holdings.find(({ role }) => role === rung.role)
  if (!holding) return null
  const person = { holder: holding.holder, deputy: holding.deputy, 'on-call': holding.onCall }[
    rung.via
  ]
  return seated(organisation, person, { ...found, via: rung.via }, now)
}

/** The first of holder, deputy, on-call contact who is there, and who may be told. */
export function resolvePost(
  directory: Directory,
  provider: ProviderRef,
  post: Post,
  now: Instant,
  may: (person: string) => boolean = () => true,
): Resolved | null {
  for (const via of ['holder', 'deputy', 'on-call'] as const) {
    const found = resolveRung(directory, provider, { ...post, via }, now)
    if (found && may(found.person)) return found
  }
  return null
}

/** The same at an organisation that is known. */
export function resolveRoleAt(
  organisation: Organisation,
  post: Post,
  now: Instant,
): Resolved | null {
  for (const via of ['holder', 'deputy', 'on-call'] as const) {
    const found = rungAt(organisation, { ...post, via }, now)
    if (found) return found
  }
  return null
}

function seated(
  organisation: Organisation,
  person: string | null,
  found: Omit<Resolved, 'person'>,
  now: Instant,
): Resolved | null {
  const there = whoIsThere(organisation, person, now)
  if (there === null) return null
  return there === person ? { ...found, person } : { ...found, via: 'cover', person: there }
}

/** The person, or whoever covers; a cover who is away too has a cover of their own. */
export function whoIsThere(
  organisation: Organisation,
  person: string | null,
  now: Instant,
  passed: readonly string[] = [],
): string | null {
  if (person === null || passed.includes(person)) return null
  const away = organisation.leave.find(
    (one) => one.person === person && one.from <= now && now < one.until,
  )
  return away ? whoIsThere(organisation, away.cover, now, [...passed, person]) : person
}

/** Everybody who may act for a post: its holder, deputy, on-call contact and those who cover for them. */
export function actingFor(
  directory: Directory,
  provider: ProviderRef,
  post: Post,
  now: Instant,
): readonly string[] {
  const organisation = organisationFor(directory, provider, post.of)
  const holding = organisation?.holdings.find(({ role }) => role === post.role)
  if (!organisation || !holding) return []
  const named = [holding.holder, holding.deputy, holding.onCall].filter((one) => one !== null)
  const there = named.flatMap((one) => whoIsThere(organisation, one, now) ?? [])
  return [...new Set([...named, ...there])]
}

/** A person's roles at their organisation, as holder, deputy or on-call contact. */
export function rolesOf(
  organisation: Organisation,
  person: string,
): readonly { role: string; as: 'holder' | 'deputy' | 'on-call' }[] {
  return organisation.holdings.flatMap((holding) => {
    const as = asWhat(holding, person)
    return as ? [{ role: holding.role, as }] : []
  })
}

function asWhat(holding: Holding, person: string): 'holder' | 'deputy' | 'on-call' | null {
  if (holding.holder === person) return 'holder'
  if (holding.deputy === person) return 'deputy'
  return holding.onCall === person ? 'on-call' : null
}
