import type { Unaccepted } from '../alarm.ts'
import type { Refusal } from '../decision.ts'
import type { Place } from '../effect.ts'
import type { HeldUp, Outage } from '../outage.ts'
import type { Doer } from '../people/actor.ts'
import type { RecordId } from '../record-id.ts'
import type { Standing } from '../standing.ts'
import type { Day } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import type { Approval, ApprovalNotice } from './approval/approval.ts'
import type { DigestFor, Often } from './digest/digest.ts'
import type { DirectoryChanges } from './directory-changes.ts'
import type { InstallationChanges, Pack } from './installation.ts'
import type { Holding, Leave, Listing, Person } from './organisation.ts'
import type { PrintedHead } from './printed-head.ts'

export type OrganisationEvent = {
  readonly at: Instant
} /** `listing` is the file's; `standing` is what holds now, with the edits that survive. */ & (
  | {
      type: 'imported'
      timeline: string
      listing: Listing
      standing: Listing
      /** At a start of Muster, from a file of this name. */
      file?: string
      changes?: DirectoryChanges
      /** Of those who left by it, where the pack has a rule for it. */
      contactUntil?: Instant
    }
  | { type: 'leaveSet'; by: Doer; leave: Leave }
  | { type: 'appointed'; by: Doer; holding: Holding }
  | { type: 'personAdded'; by: Doer; person: Person }
  | {
      type: 'personRemoved'
      by: Doer
      person: Pick<Person, 'id' | 'name'>
      reason: string
      contactUntil?: Instant
    }
  /** The address and the accounts of these, who have left. */
  | { type: 'contactsForgotten'; people: readonly string[] }
  /** At a start of Muster, by whoever started it. */
  | { type: 'installationChanged'; changes: InstallationChanges }
  | { type: 'rulesApproved'; by: Doer; approval: Approval }
  /** What administrators are told of the rules; nobody where the pack is not in force. */
  | {
      type: 'rulesNoted'
      about: ApprovalNotice['about']
      pack: Pack
      reviewOn: Day | null
      places: readonly Place[]
      remindAt?: Instant | null
    }
  | { type: 'headPrinted'; printed: PrintedHead }
  | {
      type: 'digestOrdered'
      by: Doer
      to: DigestFor
      every: Often | 'off'
      nextAt: Instant | null
    }
  /** Without places nobody was sent it: only the next is set. */
  | {
      type: 'digestDue'
      to: DigestFor
      every: Often
      from: Instant
      places: readonly Place[]
      nextAt: Instant | null
    }
  | { type: 'dropped'; slot: string; place: string; reason: string }
  | { type: 'followUpRefused'; asked: string; refusal: Refusal }
  | { type: 'outageNoted'; outage: Outage; place: Place; late: readonly HeldUp[] }
  | { type: 'alarmNoted'; service: string; place: Place; late: Unaccepted }
  | { type: 'leftOut'; record: RecordId }
  | { type: 'undelivered'; slot: string; place: string; reason: string }
  /** A message that should have stood was lost; it is sent anew. */
  | ({ type: 'repaired' } & Standing)
)
