import { z } from 'zod'
import { Place } from '../effect.ts'
import type { Blank } from '../kind.ts'
import { HeldUp, Outage } from '../outage.ts'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'
import { AlarmNotice } from './alarms.ts'
import { RulesKept } from './approval/approval.ts'
import { Digests } from './digest/digest.ts'
import { PrintedHead } from './printed-head.ts'

/**
 * Somebody in the directory. `accounts`: who they are on each channel, by channel name. `channel`:
 * the one on which they want to be told, where they are on several.
 */
export const Person = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1),
  title: z.string().optional(),
  email: z.email().optional(),
  accounts: z.record(z.string(), z.string()).default({}),
  channel: z.string().optional(),
})
export type Person = z.infer<typeof Person>

/** Somebody who is not listed any more, as they were; from `contactUntil` on only by their name. */
export const Former = Person.extend({ contactUntil: z.exactOptional(Instant) })
export type Former = z.infer<typeof Former>

/** Who holds a role at this organisation, who stands in, and who is called out of hours. */
export const Holding = z.object({
  role: z.string(),
  holder: z.string().nullable(),
  deputy: z.string().nullable().default(null),
  onCall: z.string().nullable().default(null),
})
export type Holding = z.infer<typeof Holding>

const Leave = z.object({
  person: z.string(),
  from: Instant,
  until: Instant,
  cover: z.string().nullable(),
})
export type Leave = z.infer<typeof Leave>

/** A private room that the organisation's records use. `cases`: a provider's own. `triage`: where unlisted providers go. */
const Room = z.object({ channel: z.string(), room: z.string(), use: z.enum(['cases', 'triage']) })

/** A collaborative as the directory has it: what is said of it, by the fields of the rules. */
export const Collaborative = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type Collaborative = z.infer<typeof Collaborative>

/** An organisation as the directory file has it. */
export const Listing = z.object({
  slug: z.string(),
  name: z.string(),
  type: z.string(),
  region: z.string().nullable(),
  /** The slug of its Lead Provider; null for anyone but a sub-contractor, and for a unit of which a host alone is named. */
  leadProvider: z.string().nullable(),
  /** Other organisations that stand in a relation to it, by organisation type: `icb`, `local-authority` … */
  links: z.record(z.string(), z.string()),
  jointlyCommissioned: z.boolean(),
  services: z.array(z.string()),
  /** Who hosts the unit: the organisation of its host commissioner, by its slug. */
  host: z.exactOptional(z.string()),
  /** Of a Lead Provider whose collaborative is not live yet: in shadow form, or at stage two. */
  stage: z.exactOptional(z.enum(['shadow', 'two'])),
  /** The collaboratives that it leads, or speaks for. */
  collaboratives: z.exactOptional(z.array(Collaborative)),
  /** Who has people placed there, by their slugs. */
  placing: z.exactOptional(z.array(z.string())),
  rooms: z.array(Room),
  /** Whom to phone when somebody is in danger now. */
  urgentPhone: z.string().nullable(),
  bridge: z.object({ url: z.string(), dialIn: z.string().nullable() }).nullable(),
  head: z.string().nullable(),
  people: z.array(Person),
  holdings: z.array(Holding),
})
export type Listing = z.infer<typeof Listing>

const OutageNotice = z.object({
  n: z.int().positive(),
  outage: Outage,
  tells: z.array(z.object({ place: Place, late: z.array(HeldUp) })),
})
export type OutageNotice = z.infer<typeof OutageNotice>

export const Organisation = z.object({
  kind: z.literal('organisation'),
  status: z.literal('listed'),
  id: RecordId,
  timeline: z.string(),
  ...Listing.shape,
  leave: z.array(Leave),
  /** Who was listed before and is not any more: what names them still does, and they are taken out of rooms. */
  former: z.exactOptional(z.array(Former)),
  /** Only where it owns the message with the head of the ledger. */
  printed: z.exactOptional(PrintedHead),
  /** What the file said at the last import: an edit made since is told from it. */
  imported: Listing,
  /** The latest outages, and what is told of each in which of its places; the newest last. */
  outages: z.array(OutageNotice),
  /** Only where somebody of it is an administrator. */
  alarms: z.exactOptional(z.array(AlarmNotice)),
  /** Only where it owns what is recorded of the approval of the rules. */
  rules: z.exactOptional(RulesKept),
  /** Only once somebody of it has asked for the tracker as a digest. */
  digests: z.exactOptional(Digests),
})
export type Organisation = z.infer<typeof Organisation>
export type MaybeOrganisation = Organisation | Blank<'organisation'>
