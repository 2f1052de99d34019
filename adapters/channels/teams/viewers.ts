import type { Host } from '../../../src/app/host.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { pressersOf } from '../../../src/core/message/viewing.ts'
import { findPerson } from '../../../src/core/people/find.ts'
import { isUserId } from './activity.ts'
import { limits } from './limits.ts'
import type { TeamsPort, Where } from './port.ts'
import type { Remembered } from './remembered.ts'
import type { Whereabouts } from './whereabouts.ts'
import { NAME } from './who.ts'

/** Those of a room who get a card of their own: Teams' ids of them, undefined when that cannot be said of all. */
export type Viewers = (where: Where, message: Message) => Promise<readonly string[] | undefined>

/** `none`: they do not look here, so no card of theirs is missing. */
type Viewer = { readonly id: string } | 'none' | 'unknown'

/** Of everybody for whom a message has buttons. Where one is not known, everybody gets the buttons. */
export function viewersOf(
  host: Host,
  port: TeamsPort,
  { accountOf }: Whereabouts,
  known: Remembered,
): Viewers {
  const lookUp = membership(port, known)

  async function viewer(where: Where, person: string): Promise<Viewer> {
    const account = await accountOf(person)
    if (account !== undefined) return lookUp(where, account)
    const { accounts = {} } = findPerson(host.directory(), person)?.person ?? {}
    // The directory says where they are, and it is not here.
    return Object.keys(accounts).some((channel) => channel !== NAME) ? 'none' : 'unknown'
  }

  return async (where, message) => {
    const people = pressersOf(message)
    const found = await Promise.all(people.map((person) => viewer(where, person)))
    const ids = found.flatMap((one) => (typeof one === 'string' ? [] : [one.id]))
    const isWhole = !found.includes('unknown') && ids.length > 0 && ids.length <= limits.viewers
    return isWhole ? [...new Set(ids)] : undefined
  }
}

/** By the id that Teams uses in cards. Whoever has written to us is known; others are asked for now and then. */
function membership(port: TeamsPort, known: Remembered) {
  const asked = new Map<string, { readonly viewer: Viewer; readonly until: number }>()
  return async (where: Where, account: string): Promise<Viewer> => {
    if (isUserId(account)) return { id: account }
    const id = await known.get(`user/${account}`)
    if (id !== undefined) return { id }
    const name = `${where.conversation} ${account}`
    const before = asked.get(name)
    if (before && before.until > performance.now()) return before.viewer
    const member = await port.member(where, account)
    const viewer = member === undefined ? 'unknown' : member === 'none' ? member : idOf(member.id)
    if (typeof viewer !== 'string') await known.keep(`user/${account}`, viewer.id)
    if (asked.size >= 1000) asked.clear()
    asked.set(name, { viewer, until: performance.now() + limits.memberMilliseconds })
    return viewer
  }
}

function idOf(id: string): Viewer {
  return isUserId(id) ? { id } : 'unknown'
}
