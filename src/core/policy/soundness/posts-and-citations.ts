import type { Policy } from '../policy.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'

/** How an organisation may stand to the provider of a record, besides by its type. */
const RELATIONS = [
  'provider',
  'lead-provider',
  'lead-quality-team',
  'service-quality-team',
  'host-commissioner',
  'placing-commissioner',
]

interface Known {
  readonly roles: readonly string[]
  readonly organisations: readonly string[]
  readonly documents: readonly string[]
}

/** Every post and every citation, wherever in the pack: the role, the organisation, the document. */
export function postsAndCitations(policy: Policy): Complaint[] {
  const known: Known = {
    roles: ids(policy.roles),
    organisations: [...new Set([...RELATIONS, ...ids(policy.organisationTypes)])],
    documents: ids(policy.documents),
  }
  return Object.entries(policy).flatMap(([key, value]) => walk(value, [key], `"${key}"`, known))
}

function walk(value: unknown, path: Path, who: string, known: Known): Complaint[] {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => walk(one, [...path, index], who, known))
  }
  if (typeof value !== 'object' || value === null) return []

  const words = new Map<string, unknown>(Object.entries(value))
  const id = words.get('id')
  const here = typeof id === 'string' ? `"${id}" of ${who}` : who
  return [
    ...wrongPost(words, path, here, known),
    ...wrongCitation(words, path, here, known),
    ...[...words].flatMap(([key, inner]) => walk(inner, [...path, key], here, known)),
  ]
}

function wrongPost(
  words: ReadonlyMap<string, unknown>,
  path: Path,
  who: string,
  known: Known,
): Complaint[] {
  const role = words.get('role')
  const of = words.get('of')
  if (typeof role !== 'string' || typeof of !== 'string') return []
  return [
    ...unknownWord([...path, 'role'], who, 'role', role, known.roles),
    ...unknownWord([...path, 'of'], who, 'organisation', of, known.organisations),
  ]
}

function wrongCitation(
  words: ReadonlyMap<string, unknown>,
  path: Path,
  who: string,
  known: Known,
): Complaint[] {
  const document = words.get('document')
  if (typeof document !== 'string') return []
  return unknownWord([...path, 'document'], who, 'document', document, known.documents)
}
