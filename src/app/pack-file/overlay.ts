import type { Fault } from '../yaml-problems.ts'

type Block = Readonly<Record<string, unknown>>
type Path = Fault['path']

/** A pack laid over another one. `inFile` leads from a place in the whole back to the file; null: it came from below. */
export interface Overlay {
  readonly whole: Block
  readonly faults: readonly Fault[]
  inFile(path: Path): Path | null
}

/** Changing only these leaves what a rule says, and whose it is, as it was. */
const HARMLESS = ['id', 'label', 'short', 'optional', 'citation']

interface Laid {
  readonly value: unknown
  /** For a list: which entry of the file stands at a place. */
  readonly origins?: readonly (number | null)[]
  readonly faults: readonly Fault[]
}

/**
 * Rules are matched by id and holidays by date: what the file says of a known one replaces it word
 * by word, another is added. Blocks are matched word by word; everything else is replaced.
 */
export function overlay(base: Block, file: Block): Overlay {
  const laid = new Map<string, Laid>()
  for (const [section, value] of Object.entries(file)) {
    if (section !== 'extends') laid.set(section, layOver(section, base[section], value))
  }
  const values = [...laid].map(([section, { value }]) => [section, value])
  return {
    whole: { ...base, ...Object.fromEntries(values) },
    faults: [...laid.values()].flatMap(({ faults }) => faults),
    inFile([section, place, ...rest]) {
      const found = laid.get(String(section))
      if (!found || section === undefined) return null
      if (!found.origins || typeof place !== 'number') {
        return place === undefined ? [section] : [section, place, ...rest]
      }
      const origin = found.origins[place]
      return typeof origin === 'number' ? [section, origin, ...rest] : null
    },
  }
}

export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function layOver(section: string, below: unknown, value: unknown): Laid {
  if (Array.isArray(below) && Array.isArray(value)) return layList(section, below, value)
  if (isBlock(below) && isBlock(value)) {
    return { value: { ...below, ...value }, faults: uncited(below, value, section, [section]) }
  }
  return { value, faults: [] }
}

function layList(section: string, below: readonly unknown[], list: readonly unknown[]): Laid {
  const key = section === 'holidays' ? 'date' : 'id'
  const entries = below.map((value): { value: unknown; origin: number | null } => ({
    value,
    origin: null,
  }))
  const faults: Fault[] = []
  for (const [origin, value] of list.entries()) {
    const name = isBlock(value) ? value[key] : undefined
    const place = entries.findIndex((one) => isBlock(one.value) && one.value[key] === name)
    const known = entries[place]?.value
    if (name === undefined || !isBlock(known) || !isBlock(value)) {
      entries.push({ value, origin })
      continue
    }
    entries[place] = { value: { ...known, ...value }, origin }
    faults.push(...uncited(known, value, String(name), [section, origin]))
  }
  if (key === 'date')
    entries.sort((one, other) => (dateOf(one.value) < dateOf(other.value) ? -1 : 1))
  return {
    value: entries.map(({ value }) => value),
    origins: entries.map(({ origin }) => origin),
    faults,
  }
}

/** A changed rule no longer is what its citation says: it needs its own. */
function uncited(below: Block, value: Block, name: string, path: Path): readonly Fault[] {
  const changed = Object.keys(value).some((word) => !HARMLESS.includes(word))
  if (!changed || below.citation === undefined || value.citation !== undefined) return []
  const message = `"${name}" is changed but still cites the old source. Add "citation" with document, section, note and kind.`
  return [{ path, message }]
}

function dateOf(value: unknown): string {
  return isBlock(value) ? String(value.date) : ''
}
