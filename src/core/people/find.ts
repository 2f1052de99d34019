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

/** Somebody as they were listed last, once they are not any more. */
export function findFormer(directory: Directory, id: string): Person | undefined {
  return directory.organisations
    .flatMap(({ former = [] }) => former)
    .find((person) => person.id === id)
}

/** How a person is named in a message; somebody who left, as they were when they did. */
export function nameOf(directory: Directory, id: string): string {
  const person = findPerson(directory, id)?.person ?? findFormer(directory, id)
  return person?.name ?? 'somebody who has left the directory'
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
