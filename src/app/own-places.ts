import type { Place } from '../core/effect.ts'
import type { Actor } from '../core/people/actor.ts'

/** A conversation with Muster is the place of a person, or of the account from before they were listed. */
export function ownPlaces(channel: string, account: string, actor: Actor): readonly Place[] {
  const before: Place = { channel, to: { type: 'account', account } }
  if (actor.type !== 'person') return [before]
  return [{ channel, to: { type: 'person', person: actor.person } }, before]
}
