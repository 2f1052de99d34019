import type { Fault } from '../yaml-problems.ts'
import { type Known, repeated, unknownWord } from './known.ts'
import type { DirectorySource, OrganisationSource } from './source.ts'

/** Types, roles and services that the pack knows; people and organisations that exist. */
export function relationFaults(source: DirectorySource, { policy }: Known): readonly Fault[] {
  const ids = (rules: readonly { id: string }[]) => rules.map(({ id }) => id)
  const people = source.organisations.flatMap((one) => one.people.map(({ id }) => id))
  return source.organisations.flatMap((one, index) => {
    const path = ['organisations', index]
    const roles = Object.entries(one.roles)
    return [
      ...unknownWord(
        [...path, 'type'],
        'type of organisation',
        one.type,
        ids(policy.organisationTypes),
      ),
      ...serviceFaults(one, policy, path),
      ...roles.flatMap(([role]) =>
        unknownWord([...path, 'roles', role], 'role', role, ids(policy.roles)),
      ),
      ...roles.flatMap(([role, held]) =>
        Object.entries(held).flatMap(([seat, person]) =>
          person
            ? unknownWord([...path, 'roles', role, seat], 'person with the id', person, people)
            : [],
        ),
      ),
      ...(one.head ? unknownWord([...path, 'head'], 'person with the id', one.head, people) : []),
      ...leadFaults(one, source, path),
      ...linkFaults(one, source, path, ids(policy.organisationTypes)),
      ...hostFaults(one, source, path),
    ]
  })
}

/** Each is one of the catalogue, all of which is named where one is not. */
function serviceFaults(
  { services }: OrganisationSource,
  { services: catalogue, id }: Known['policy'],
  path: Fault['path'],
): readonly Fault[] {
  const known = catalogue.map((one) => one.id)
  const all = known.length === 0 ? '' : ` The catalogue of ${id} has: ${known.join(', ')}.`
  return services.flatMap((service, place) =>
    unknownWord([...path, 'services', place], 'service', service, known).map((fault) => ({
      ...fault,
      message: `${fault.message}${all}`,
    })),
  )
}

/** A sub-contractor has one Lead Provider, and nobody else has; a region has one quality team. */
export function structureFaults({ organisations }: DirectorySource): readonly Fault[] {
  const teams = organisations.flatMap(({ type, region }, index) =>
    type === 'quality-team' && region
      ? [{ word: region, path: ['organisations', index, 'region'] }]
      : [],
  )
  const none = organisations.some(({ type }) => type === 'lead-provider')
    ? []
    : [
        {
          path: ['organisations'],
          message: 'There is no organisation of the type lead-provider. Add it.',
        },
      ]
  return [
    ...none,
    ...repeated(
      teams,
      (region) => `The region "${region}" has another quality-team already. Keep one.`,
    ),
  ]
}

function leadFaults(
  one: OrganisationSource,
  { organisations }: DirectorySource,
  path: Fault['path'],
): readonly Fault[] {
  const place = [...path, 'leadProvider']
  if (one.type !== 'sub-contractor') {
    const message = `Only a sub-contractor has a leadProvider. Take it out of "${one.slug}".`
    return one.leadProvider === null ? [] : [{ path: place, message }]
  }
  const leads = organisations.filter(({ type }) => type === 'lead-provider').map(({ slug }) => slug)
  if (one.leadProvider !== null) return unknownWord(place, 'Lead Provider', one.leadProvider, leads)
  if (one.host !== undefined) return []
  const message = `"${one.slug}" is a sub-contractor without a leadProvider. Add its slug; where it has none, name its host commissioner with "host".`
  return [{ path, message }]
}

function linkFaults(
  one: OrganisationSource,
  { organisations }: DirectorySource,
  path: Fault['path'],
  types: readonly string[],
): readonly Fault[] {
  return Object.entries(one.links).flatMap(([type, slug]) => {
    const place = [...path, 'links', type]
    const slugs = organisations.filter((other) => other.type === type).map((other) => other.slug)
    const unknownType = unknownWord(place, 'type of organisation', type, types)
    return unknownType.length > 0
      ? unknownType
      : unknownWord(place, `organisation of the type ${type} with the slug`, slug, slugs)
  })
}

/** Whoever hosts a unit, or has people placed there, is in the directory. */
function hostFaults(
  { host, placing = [] }: OrganisationSource,
  { organisations }: DirectorySource,
  path: Fault['path'],
): readonly Fault[] {
  const slugs = organisations.map(({ slug }) => slug)
  const named = (place: Fault['path'], slug: string) =>
    unknownWord(place, 'organisation with the slug', slug, slugs)
  return [
    ...(host === undefined ? [] : named([...path, 'host'], host)),
    ...placing.flatMap((slug, index) => named([...path, 'placing', index], slug)),
  ]
}
