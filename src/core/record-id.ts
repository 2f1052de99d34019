import { z } from 'zod'

/**
 * `case-7k2m9q4x`, `meeting-…`, `drill-…`: from the opening key. `provider-willow`, `organisation-willow`:
 * from the directory.
 */
export const RecordId = z
  .string()
  .regex(/^(case|meeting|provider|organisation|drill)-[a-z0-9-]{1,60}$/)
  .brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

/** How people write a case, a meeting or a rehearsal: `C-7K2M-9Q4X`, `M-7K2M-9Q4X`, `R-7K2M9`. */
export function referenceOf(id: RecordId): string {
  const [kind = '', ...rest] = id.split('-')
  const name = rest.join('-')
  const letters = name.toUpperCase()
  if (kind === 'drill') return `R-${letters}`
  if (kind !== 'case' && kind !== 'meeting') return name
  return `${kind === 'case' ? 'C' : 'M'}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The record that a person means; undefined when the words cannot be a reference. */
export function parseReference(words: string): RecordId | undefined {
  const match = /^([cm])[\s-]*([0-9a-z]{4})[\s-]*([0-9a-z]{4})$/i.exec(words.trim())
  if (match) {
    const kind = match[1]?.toLowerCase() === 'c' ? 'case' : 'meeting'
    return RecordId.parse(`${kind}-${match[2]}${match[3]}`.toLowerCase())
  }
  const name = words.trim().toLowerCase()
  return /^[a-z0-9][a-z0-9-]{0,50}$/.test(name) ? RecordId.parse(`provider-${name}`) : undefined
}

const CASE_IN_WORDS = /\bc(?:ase)?[\s-]*([0-9a-hj-kmnp-tv-z]{4})[\s-]*([0-9a-hj-kmnp-tv-z]{4})\b/gi

/**
 * Every case whose reference, or id, may stand in these words, however it is written: `C-7K2M-9Q4X`,
 * `c7k2m9q4x`. It also takes what only looks like one, so that none is overlooked among those that are there.
 */
export function casesNamedIn(words: string): readonly RecordId[] {
  return [...words.matchAll(CASE_IN_WORDS)]
    .filter(([all]) => /[\d-]/.test(all))
    .map(([, one, other]) => RecordId.parse(`case-${one}${other}`.toLowerCase()))
}

const LETTERS = '[0-9a-hj-kmnp-tv-z]{4}'
const WRITTEN_OUT = new RegExp(`\\bc-${LETTERS}-${LETTERS}\\b`, 'i')
const AS_WRITTEN = new RegExp(
  `\\bc(?:ase)?(?:[\\s-]+${LETTERS}[\\s-]*|${LETTERS}-?)${LETTERS}\\b`,
  'gi',
)

/** Whether somebody has written the reference of a case; “CAMHS 2027” and “cases 2026” are none. */
export function hasReference(words: string): boolean {
  const found = [...words.matchAll(AS_WRITTEN)].map(([all]) => all.replace(/^c(?:ase)?[\s-]*/i, ''))
  // Two words apart are letters of a reference only where each has a figure in it.
  return (
    WRITTEN_OUT.test(words) ||
    found.some((letters) => letters.split(/\s+/).every((one) => /\d/.test(one)))
  )
}

export function providerId(slug: string): RecordId {
  return RecordId.parse(`provider-${slug}`)
}

export function organisationId(slug: string): RecordId {
  return RecordId.parse(`organisation-${slug}`)
}

export type RecordKind = 'case' | 'meeting' | 'provider' | 'organisation' | 'drill'

export function recordKind(id: RecordId): RecordKind {
  const kind = id.split('-')[0]
  if (kind === 'case' || kind === 'meeting' || kind === 'provider' || kind === 'drill') return kind
  return 'organisation'
}

/**
 * Of a record inside a rehearsal, that rehearsal: the letters of its reference begin with `u`, as
 * those of no other do.
 */
export function rehearsalOf(id: string): RecordId | undefined {
  const own = /^(?:case|meeting)-u([0-9a-z]{5})\d\d$/.exec(id)?.[1]
  const letters = own ?? /^provider-rehearsal-([0-9a-z]{5})-/.exec(id)?.[1]
  return letters === undefined ? undefined : RecordId.parse(`drill-${letters}`)
}

/** The rehearsal that a person means: `R-7K2M9`. */
export function parseRehearsal(words: string): RecordId | undefined {
  const letters = /^r[\s-]?([0-9a-z]{5})$/i.exec(words.trim())?.[1]
  return letters === undefined ? undefined : RecordId.parse(`drill-${letters.toLowerCase()}`)
}
