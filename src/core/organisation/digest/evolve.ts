import { plusMinutes } from '../../time/instant.ts'
import type { OrganisationEvent } from '../event.ts'
import type { Organisation } from '../organisation.ts'
import { type Digests, isSame, NO_DIGESTS } from './digest.ts'

/** So many that what becomes confidential is taken out of those that people may still look at. */
const MOST_SENT = 60
/** Whatever is that young is kept besides: it may wait to be written yet. */
const YOUNG_MINUTES = 2 * 24 * 60

type Ordered = Extract<OrganisationEvent, { type: 'digestOrdered' }>
type Due = Extract<OrganisationEvent, { type: 'digestDue' }>

/** The latest word on one place holds. */
export function withOrder(
  { orders, sent }: Digests = NO_DIGESTS,
  { at, to, every, nextAt }: Ordered,
): Digests {
  const before = orders.find((one) => isSame(one.to, to))
  const others = orders.filter((one) => one !== before)
  if (every === 'off') return { orders: others, sent }
  return { orders: [...others, { to, every, since: before?.since ?? at, nextAt }], sent }
}

/** One that nobody is sent only moves the next. */
export function withDigest(
  { orders, sent }: Digests = NO_DIGESTS,
  { to, every, from, at, places, nextAt }: Due,
): Digests {
  const isSent = places.length > 0
  const n = (sent.at(-1)?.n ?? 0) + 1
  const added = isSent ? [{ n, to, every, from, upTo: at, places: [...places] }] : []
  const moved = orders.map((one) =>
    isSame(one.to, to) ? { ...one, nextAt, since: isSent ? at : one.since } : one,
  )
  const all = [...sent, ...added]
  const young = plusMinutes(at, -YOUNG_MINUTES)
  const kept = all.filter(({ upTo }, index) => index >= all.length - MOST_SENT || upTo >= young)
  return { orders: moved, sent: kept }
}

/** Whoever is not listed any more gets none. */
export function digestsOf(
  { digests }: Organisation,
  people: readonly { readonly id: string }[],
): Pick<Organisation, 'digests'> {
  if (!digests) return {}
  const orders = digests.orders.filter(
    ({ to }) => to.type === 'rooms' || people.some(({ id }) => id === to.person),
  )
  return { digests: { ...digests, orders } }
}
