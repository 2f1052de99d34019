import type { WebClient } from '@slack/web-api'
import type { Message } from '../../../src/core/message/message.ts'
import { mentionedIn } from '../../../src/core/message/people.ts'
import type { Person } from '../../../src/core/organisation/organisation.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { findFormer, findPerson, identify, nameOf } from '../../../src/core/people/find.ts'
import type { Names } from './mrkdwn.ts'
import { codeOf } from './outcome.ts'
import { remembered } from './remembered.ts'

/** What Slack says of an account, as far as it tells who that is. */
interface Profile {
  readonly name: string
  readonly email?: string | undefined
}

/** Which person of the directory has which Slack account, either way round. */
export interface Accounts {
  /** Undefined: this person has no account here. Throws when Slack could not be asked. */
  accountOf(person: string): Promise<string | undefined>
  /** Also of somebody who has left the directory, to take them out of rooms. */
  lastAccountOf(person: string): Promise<string | undefined>
  /** By account, otherwise by e-mail, never by a name. Throws when Slack could not be asked. */
  actorOf(account: string): Promise<Actor>
  /** How an account that somebody mentioned is called. */
  nameOf(account: string): Promise<string>
  /** Everybody whom a message mentions, asking Slack where need be. */
  names(message: Message): Promise<Names>
  /** The same from what is known already: for answers that must not wait. */
  knownNames(): Names
}

export function slackAccounts(
  web: WebClient,
  directory: () => Directory,
  team: () => string | undefined,
): Accounts {
  const byEmail = remembered<string | null>((email) => lookedUp(web, email))
  const profiles = remembered((account) => profileOf(web, account, team()))

  const people = () => directory().organisations.flatMap((organisation) => organisation.people)

  function knownAccountOf({ accounts, email }: Person): string | undefined {
    return accounts.slack ?? (email === undefined ? undefined : (byEmail.known(email) ?? undefined))
  }

  async function accountIn(person: Person | undefined): Promise<string | undefined> {
    if (person?.accounts.slack !== undefined) return person.accounts.slack
    return person?.email === undefined
      ? undefined
      : ((await byEmail.get(person.email)) ?? undefined)
  }

  const accountOf = (id: string) => accountIn(findPerson(directory(), id)?.person)

  async function actorOf(account: string): Promise<Actor> {
    // Whoever has been looked up by address need not be asked for theirs.
    const person =
      people().find(({ accounts }) => accounts.slack === account) ??
      people().find((one) => knownAccountOf(one) === account)
    if (person) return { type: 'person', person: person.id }
    const profile = await profiles.get(account)
    return identify(directory(), { channel: 'slack', account, ...profile })
  }

  return {
    accountOf,
    lastAccountOf: (id) =>
      accountIn(findPerson(directory(), id)?.person ?? findFormer(directory(), id)),
    actorOf,
    async nameOf(account) {
      const actor = await actorOf(account)
      if (actor.type === 'unlisted') return actor.name
      return actor.type === 'person' ? nameOf(directory(), actor.person) : account
    },
    async names(message) {
      const found = await Promise.all(
        // A name does as well as a mention: what cannot be looked up now holds no message up.
        mentionedIn(message).map(
          async (id) => [id, await accountOf(id).catch(() => undefined)] as const,
        ),
      )
      const accounts = found.flatMap(([id, account]) => (account ? [[id, account] as const] : []))
      return { directory: directory(), accounts: new Map(accounts) }
    },
    knownNames() {
      const accounts = people().flatMap((person) => {
        const account = knownAccountOf(person)
        return account ? [[person.id, account] as const] : []
      })
      return { directory: directory(), accounts: new Map(accounts) }
    },
  }
}

async function lookedUp(web: WebClient, email: string): Promise<string | null> {
  try {
    return (await web.users.lookupByEmail({ email })).user?.id ?? null
  } catch (error) {
    if (codeOf(error) === 'users_not_found') return null
    throw error
  }
}

async function profileOf(
  web: WebClient,
  account: string,
  team: string | undefined,
): Promise<Profile> {
  const { user } = await web.users.info({ user: account })
  const name = user?.profile?.real_name || user?.real_name || user?.name || account
  // A guest of another workspace, a bot or an unconfirmed address proves nothing about who it is.
  const isOurs = team === undefined || user?.team_id === undefined || user.team_id === team
  const isProof = isOurs && !user?.is_bot && user?.is_email_confirmed !== false
  return isProof ? { name, email: user?.profile?.email } : { name }
}
