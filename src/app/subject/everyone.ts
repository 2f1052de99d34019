import type { Organisation, Person } from '../../core/organisation/organisation.ts'
import { evolve, type MaybeRecord } from '../../core/record.ts'
import type { App } from '../app.ts'
import { toldIn } from '../inquiry/told-events.ts'

/** A person by all that ever named them in the directory. */
export interface Named {
  readonly id: string
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly accounts: readonly string[]
}

/** Everybody who is, or ever was, in the directory. */
export async function everyone({ store }: Pick<App, 'store'>): Promise<readonly Named[]> {
  const found = new Map<string, Person[]>()
  for (const { id } of await store.list({ facets: { kind: 'organisation' } })) {
    let folded: MaybeRecord = { kind: 'organisation', status: 'none', id }
    for (const { event } of toldIn({ entries: await store.history(id) })) {
      if (event === null) continue
      folded = evolve(folded, event)
      for (const person of peopleOf(folded))
        found.set(person.id, [...(found.get(person.id) ?? []), person])
    }
  }
  return [...found].map(([id, all]) => ({
    id,
    names: unique(all.map(({ name }) => name)),
    emails: unique(all.flatMap(({ email }) => email ?? [])),
    accounts: unique(all.flatMap(({ accounts }) => Object.values(accounts))),
  }))
}

function peopleOf(record: MaybeRecord): Organisation['people'] {
  return record.kind === 'organisation' && record.status === 'listed' ? record.people : []
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

/** By id or address; by `slack:U0123ABCD` also somebody who was never in the directory. */
export function whoIs(all: readonly Named[], words: string): Named | undefined {
  const wanted = words.trim().toLowerCase()
  const known =
    all.find(({ id }) => id === wanted) ??
    all.find(({ emails }) => emails.some((email) => email.toLowerCase() === wanted))
  const account = /^[a-z]+:(.+)$/i.exec(words.trim())?.[1]
  if (known || account === undefined) return known
  const holds = ({ accounts }: Named) =>
    accounts.some((one) => one.toLowerCase() === account.toLowerCase())
  return all.find(holds) ?? { id: account, names: [], emails: [], accounts: [account] }
}
