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

/** Records that agree in every facet: most do with many others, and are then kept as one. */
interface Group {
  readonly key: string
  readonly facets: Index['facets']
  readonly timeline: string
  readonly ids: Set<RecordId>
}

export function facets(): Facets {
  const indices = new Map<RecordId, Index>()
  const { of, leave, having } = groups()

  return {
    get: (id) => indices.get(id),
    replace(id, after) {
      const before = indices.get(id)
      // An outcome leaves it as it was.
      if (before === after) return
      const group = of(after)
      const old = before && of(before)
      group.ids.add(id)
      if (old && old !== group) leave(old, id)
      indices.set(id, after)
    },
    list({ facets: asked, timeline }) {
      const wanted = Object.entries(asked)
      if (timeline !== undefined) wanted.push([TIMELINE, timeline])
      return having(wanted)
        .flatMap(({ ids }) => [...ids])
        .flatMap((id) => {
          const index = indices.get(id)
          return index ? { id, index } : []
        })
        .sort(byDue)
    },
  }
}

function groups() {
  const all = new Map<string, Group>()
  /** By facet and value, for the facets that somebody has asked for. */
  const members = new Map<string, Members>()
  // At the start many records come with the very same facets.
  const found = new WeakMap<Index['facets'], Group>()

  const membersBy = (name: string) => {
    const known = members.get(name)
    if (known) return known
    const byValue: Members = new Map()
    members.set(name, byValue)
    for (const group of all.values()) join(byValue, valuesOf(group, name), group)
    return byValue
  }
  const added = (key: string, { timeline, facets }: Index): Group => {
    const group = { key, facets, timeline, ids: new Set<RecordId>() }
    all.set(key, group)
    for (const [name, byValue] of members) join(byValue, valuesOf(group, name), group)
    return group
  }

  return {
    of(index: Index): Group {
      const before = found.get(index.facets)
      if (before && before.timeline === index.timeline && before.ids.size > 0) return before
      const key = JSON.stringify([index.timeline, index.facets])
      const group = all.get(key) ?? added(key, index)
      found.set(index.facets, group)
      return group
    },
    leave(group: Group, id: RecordId): void {
      group.ids.delete(id)
      if (group.ids.size > 0) return
      all.delete(group.key)
      for (const [name, byValue] of members) part(byValue, valuesOf(group, name), group)
    },
    having(wanted: readonly (readonly [name: string, value: string])[]): readonly Group[] {
      const sets = wanted.map(([name, value]) => membersBy(name).get(value) ?? new Set<Group>())
      const [smallest, ...others] = sets.toSorted((one, other) => one.size - other.size)
      return [...(smallest ?? all.values())].filter((group) =>
        others.every((set) => set.has(group)),
      )
    },
  }
}

type Members = Map<string, Set<Group>>

function join(members: Members, values: readonly string[], group: Group): void {
  for (const value of values) members.set(value, (members.get(value) ?? new Set()).add(group))
}

function part(members: Members, values: readonly string[], group: Group): void {
  for (const value of values) {
    const having = members.get(value)
    having?.delete(group)
    if (having?.size === 0) members.delete(value)
  }
}

/** The timeline counts as the facet without a name. */
const TIMELINE = ''

function valuesOf({ timeline, facets }: Group, name: string): readonly string[] {
  return name === TIMELINE ? [timeline] : (facets[name] ?? [])
}

function byDue(one: Listed, other: Listed): number {
  return byText(one.index.dueAt ?? '~', other.index.dueAt ?? '~') || byText(one.id, other.id)
}
