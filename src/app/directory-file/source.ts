import { z } from 'zod'
import type { Listing } from '../../core/organisation/organisation.ts'
import { plainAccount } from '../../core/people/account.ts'

const text = z.string().trim().min(1).max(200)
const word = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,50}$/, 'use small letters, digits and hyphens, 51 at most')

const Person = z.strictObject({
  id: word,
  name: text,
  title: text.optional(),
  email: z.email().optional(),
  accounts: z.record(z.string(), text.transform(plainAccount)).default({}),
  channel: text.optional(),
})

const Holding = z.strictObject({
  holder: word.nullable().default(null),
  deputy: word.nullable().default(null),
  onCall: word.nullable().default(null),
})

const Room = z.strictObject({ channel: text, room: text, use: z.enum(['cases', 'triage']) })

const Bridge = z.strictObject({
  url: z.url({ protocol: /^https$/, error: 'give an address that begins with https://' }),
  dialIn: text.nullable().default(null),
})

const said = z.string().trim().min(1).max(400)
const Collaborative = z.record(z.string(), z.union([said, z.array(said).min(1).max(30)]))

/** An organisation as people write it in the directory file. */
const OrganisationSource = z.strictObject({
  slug: word,
  name: text,
  type: z.string(),
  region: word.nullable().default(null),
  leadProvider: z.string().nullable().default(null),
  links: z.record(z.string(), z.string()).default({}),
  jointlyCommissioned: z.boolean().default(false),
  services: z.array(z.string()).default([]),
  host: z.exactOptional(z.string()),
  stage: z.exactOptional(z.enum(['shadow', 'two'])),
  placing: z.exactOptional(z.array(z.string())),
  collaboratives: z.exactOptional(z.array(Collaborative).min(1).max(20)),
  rooms: z.array(Room).default([]),
  urgentPhone: text.nullable().default(null),
  bridge: Bridge.nullable().default(null),
  head: z.string().nullable().default(null),
  people: z.array(Person).default([]),
  roles: z.record(z.string(), Holding).default({}),
})
export type OrganisationSource = z.infer<typeof OrganisationSource>

export const DirectorySource = z.strictObject({ organisations: z.array(OrganisationSource).min(1) })
export type DirectorySource = z.infer<typeof DirectorySource>

export function listingOf({ roles, ...source }: OrganisationSource): Listing {
  const holdings = Object.entries(roles).map(([role, held]) => ({ role, ...held }))
  return { ...source, holdings }
}
