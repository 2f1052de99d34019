import type { Host } from '../../../src/app/host.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Person } from '../../../src/core/organisation/organisation.ts'
import { isGuid, plainAccount } from '../../../src/core/people/account.ts'
import { findFormer, findPerson, nameOf } from '../../../src/core/people/find.ts'
import { type Activity, accountOf, isPersonal, isUserId } from './activity.ts'
import type { Sent, TeamsPort, Where } from './port.ts'
import type { Remembered } from './remembered.ts'
import { isAllowedService, ownAuthority, PUBLIC_SERVICE, type TeamsSettings } from './settings.ts'
import { NAME } from './who.ts'

type Located =
  | { readonly ok: true; readonly where: Where }
  | { readonly ok: false; readonly outcome: Sent }

/** Where people and rooms are on Teams. */
export interface Whereabouts {
  learn(activity: Activity): Promise<void>
  locate(place: Place): Promise<Located>
  /** The account in the directory, otherwise the one that wrote to us from the person's address. */
  accountOf(person: string): Promise<string | undefined>
  /** The personal chat with an account. */
  chat(account: string, milliseconds?: number): Promise<Located>
  /** By what Graph knows a person: the Entra object id, otherwise their address. */
  account(person: string): Promise<string | undefined>
  /** Also of somebody who has left the directory, to take them out of rooms. */
  lastAccount(person: string): Promise<string | undefined>
}

export function whereabouts(
  settings: TeamsSettings,
  host: Host,
  port: TeamsPort,
  known: Remembered,
): Whereabouts {
  const at = async (conversation: string): Promise<Located> => {
    const service = await serviceOf(settings, known)
    return service === undefined
      ? no('later', 'Teams has not spoken to Muster yet: ask somebody to write “muster” to it.')
      : { ok: true, where: { service, conversation } }
  }

  const listed = (id: string) => findPerson(host.directory(), id)?.person

  async function accountIn(person: Person | undefined): Promise<string | undefined> {
    const account = person?.accounts[NAME]
    if (account !== undefined) return plainAccount(account)
    if (person?.email === undefined) return undefined
    return known.get(`account/${person.email.toLowerCase()}`)
  }

  async function inGraph(person: Person | undefined): Promise<string | undefined> {
    const account = await accountIn(person)
    // What the connector calls `29:…` means nothing to Graph.
    if (account !== undefined && isGuid(account)) return account
    return person?.email
  }

  async function chat(account: string, milliseconds?: number): Promise<Located> {
    const old = await known.get(`chat/${account}`)
    if (old !== undefined) return at(old)
    const anywhere = await at('')
    if (!anywhere.ok) return anywhere
    const outcome = await port.open(anywhere.where.service, account, milliseconds)
    if (outcome.type !== 'done') return { ok: false, outcome }
    await known.keep(`chat/${account}`, outcome.ref)
    return at(outcome.ref)
  }

  return {
    async learn(activity) {
      await known.keep('service-url', activity.serviceUrl)
      const { id, aadObjectId } = activity.from
      if (aadObjectId !== undefined && isUserId(id)) await known.keep(`user/${aadObjectId}`, id)
      if (!isPersonal(activity)) return
      await known.keep(`chat/${accountOf(activity)}`, activity.conversation.id)
    },
    async locate({ to }) {
      switch (to.type) {
        case 'room':
          return at(to.room)
        case 'person': {
          const account = await accountIn(listed(to.person))
          return account === undefined ? unknown(host, to.person) : chat(account)
        }
        case 'account':
          return chat(to.account)
      }
    },
    accountOf: (id) => accountIn(listed(id)),
    chat,
    account: (id) => inGraph(listed(id)),
    lastAccount: (id) => inGraph(listed(id) ?? findFormer(host.directory(), id)),
  }
}

async function serviceOf(settings: TeamsSettings, known: Remembered): Promise<string | undefined> {
  const learned = await known.get('service-url')
  if (learned !== undefined && isAllowedService(settings, learned)) return learned
  return ownAuthority(settings) ? undefined : PUBLIC_SERVICE
}

function unknown(host: Host, person: string): Located {
  const name = nameOf(host.directory(), person)
  return no(
    'never',
    `Not reached on Teams: ${name} has no Teams account in the directory. Add their Entra object id, or ask them to write “muster” to the bot once.`,
  )
}

function no(type: 'later' | 'never', reason: string): Located {
  return { ok: false, outcome: { type, reason } }
}
