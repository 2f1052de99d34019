import type { Host } from '../../../src/app/host.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { identify } from '../../../src/core/people/find.ts'
import { type Activity, accountOf, threadOf } from './activity.ts'
import type { TeamsPort } from './port.ts'
import type { Remembered } from './remembered.ts'

export const NAME = 'teams'

/** By the Entra object id, otherwise by the address that the tenant has for them; never by name. */
export function identification(
  host: Host,
  port: TeamsPort,
  known: Remembered,
): (activity: Activity) => Promise<Actor> {
  const addresses = addressBook(port)
  return async (activity) => {
    const name = activity.from.name ?? 'Unknown'
    const account = { channel: NAME, account: accountOf(activity), name }
    const actor = identify(host.directory(), account)
    if (actor.type === 'person') return actor
    for (const email of await addresses(activity)) {
      const found = identify(host.directory(), { ...account, email })
      if (found.type === 'person') {
        await known.keep(`account/${email}`, account.account)
        return found
      }
    }
    return actor
  }
}

/** Teams leaves people's addresses out of what it sends. They are asked for once, and not kept on disk. */
function addressBook(port: TeamsPort): (activity: Activity) => Promise<readonly string[]> {
  const known = new Map<string, readonly string[]>()
  return async (activity) => {
    const account = accountOf(activity)
    const old = known.get(account)
    if (old) return old
    const { room } = threadOf(activity.conversation.id)
    const where = { service: activity.serviceUrl, conversation: room }
    const member = await port.member(where, activity.from.id)
    if (!member) return []
    const both = [member.email, member.userPrincipalName]
    const found = [...new Set(both.flatMap((one) => (one ? [one.toLowerCase()] : [])))]
    if (known.size >= 1000) known.clear()
    known.set(account, found)
    return found
  }
}
