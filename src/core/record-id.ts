import { z } from 'zod'

/** `case-7k2m9q4x`, `meeting-…`: from the opening key. `provider-willow`, `organisation-willow`: from the directory. */
export const RecordId = z
  .string()
  .regex(/^(case|meeting|provider|organisation)-[a-z0-9-]{1,60}$/)
  .brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

/** How people write a case or a meeting: `C-7K2M-9Q4X`, `M-7K2M-9Q4X`. */
export function referenceOf(id: RecordId): string {
  const [kind = '', ...rest] = id.split('-')
  const name = rest.join('-')
  if (kind !== 'case' && kind !== 'meeting') return name
  const letters = name.toUpperCase()
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

export function providerId(slug: string): RecordId {
  return RecordId.parse(`provider-${slug}`)
}

export function organisationId(slug: string): RecordId {
  return RecordId.parse(`organisation-${slug}`)
}

export type RecordKind = 'case' | 'meeting' | 'provider' | 'organisation'

export function recordKind(id: RecordId): RecordKind {
  const kind = id.split('-')[0]
  if (kind === 'case' || kind === 'meeting' || kind === 'provider') return kind
  return 'organisation'
}
