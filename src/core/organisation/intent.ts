import { z } from 'zod'
import { Unaccepted } from '../alarm.ts'
import { Place } from '../effect.ts'
import { HeldUp, Outage } from '../outage.ts'
import { outcomeIntents } from '../outcome-intents.ts'
import { Actor } from '../people/actor.ts'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'
import { Often, RoomUse } from './digest/digest.ts'
import { InstallationChanges } from './installation.ts'
import { Listing, Person } from './organisation.ts'
import { PrintedHead } from './printed-head.ts'

const kind = z.literal('organisation')
const by = Actor

export const OrganisationIntent = z.discriminatedUnion('type', [
  /** From the directory file. What did not change in the file since the last import is left as it is now. */
  z.object({
    kind,
    type: z.literal('import'),
    listing: Listing,
    /** What the file is called. */
    file: z.string().optional(),
    /** The file no longer lists it: nobody of it is left. */
    gone: z.literal(true).optional(),
  }),
  z.object({
    kind,
    type: z.literal('setLeave'),
    by,
    person: z.string(),
    from: Instant,
    until: Instant,
    cover: z.string().nullable(),
  }),
  z.object({
    kind,
    type: z.literal('appoint'),
    by,
    role: z.string(),
    holder: z.string().nullable(),
    deputy: z.string().nullable(),
    onCall: z.string().nullable(),
  }),
  z.object({ kind, type: z.literal('addPerson'), by, person: Person }),
  /** At once: from then on they see nothing, and hold nothing. */
  z.object({ kind, type: z.literal('removePerson'), by, person: z.string(), reason: z.string() }),
  /** At a start: the pack or the settings are not what they were at the one before. */
  z.object({ kind, type: z.literal('noteInstallation'), changes: InstallationChanges }),
  /** Who approved the pack of this hash, and on which day; without a day of review the pack’s rule gives it. */
  z.object({
    kind,
    type: z.literal('approveRules'),
    by,
    pack: z.string(),
    approvedBy: z.string(),
    approvedOn: Instant,
    reviewOn: Instant.nullable(),
  }),
  /** The tracker as a digest: for oneself, or for everybody in the organisation’s rooms of one use. */
  z.object({ kind, type: z.literal('orderDigest'), by, every: Often.or(z.literal('off')) }),
  z.object({
    kind,
    type: z.literal('orderRoomDigest'),
    by,
    use: RoomUse,
    every: Often.or(z.literal('off')),
  }),
  /** At a start: nobody has approved the pack in force. */
  z.object({ kind, type: z.literal('noteUnapproved') }),
  /** The head of the ledger is put into a room, so that an outsider can keep it. */
  z.object({ kind, type: z.literal('printHead'), printed: PrintedHead }),
  /** From a record that an outage held up: what is to be told in a place of this organisation. */
  z.object({
    kind,
    type: z.literal('noteOutage'),
    outage: Outage,
    place: Place,
    late: z.array(HeldUp),
  }),
  /** From a record of which a service has not accepted something: what administrators here are told of, in each of their places. */
  z.object({
    kind,
    type: z.literal('noteAlarm'),
    service: z.string(),
    places: z.array(Place),
    late: Unaccepted,
  }),
  /** From a record that has become confidential: what was told of it is not shown any more. */
  z.object({ kind, type: z.literal('noteConfidential'), record: RecordId }),
  z.object({ kind, type: z.literal('wake') }),
  ...outcomeIntents(kind),
])
export type OrganisationIntent = z.infer<typeof OrganisationIntent>
export type OrganisationIntentOf<Type extends OrganisationIntent['type']> = Extract<
  OrganisationIntent,
  { type: Type }
>
