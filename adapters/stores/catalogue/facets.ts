import type { Listed, ListQuery } from '../../../src/app/ports.ts'
import type { Index } from '../../../src/core/kind.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { byText } from './sorted-list.ts'

/** Which records have which value of a facet: lists are answered without reading a record. */
export interface Facets {
  get(id: RecordId): Index | undefined
  replace(id: RecordId, after: Index): void
  list(query: ListQuery): Listed[]
}

export function facets(): Facets {
  const indices = new Map<RecordId, Index>()
  const members = new Map<string, Set<RecordId>>()

  return {
    get: (id) => indices.get(id),
    replace(id, after) {
      const before = indices.get(id)
      // An outcome leaves it as it was.
      if (before === after) return
      for (const value of before ? facetKeys(before) : []) leave(members, value, id)
      for (const value of facetKeys(after)) join(members, value, id)
      indices.set(id, after)
    },
    list({ facets: asked, timeline }) {
      const values = Object.entries(asked).map(([name, value]) => facetKey(name, value))
      if (timeline !== undefined) values.push(facetKey('', timeline))
      const sets = values.map((value) => members.get(value) ?? new Set<RecordId>())
      const [smallest, ...others] = sets.toSorted((one, other) => one.size - other.size)
      return [...(smallest ?? indices.keys())]
        .filter((id) => others.every((set) => set.has(id)))
        .flatMap((id) => {
          const index = indices.get(id)
          return index ? { id, index } : []
        })
        .sort(byDue)
    },
  }
}

function join(members: Map<string, Set<RecordId>>, value: string, id: RecordId): void {
  const ids = members.get(value)
  if (ids) ids.add(id)
  else members.set(value, new Set([id]))
}

function leave(members: Map<string, Set<RecordId>>, value: string, id: RecordId): void {
  const ids = members.get(value)
  ids?.delete(id)
  if (ids?.size === 0) members.delete(value)
}

/** The timeline counts as the facet without a name. */
function facetKeys({ timeline, facets }: Index): string[] {
  const named = Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) => facetKey(name, value)),
  )
  return [facetKey('', timeline), ...named]
}

function facetKey(name: string, value: string): string {
  return `${name}\n${value}`
}

function byDue(one: Listed, other: Listed): number {
  return byText(one.index.dueAt ?? '~', other.index.dueAt ?? '~') || byText(one.id, other.id)
}
