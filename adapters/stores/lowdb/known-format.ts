import { SCHEMA } from '../../../src/app/schema.ts'
import type { Index } from '../../../src/core/kind.ts'
import { frozen } from '../border.ts'
import type { Known } from '../row.ts'
import type { KnownFile, Stamp } from './known-files.ts'
import { rowFormat } from './row-format.ts'

/** The format of these files, of the records' files and of what is in them. */
const FORMAT = `2.${rowFormat.number}.${SCHEMA}`

type Facets = Pick<Index, 'timeline' | 'facets'>
type Rest = Pick<Known, 'waiting' | 'requests' | 'dead' | 'shown'> & Pick<KnownFile, 'complaint'>
type Entry = readonly [
  id: Known['id'],
  ...stamp: Stamp,
  version: number,
  wakeAt: Index['wakeAt'],
  dueAt: Index['dueAt'],
  rest?: Rest,
]

const NOTHING: Rest = frozen({ waiting: [], requests: [], dead: [], shown: [], complaint: null })

/** The format, then two lines for all records that have the same facets: those, and the records. */
export function textOfKnown(files: readonly KnownFile[]): string {
  const groups = new Map<string, Entry[]>()
  for (const file of files) {
    const { timeline, facets } = file.known.index
    const key = JSON.stringify({ timeline, facets })
    const entries = groups.get(key) ?? []
    groups.set(key, entries)
    entries.push(entryOf(file))
  }
  const lines = [...groups].flatMap(([key, entries]) => [key, JSON.stringify(entries)])
  return [FORMAT, ...lines].join('\n')
}

function entryOf({ stamp, known, complaint }: KnownFile): Entry {
  const { id, saved, index, waiting, requests, dead, shown } = known
  const entry = [id, ...stamp, saved.version, index.wakeAt, index.dueAt] as const
  const lists = [waiting, requests, dead, shown]
  return complaint === null && lists.every(({ length }) => length === 0)
    ? entry
    : [...entry, { waiting, requests, dead, shown, complaint }]
}

/** Reads what `textOfKnown` wrote; nothing where it is torn, or of another version. */
export function knownReader(): (text: string) => readonly KnownFile[] {
  // The same facets are one thing in memory, whatever file they stand in.
  const seen = new Map<string, Facets>()
  const facetsOf = (line: string) => {
    const known = seen.get(line)
    if (known) return known
    // Written by this very version, as the first line says, and checked when it was.
    const facets = frozen(JSON.parse(line) as Facets)
    seen.set(line, facets)
    return facets
  }

  return (text) => {
    const [format, ...lines] = text.split('\n')
    const files: KnownFile[] = []
    if (format !== FORMAT) return files
    try {
      for (let n = 0; n + 1 < lines.length; n += 2) {
        const facets = facetsOf(lines[n] ?? '')
        // As above.
        const entries = JSON.parse(lines[n + 1] ?? '') as Entry[]
        for (const entry of entries) files.push(fileOf(entry, facets))
      }
      return files
    } catch {
      return []
    }
  }
}

function fileOf(entry: Entry, { timeline, facets }: Facets): KnownFile {
  const [id, number, changedAt, size, version, wakeAt, dueAt, rest = NOTHING] = entry
  const { waiting, requests, dead, shown, complaint } = rest
  const index = { timeline, wakeAt, dueAt, facets }
  return {
    stamp: [number, changedAt, size],
    known: { id, saved: { version }, index, waiting, requests, dead, shown },
    complaint,
  }
}
