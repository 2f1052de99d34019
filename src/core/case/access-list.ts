import type { Context } from '../kind.ts'
import { readersOf } from '../people/access.ts'
import type { Doer } from '../people/actor.ts'
import type { ProviderRef } from '../people/directory.ts'
import { findOrganisation, findPerson } from '../people/find.ts'
import { LEAD_PROVIDER, NO_LEAD } from '../people/lead.ts'
import { resolveRung } from '../people/posts.ts'
import { reachOf } from '../people/reach.ts'
import type { ConfidentialRule } from '../policy/confidential.ts'
import type { Case } from './case.ts'
import { type Access, type Confidential, confidentialRule, type Readers } from './confidential.ts'
import { isForHost } from './host/host.ts'

export const RAISED_IT = 'raised it'

/** One line of the rule, and who that is now; null where nobody is. */
export interface OnList {
  readonly rung: ConfidentialRule['access'][number]
  readonly person: string | null
}

/** What decides whom the rule lets in. */
interface About {
  readonly type: Case['type'] | null
  readonly provider: ProviderRef
  readonly safeguarding: string
}

/** Whom the rule lets in, before anything is sent. */
export function listedNow(
  { type, provider, safeguarding }: About,
  { policy, directory, now }: Pick<Context, 'policy' | 'directory' | 'now'>,
): readonly OnList[] {
  return confidentialRule(policy)
    .access.filter(({ when, of }) => {
      if (of === LEAD_PROVIDER && provider.leadProvider === NO_LEAD) return false
      if (when === 'safeguarding') return safeguarding === 'yes'
      return when === 'always' || isForHost({ type, provider })
    })
    .map((rung) => ({
      rung,
      person: resolveRung(directory, provider, rung, now)?.person ?? null,
    }))
}

/** Somebody who is on the list besides those whom the rule names. */
interface Named {
  readonly person: string
  readonly why: string
}

/** The list that a case begins with; nobody where the rule names nobody who is there. */
export function firstList(
  about: About,
  { by, others }: { readonly by: Doer; readonly others: readonly Named[] },
  context: Context,
): readonly Access[] {
  const named = listedNow(about, context).flatMap(({ rung, person }) =>
    person === null ? [] : [{ person, why: rung.why }],
  )
  if (named.length === 0) return []
  const all = [...named, ...others]
  return all
    .filter((one, index) => all.findIndex(({ person }) => person === one.person) === index)
    .map(({ person, why }) => accessFor(person, why, by, context))
}

export function accessFor(person: string, why: string, by: Doer, context: Context): Access {
  const { directory, channels, now } = context
  return { person, why, at: now, by, channels: reachOf(directory, person, channels) }
}

export function begun(
  access: readonly Access[],
  readers: Readers | null,
  { now }: Context,
): Confidential {
  return {
    since: now,
    readers,
    access: [...access],
    requests: [],
    left: [],
    gone: [],
    withoutRoom: [],
  }
}

/** Everybody who could have read it until now. */
export function readersUntilNow(
  { provider, places, raisedAt }: Case,
  { directory }: Context,
): Readers {
  const organisations = readersOf(directory, provider).map((slug) => ({
    slug,
    people: findOrganisation(directory, slug)?.people.map(({ id }) => id) ?? [],
  }))
  return { since: raisedAt, organisations, rooms: places }
}

export function isListed({ directory }: Context, person: string): boolean {
  return findPerson(directory, person) !== undefined
}
