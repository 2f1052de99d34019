import { fileURLToPath } from 'node:url'
import { memoryStore } from '../../adapters/stores/memory.ts'
import type { App } from '../../src/app/app.ts'
import type { Conversation } from '../../src/app/conversation.ts'
import { loadDirectory } from '../../src/app/directory.ts'
import { knownOf, loadDirectoryFile, requestsFor } from '../../src/app/directory-file.ts'
import { engine } from '../../src/app/engine.ts'
import { handle } from '../../src/app/handle.ts'
import { unmeasured } from '../../src/app/metrics/meter.ts'
import { openPacks } from '../../src/app/packs.ts'
import type { Store } from '../../src/app/ports.ts'
import { createConversation } from '../../src/app/talk/index.ts'
import type { Intent } from '../../src/core/intent.ts'
import type { Listing } from '../../src/core/organisation/organisation.ts'
import type { Actor } from '../../src/core/people/actor.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { type Instant, plusMinutes } from '../../src/core/time/instant.ts'
import { type RecordingChannel, recordingChannel } from '../fixtures/channel.ts'
import { policyOf } from '../fixtures/context.ts'

/** Good Friday evening, as in the playground. */
export const STARTS: Instant = '2027-03-26T20:20:00Z'
export const CHANNELS = ['web', 'slack', 'teams'] as const

/** The playground’s organisations and people, with Muster around them; nothing is sent outside. */
export interface MadeUpWorld {
  readonly app: App
  readonly conversation: Conversation
  readonly channels: readonly RecordingChannel[]
  /** Lets everything that was caused be done. */
  settle(): Promise<void>
  pass(minutes: number): Promise<void>
  /** Asks for something that must be granted; resolves to the record. */
  must(intent: Intent, to?: RecordId): Promise<RecordId>
  /** From now on every change is judged, and none is kept. */
  freeze(): void
  /** How many changes there were since it was frozen. */
  changes(): number
  /** From now on these rules hold. */
  rule(policy: Policy): void
}

/** With a clock on that may turn out not to be needed: somebody under 18 on an adult ward. */
function watchedByCqc(policy: Policy): Policy {
  const clocks = policy.clocks.map((one) => (one.id === 'E4' ? { ...one, optional: false } : one))
  return { ...policy, clocks }
}

export async function madeUpWorld(administrators: readonly string[] = []): Promise<MadeUpWorld> {
  let now = STARTS
  let changes: number | null = null
  const policy = watchedByCqc(policyOf('social-care'))
  const kept = memoryStore()
  const store: Store = {
    ...kept,
    async save(...change) {
      if (changes === null) return kept.save(...change)
      changes += 1
      return 'saved'
    },
  }
  const directory = await loadDirectory(store)
  const log = { info() {}, warn() {}, error() {} }
  const packs = await openPacks(store, policy, log)
  let current = packs.current
  const channels = CHANNELS.map((name) => recordingChannel(name, () => directory.now()))
  const app: App = {
    store,
    packs: {
      ...packs,
      get current() {
        return current
      },
    },
    channels: new Map(channels.map((channel) => [channel.name, channel])),
    lastResort: new Set(),
    needsApproval: true,
    administrators,
    log,
    meter: unmeasured,
    timeline: 'live',
    now: () => now,
    realNow: () => now,
    directory: () => directory.now(),
    changed(record) {
      if (changes === null && record.kind === 'organisation') directory.put(record)
    },
  }
  const works = engine(app)
  const path = fileURLToPath(import.meta.resolve('#playground-world'))
  const read = loadDirectoryFile(path, 'the made-up world', knownOf(policy))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  for (const request of requestsFor(read.listings.map(staffed), read.hash, 'the made-up world'))
    await handle(app, request)
  async function settle(): Promise<void> {
    await works.sweep()
    await works.settled()
  }
  await settle()
  let asked = 0
  return {
    app,
    conversation: createConversation(app),
    channels,
    settle,
    async pass(minutes) {
      now = plusMinutes(now, minutes)
      await settle()
    },
    async must(intent, to) {
      asked += 1
      const answer = await handle(app, { key: `must-${asked}`, intent, ...(to ? { to } : {}) })
      if (!answer.ok) throw new Error(answer.refusal.message)
      await settle()
      return answer.id
    },
    freeze() {
      changes = 0
    },
    changes: () => changes ?? 0,
    rule(other) {
      current = { policy: other, hash: current.hash }
    },
  }
}

/** A role may be held by somebody of another organisation: here one that sees Alder House’s records too. */
function staffed(listing: Listing): Listing {
  if (listing.slug !== 'westwater-council') return listing
  const commissioner = { role: 'commissioner', holder: 'emeka-strand', deputy: null, onCall: null }
  return { ...listing, holdings: [...listing.holdings, commissioner] }
}

export function person(id: string): Actor {
  return { type: 'person', person: id }
}
