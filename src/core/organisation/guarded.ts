import type { Guarded } from '../people/access.ts'
import type { Organisation } from './organisation.ts'

/** Read by its own people, its Lead Provider and the quality teams of its regions; each place reads its notices. */
export function guardedOrganisation({
  slug,
  leadProvider,
  outages,
  printed,
  alarms = [],
  rules,
  digests,
}: Organisation): Guarded {
  const told = outages.flatMap(({ tells }) => tells.map(({ place }) => place))
  const alarmed = alarms.map(({ place }) => place)
  const asked = (rules?.notices ?? []).flatMap(({ places }) => places)
  const sent = (digests?.sent ?? []).flatMap(({ places }) => places)
  const places = [...told, ...alarmed, ...asked, ...sent, ...(printed ? [printed.place] : [])]
  return { provider: { slug, leadProvider: leadProvider ?? slug }, places }
}
