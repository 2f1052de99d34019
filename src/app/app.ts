import type { Directory } from '../core/people/directory.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { AnyRecord } from '../core/record.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Channel } from './channel-port.ts'
import type { Answer } from './handle.ts'
import type { Log } from './host.ts'
import type { Meter } from './metrics/meter.ts'
import type { Request, Store } from './ports.ts'

/** Every pack in use, by content hash; new records begin under the current one. */
export interface Packs {
  readonly current: { readonly policy: Policy; readonly hash: string }
  byHash(hash: string): Policy | undefined
  /** Looks for a pack that is not known: another replica may have kept it meanwhile. */
  learn(hash: string): Promise<void>
}

/** All that the shell works with; made once by the composition root. */
export interface App {
  readonly store: Store
  readonly packs: Packs
  /** The channels that are on. Filled before anything is delivered. */
  readonly channels: Map<string, Channel>
  /** Those of them that are used only for what a chat service does not accept. */
  readonly lastResort: ReadonlySet<string>
  /** E-mail addresses from the settings. */
  readonly administrators: readonly string[]
  /** Whether messages say so while nobody has approved the rules: not where everything is made up. */
  readonly needsApproval: boolean
  readonly log: Log
  readonly meter: Meter
  /** The timeline of new records. */
  readonly timeline: string
  /** The time on a timeline. */
  now(): Instant
  /** Real time: leases, retries and Retry-After live by it. */
  realNow(): Instant
  directory(): Directory
  /** Called after a record was saved: keeps the directory fresh and delivers what the change caused, soon. */
  changed(record: AnyRecord): void
  /** Only inside a rehearsal: all that is asked there goes to its own record. */
  readonly inside?: (request: Request) => Promise<Answer>
}
