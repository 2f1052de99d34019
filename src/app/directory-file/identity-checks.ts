import { NOT_LISTED } from '../../core/form/asked.ts'
import type { Fault } from '../yaml-problems.ts'
import { repeated } from './known.ts'
import type { DirectorySource } from './source.ts'

/** One slug an organisation, and one entry, one e-mail and one account a person. */
export function identityFaults({ organisations }: DirectorySource): readonly Fault[] {
  const people = organisations.flatMap(({ people }, index) =>
    people.map((person, place) => ({ person, path: ['organisations', index, 'people', place] })),
  )
  const emails = people.flatMap(({ person, path }) =>
    person.email ? [{ word: person.email.toLowerCase(), path: [...path, 'email'] }] : [],
  )
  const accounts = people.flatMap(({ person, path }) =>
    Object.entries(person.accounts).map(([channel, account]) => ({
      word: `${channel} account ${account}`,
      path: [...path, 'accounts', channel],
    })),
  )
  return [
    ...slugFaults(organisations.map(({ slug }) => slug)),
    ...repeated(
      people.map(({ person, path }) => ({ word: person.id, path: [...path, 'id'] })),
      (id) => `"${id}" is the id of another person already. Everybody has one entry and one id.`,
    ),
    ...repeated(
      emails,
      (email) =>
        `${email} belongs to another person already. Everybody has an e-mail of their own.`,
    ),
    ...repeated(
      accounts,
      (account) => `The ${account} belongs to another person already. Correct one of them.`,
    ),
  ]
}

function slugFaults(slugs: readonly string[]): readonly Fault[] {
  const words = slugs.map((word, index) => ({ word, path: ['organisations', index, 'slug'] }))
  return [
    ...repeated(
      words,
      (slug) => `"${slug}" is the slug of another organisation already. Choose another.`,
    ),
    ...words
      .filter(({ word }) => word === NOT_LISTED)
      .map(({ path, word }) => ({
        path,
        message: `"${word}" means a provider that is not in the directory. Choose another slug.`,
      })),
  ]
}
