import { same } from './merge.ts'
import type { Listing } from './organisation.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What an import changed: who came, who left, which role passed to whom, and what else by its name. */
export interface DirectoryChanges {
  readonly added: readonly Named[]
  readonly left: readonly Named[]
  readonly roles: readonly {
    readonly role: string
    readonly seat: 'holder' | 'deputy' | 'onCall'
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly other: readonly string[]
}

type Facts = Omit<Listing, 'holdings'>

export function changesBetween(before: Listing | null, after: Listing): DirectoryChanges {
  const people = before?.people ?? []
  return {
    added: after.people.filter(isNotIn(people)).map(named),
    left: people.filter(isNotIn(after.people)).map(named),
    roles: handedOver(before?.holdings ?? [], after.holdings),
    other: before ? otherWords(before, after) : [],
  }
}

function isNotIn(people: readonly Named[]) {
  return ({ id }: Named) => !people.some((one) => one.id === id)
}

function named({ id, name }: Named): Named {
  return { id, name }
}

function handedOver(
  before: Listing['holdings'],
  after: Listing['holdings'],
): DirectoryChanges['roles'] {
  const roles = [...new Set([...before, ...after].map(({ role }) => role))]
  return roles.flatMap((role) =>
    (['holder', 'deputy', 'onCall'] as const).flatMap((seat) => {
      const held = (all: Listing['holdings']) =>
        all.find((one) => one.role === role)?.[seat] ?? null
      const [from, to] = [held(before), held(after)]
      return from === to ? [] : [{ role, seat, from, to }]
    }),
  )
}

/** By their names in the file; of people, those who stayed and are not what they were. */
function otherWords(before: Facts, after: Facts): string[] {
  const words: readonly (keyof Facts)[] = [
    'name',
    'type',
    'region',
    'leadProvider',
    'links',
    'jointlyCommissioned',
    'services',
    'host',
    'placing',
    'stage',
    'collaboratives',
    'rooms',
    'urgentPhone',
    'bridge',
    'head',
  ]
  const people = before.people.flatMap((person) => {
    const now = after.people.find(({ id }) => id === person.id)
    return now && !same(now, person) ? [`people: ${person.id}`] : []
  })
  return [...words.filter((word) => !same(before[word], after[word])), ...people]
}
