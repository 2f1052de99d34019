import type { Context } from '../kind.ts'
import { earliest, type Instant, plusSeconds } from '../time/instant.ts'
import type { OrganisationEvent } from './event.ts'
import type { Former, Organisation, Person } from './organisation.ts'

const DAY_SECONDS = 86_400

/** Until when the address and the accounts of whoever leaves now are kept; without a rule they are for good. */
export function keptAfterLeaving({
  policy: { leaversKept },
  now,
}: Pick<Context, 'policy' | 'now'>): { contactUntil?: Instant } {
  return leaversKept ? { contactUntil: plusSeconds(now, leaversKept.days * DAY_SECONDS) } : {}
}

/** Whoever comes back is as they are listed now. */
export function formerOf(
  before: Pick<Organisation, 'people' | 'former'>,
  people: readonly Person[],
  { contactUntil }: { readonly contactUntil?: Instant | undefined } = {},
): Pick<Organisation, 'former'> {
  const known = before.people.map(({ id }) => id)
  const earlier = (before.former ?? []).filter(({ id }) => !known.includes(id))
  const leaving = before.people.map(
    (person): Former => (contactUntil === undefined ? person : { ...person, contactUntil }),
  )
  const former = [...earlier, ...leaving].filter(({ id }) => !people.some((one) => one.id === id))
  return former.length > 0 || before.former ? { former } : {}
}

export function nextForgetting({ former = [] }: Pick<Organisation, 'former'>): Instant | null {
  return earliest(former.map(({ contactUntil }) => contactUntil))
}

/** Whoever left so long ago is in no room any more. */
export function forgetContacts(
  { former = [] }: Organisation,
  now: Instant,
): readonly OrganisationEvent[] {
  const people = former
    .filter(({ contactUntil }) => contactUntil !== undefined && contactUntil <= now)
    .map(({ id }) => id)
  return people.length > 0 ? [{ type: 'contactsForgotten', at: now, people }] : []
}

/** Their names stay, for what they did. */
export function withoutContacts(
  organisation: Organisation,
  people: readonly string[],
): Organisation {
  const { former = [] } = organisation
  const named = former.map((one): Former => {
    const { id, name } = one
    return people.includes(id) ? { id, name, accounts: {} } : one
  })
  return { ...organisation, former: named }
}
