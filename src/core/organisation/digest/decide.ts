import { accept, type Decision, refuse } from '../../decision.ts'
import type { Place } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { placeOf } from '../../late.ts'
import { doerOf } from '../../people/doer.ts'
import { reachOf } from '../../people/reach.ts'
import { isInHours } from '../../time/working-hours.ts'
import type { OrganisationEvent } from '../event.ts'
import type { OrganisationIntentOf } from '../intent.ts'
import type { Organisation } from '../organisation.ts'
import { type DigestFor, type DigestOrder, isSame } from './digest.ts'
import { nextDigest } from './when.ts'

type Decided = Decision<OrganisationEvent>
type Ordering = OrganisationIntentOf<'orderDigest' | 'orderRoomDigest'>

/** A digest from now on, another rhythm, or no more of it. */
export function orderDigest(
  organisation: Organisation,
  intent: Ordering,
  context: Context,
): Decided {
  const { policy, directory, now: at } = context
  const { every, by: actor } = intent
  if (!policy.digest && every !== 'off')
    return refuse('unknown', 'The rules in force here know no digest. “/muster tracker” shows all.')
  const to = whomFor(intent)
  if (to === null) return refuse('notYours', 'Only somebody in the directory can have a digest.')
  if (to.type === 'rooms' && every !== 'off' && placesOf(organisation, to, context).length === 0)
    return refuse(
      'invalid',
      `${organisation.name} has no such room on a service that is on. Choose another place.`,
      { where: 'There is no such room.' },
    )
  const before = organisation.digests?.orders.find((one) => isSame(one.to, to))
  if (every === 'off' ? !before : before?.every === every) return accept()
  const nextAt = every === 'off' ? null : nextDigest(every, at, policy)
  return accept({ type: 'digestOrdered', at, by: doerOf(directory, actor), to, every, nextAt })
}

function whomFor(intent: Ordering): DigestFor | null {
  if (intent.type === 'orderRoomDigest') return { type: 'rooms', use: intent.use }
  const { by } = intent
  return by.type === 'person' ? { type: 'person', person: by.person } : null
}

/**
 * What is due is sent once, whichever replica comes first: later that day where Muster was off. Outside
 * working hours it is left out, and the next one tells of that time too.
 */
export function sendDigests(organisation: Organisation, context: Context): OrganisationEvent[] {
  const { policy, now: at } = context
  const { orders = [] } = organisation.digests ?? {}
  const due = orders.filter(({ nextAt }) => nextAt !== null && nextAt <= at)
  return due.map(({ to, every, since: from }: DigestOrder) => {
    const places = policy.digest && isInHours(at, policy) ? placesOf(organisation, to, context) : []
    const nextAt = nextDigest(every, at, policy)
    return { type: 'digestDue', at, to, every, from, places, nextAt }
  })
}

function placesOf(
  { rooms }: Organisation,
  to: DigestFor,
  { directory, channels }: Context,
): Place[] {
  if (to.type === 'person')
    return reachOf(directory, to.person, channels).map((channel) => placeOf(channel, to.person))
  return rooms
    .filter(({ use, channel }) => use === to.use && channels.includes(channel))
    .map(({ channel, room }) => ({ channel, to: { type: 'room', room } }))
}
