import type { Directory } from '../people/directory.ts'
import { squeezed } from './rules.ts'

type People = Directory['organisations'][number]['people']

const known = new WeakMap<People, ReadonlySet<string>>()

/** Whether words are the whole name of somebody who works here. */
export function isColleague({ organisations }: Directory, words: string): boolean {
  const name = squeezed(words)
  return organisations.some(({ people }) => namesOf(people).has(name))
}

function namesOf(people: People): ReadonlySet<string> {
  const names = known.get(people) ?? new Set(people.map(({ name }) => squeezed(name)))
  known.set(people, names)
  return names
}
