import type { Organisation } from '../organisation/organisation.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import type { ProviderRef } from './directory.ts'

export const LEAD_PROVIDER = 'lead-provider'

/** Stands where the Lead Provider of a unit would: no organisation has this slug. */
export const NO_LEAD = ''

type Led = Pick<Organisation, 'leadProvider' | 'type' | 'host'>

/** Who leads for a provider; `NO_LEAD` for a unit of which a host alone is named; null for anybody who is none. */
export function leadOfUnit({ leadProvider, type, host }: Led): string | null {
  if (leadProvider !== null) return leadProvider
  return host !== undefined && type !== LEAD_PROVIDER ? NO_LEAD : null
}

/** The post that a rule names; where that is one of the Lead Provider and the unit has none, its host. */
export function orHost(
  post: Post,
  { leadProvider }: Pick<ProviderRef, 'leadProvider'>,
  { hosting }: Pick<Policy, 'hosting'>,
): Post {
  return leadProvider === NO_LEAD && hosting && post.of === LEAD_PROVIDER ? hosting.host : post
}
