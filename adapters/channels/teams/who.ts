import type { Host } from '../../../src/app/host.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { identify } from '../../../src/core/people/find.ts'
import { type Activity, accountOf, threadOf } from './activity.ts'
import type { TeamsPort } from './port.ts'
import type { Remembered } from './remembered.ts'
import { isOurTenant, type TeamsSettings } from './settings.ts'

export const NAME = 'teams'

/** What a person reads whom Teams could not name just now. */
export const NOT_KNOWN_NOW =
  'Teams did not tell Muster just now who you are. Please do it again in a moment. If it is urgent, phone.'

/**
 * By the Entra object id, otherwise by the address that our tenant has for them; never by name, nor
 * by an address that another tenant gave them.
 * Throws when Teams could not be asked: nobody is taken for a stranger because of that.
 */
export function identification(
  settings: TeamsSettings,
  host: Host,
  port: TeamsPort,
  known: Remembered,
): (activity: Activity) => Promise<Actor> {
  const isOurs = (tenant: string | null | undefined) => !tenant || isOurTenant(settings, tenant)
  const addresses = addressBook(port, known, isOurs)
  return async (activity) => {
    const name = activity.from.name ?? 'Unknown'
    const account = { channel: NAME, account: accountOf(activity), name }
    const actor = identify(host.directory(), account)
    if (actor.type === 'person' || !isOurs(activity.from.tenantId)) return actor
    const answer = await addresses(activity)
    if (typeof answer === 'string') {
      const person = await keptFor(host.directory(), known, account.account)
      if (person !== undefined) return { type: 'person', person }
      if (answer === 'none') return actor
      throw new Error('Teams does not say now who somebody is.')
    }
    for (const email of answer) {
      const found = identify(host.directory(), { ...account, email })
      if (found.type === 'person') {
        await known.keep(`account/${email}`, account.account)
        return found
      }
    }
    return actor
  }
}

/** Who once wrote with this account from an address that Teams named then. */
async function keptFor(
  directory: Directory,
  known: Remembered,
  account: string,
): Promise<string | undefined> {
  const found = await Promise.all(
    directory.organisations
      .flatMap(({ people }) => people)
      .map(async ({ id, email, accounts }) => {
        // An account in the directory has the last word on whose it is.
        if (email === undefined || accounts[NAME] !== undefined) return []
        return (await known.get(`account/${email.toLowerCase()}`)) === account ? [id] : []
      }),
  )
  return found.flat()[0]
}

/** As the port says it of a member: nobody of that account is there, or that could not be learned now. */
type Addresses = readonly string[] | 'none' | 'unknown'

/**
 * Teams leaves people's addresses out of what it sends. They are asked for once, and not kept on
 * disk; in the person's own chat first, since a command may come from where Muster is no member.
 */
function addressBook(
  port: TeamsPort,
  known: Remembered,
  isOurs: (tenant: string | null | undefined) => boolean,
): (activity: Activity) => Promise<Addresses> {
  const asked = new Map<string, readonly string[]>()
  return async (activity) => {
    const account = accountOf(activity)
    const old = asked.get(account)
    if (old) return old
    const { room } = threadOf(activity.conversation.id)
    const chat = await known.get(`chat/${account}`)
    let isAnswered = true
    for (const conversation of new Set([chat ?? room, room])) {
      const where = { service: activity.serviceUrl, conversation }
      const member = await port.member(where, activity.from.id)
      if (member === undefined) isAnswered = false
      if (member === undefined || member === 'none') continue
      const both = isOurs(member.tenantId) ? [member.email, member.userPrincipalName] : []
      const found = [...new Set(both.flatMap((one) => (one ? [one.toLowerCase()] : [])))]
      if (asked.size >= 1000) asked.clear()
      // Without an address they are asked for again: it may come later.
      if (found.length > 0) asked.set(account, found)
      return found
    }
    return isAnswered ? 'none' : 'unknown'
  }
}
