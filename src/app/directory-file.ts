import { createHash } from 'node:crypto'
import type { Listing } from '../core/organisation/organisation.ts'
import type { Directory } from '../core/people/directory.ts'
import type { Policy } from '../core/policy/policy.ts'
import { organisationId } from '../core/record-id.ts'
import { channelNames } from './config.ts'
import { collaborativeFaults } from './directory-file/collaborative-checks.ts'
import { gapsOf } from './directory-file/gaps.ts'
import { identityFaults } from './directory-file/identity-checks.ts'
import type { Known } from './directory-file/known.ts'
import { relationFaults, structureFaults } from './directory-file/relation-checks.ts'
import { roomFaults } from './directory-file/room-checks.ts'
import { DirectorySource, listingOf } from './directory-file/source.ts'
import type { Request } from './ports.ts'
import { loadYaml, readYaml, type YamlReading } from './yaml-file.ts'
import { faultsOf, problemsOf, unstorable } from './yaml-problems.ts'

export type DirectoryReading =
  | {
      readonly ok: true
      readonly listings: readonly Listing[]
      /** Of the file's bytes: what was imported once is not imported again. */
      readonly hash: string
      /** Empty posts, each as a sentence. */
      readonly notes: readonly string[]
    }
  /** Each problem names file, line and cure. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** A directory may speak of what this pack and this version know. */
export function knownOf(policy: Policy): Known {
  return { policy, channels: channelNames }
}

/** The directory file from the disk; `name` is what people call it. */
export function loadDirectoryFile(path: string, name: string, known: Known): DirectoryReading {
  return directoryOf(loadYaml(path, name), known)
}

export function readDirectoryFile(name: string, text: string, known: Known): DirectoryReading {
  return directoryOf(readYaml(name, text), known)
}

/** One import for each organisation. The same file asks the same again, and changes nothing. */
export function requestsFor(
  listings: readonly Listing[],
  hash: string,
  file: string,
): readonly Request[] {
  return listings.map((listing) => ({
    key: `import:${hash}:${listing.slug}`,
    to: organisationId(listing.slug),
    intent: { kind: 'organisation', type: 'import', listing, file },
  }))
}

/** What the file no longer lists: its people are shut out, its history stays. */
export function farewells(
  { organisations }: Directory,
  listings: readonly Listing[],
  hash: string,
  file: string,
): readonly Request[] {
  const dropped = organisations.filter(({ slug }) => !listings.some((one) => one.slug === slug))
  return dropped.map(({ id, slug, imported: { collaboratives, ...imported } }) => {
    const listing = { ...imported, people: [], holdings: [], head: null, rooms: [] }
    const intent = { kind: 'organisation', type: 'import', listing, file, gone: true } as const
    return { key: `import:${hash}:${slug}`, to: id, intent }
  })
}

function directoryOf(reading: YamlReading, known: Known): DirectoryReading {
  if (!reading.ok) return reading
  const { file, text } = reading
  const parsed = DirectorySource.safeParse(file.value)
  if (!parsed.success) {
    return { ok: false, problems: problemsOf(file, faultsOf(parsed.error, file.value)) }
  }
  const faults = [
    ...unstorable(file.value),
    ...identityFaults(parsed.data),
    ...relationFaults(parsed.data, known),
    ...structureFaults(parsed.data),
    ...roomFaults(parsed.data, known),
    ...collaborativeFaults(parsed.data, known),
  ]
  if (faults.length > 0) return { ok: false, problems: problemsOf(file, faults) }
  const listings = parsed.data.organisations.map(listingOf)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { ok: true, listings, hash, notes: gapsOf(listings, known.policy) }
}
