import type { Organisation, Person } from '../organisation/organisation.ts'
import { plainAccount } from './account.ts'
import type { Actor } from './actor.ts'
import type { Directory } from './directory.ts'

export interface Found {
  readonly person: Person
  readonly organisation: Organisation
}

export function findPerson(directory: Directory, id: string): Found | undefined {
  for (const organisation of directory.organisations) {
    const person = organisation.people.find((one) => one.id === id)
    if (person) return { person, organisation }
  }
  return undefined
}

/** How a person is named in a message; somebody who left is named by their id. */
export function nameOf(directory: Directory, id: string): string {
  return findPerson(directory, id)?.person.name ?? id
}

export function findOrganisation(directory: Directory, slug: string): Organisation | undefined {
  return directory.organisations.find((one) => one.slug === slug)
}

/** Who holds this account on a channel: by the account itself, otherwise by e-mail, never by name. */
export function identify(
  directory: Directory,
  account: { channel: string; account: string; name: string; email?: string | undefined },
): Actor {
  const email = account.email?.toLowerCase()
  const own = plainAccount(account.account)
  const all = directory.organisations.flatMap(({ people }) => people)
  const person =
    all.find(({ accounts }) => plainAccount(accounts[account.channel] ?? '') === own) ??
    (email === undefined ? undefined : all.find((one) => one.email?.toLowerCase() === email))
  if (person) return { type: 'person', person: person.id }
  const { channel, name } = account
  return { type: 'unlisted', channel, account: account.account, name }
}
