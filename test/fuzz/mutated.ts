import fc from 'fast-check'
import { junk } from './words.ts'

type Path = readonly (string | number)[]

/** Something well made with one to three of its parts taken out, or something else in their stead. */
export function mutated(...wellMade: readonly object[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...wellMade).chain((value) => {
    const change = fc.record({
      path: fc.constantFrom(...pathsIn(value)),
      instead: fc.option(junk, { nil: undefined, freq: 6 }),
    })
    return fc.array(change, { maxLength: 3 }).map((changes) => {
      const copy: unknown = structuredClone(value)
      for (const { path, instead } of changes) put(copy, path, structuredClone(instead))
      return copy
    })
  })
}

function pathsIn(value: unknown, before: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = [...before, Array.isArray(value) ? Number(name) : name]
    return [path, ...pathsIn(inner, path)]
  })
}

/** Undefined: taken out. An earlier change may have taken away what leads there. */
function put(root: unknown, path: Path, instead: unknown): void {
  const last = path.at(-1)
  let at: unknown = root
  for (const step of path.slice(0, -1)) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
  }
  if (typeof at !== 'object' || at === null || last === undefined) return
  if (instead === undefined) Reflect.deleteProperty(at, last)
  else Reflect.set(at, last, instead)
}
