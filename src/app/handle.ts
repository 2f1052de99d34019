import { createHash, randomUUID } from 'node:crypto'
import { type Refused, refuse } from '../core/decision.ts'
import { queueOf } from '../core/effect.ts'
import { guardIntent, guardingOf } from '../core/guard/intent.ts'
import type { Intent } from '../core/intent.ts'
import type { Context } from '../core/kind.ts'
import { organisationsFor } from '../core/people/posts.ts'
import type { Policy } from '../core/policy/policy.ts'
import { writtenOut } from '../core/policy/written-out.ts'
import type { Provider } from '../core/provider/provider.ts'
import {
  type AnyRecord,
  type MaybeRecord,
  policyHashOf,
  type Transition,
  transition,
} from '../core/record.ts'
import { RecordId } from '../core/record-id.ts'
import { type Instant, plusSeconds } from '../core/time/instant.ts'
import { administratorsOf } from './administrators.ts'
import type { App } from './app.ts'
import { erasingOf } from './erasing.ts'
import { chain, NO_HISTORY } from './history.ts'
import { askedOfConfidential } from './in-confidence.ts'
import { keptEvent } from './kept-event.ts'
import type { Change, Erasure, Request, Saved } from './ports.ts'
import { SCHEMA } from './schema.ts'
import { UnreadableRecord, upcast } from './upcast.ts'

/** Of all who change one record at once, one gets through in each round. */
const ATTEMPTS = 32
const KEY_SECONDS = 30 * 24 * 3600
/** A rehearsal's are a part of the references inside it, which are as long as others. */
const DRILL_LETTERS = 5
const REFERENCE_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

export type Answer =
  | {
      readonly ok: true
      readonly id: RecordId
      readonly version: number
      readonly record: AnyRecord
      readonly again: boolean
    }
  | Refused

/** The only way a record changes. People, other records, outcomes and the clock all come this way. */
export async function handle(app: App, request: Request): Promise<Answer> {
  if (app.inside) return app.inside(request)
  const { key, intent } = request
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const id = request.to ?? (await newId(app, intent.kind, key ?? randomUUID()))
    const saved = await app.store.load(id)
    const before = saved ? upcast(id, saved) : null
    const used = key === null ? undefined : saved?.keys.find((one) => one.key === key)
    if (before && used) return { ok: true, id, version: used.version, record: before, again: true }

    const record: MaybeRecord = before ?? { kind: intent.kind, status: 'none', id }
    if (before) await learnRules(app, before)
    const now = timeOf(app, intent.kind)
    const context = { ...contextFor(app, before, now), from: request.from ?? null }
    const next = identifierIn(request, context) ?? transition(record, intent, context)
    if (next === null) return unchanged(before, id, saved)
    if (!next.ok) return next

    const erasing = await erasingOf(app.store, id, saved, next.events)
    if (!erasing.ok) return erasing
    if ('stale' in erasing) continue
    const also = await askedOfConfidential(app, before, next.record, next.events)
    const change = withRequests(
      changeOf(id, saved, next, request, erasing.erasure, app.realNow()),
      id,
      also,
    )
    if ((await app.store.save(id, saved?.version ?? 0, change)) === 'conflict') continue
    // The version is in the ids of its messages and follow-ups: so one leads to the other.
    const about = { record: id, version: change.saved.version, intent: intent.type }
    app.log.info(isAboutAccess(intent) ? {} : about, 'Saved')
    app.changed(next.record)
    await askWhatCrossed(app, before, next, { also, key: `${id}:${change.saved.version}` })
    return { ok: true, id, version: change.saved.version, record: next.record, again: false }
  }
  throw new Error(`A record kept changing under us; gave up after ${ATTEMPTS} attempts`)
}

/** Two that are saved at once do not see each other before that: each looks again after it, so one of them asks. */
async function askWhatCrossed(
  app: App,
  before: AnyRecord | null,
  { record, events }: Transition,
  { also, key }: { readonly also: readonly Pick<Request, 'to'>[]; readonly key: string },
): Promise<void> {
  try {
    const all = await askedOfConfidential(app, before, record, events)
    const missing = all.filter(({ to }) => !also.some((one) => one.to === to))
    for (const [n, one] of missing.entries())
      await handle(app, { key: `${key}:crossed:${n}`, ...one })
  } catch (error) {
    // It is saved by now, and which record was to be asked is for no reader of the log.
    app.log.error({ error }, 'It could not be asked whether a level stands')
  }
}

/** Whether a record was changed under this key, as far as keys are kept. */
export async function wasAccepted(app: App, id: RecordId, key: string): Promise<boolean> {
  return ((await app.store.load(id))?.keys ?? []).some((one) => one.key === key)
}

/** Who may see which case, and that it is confidential at all, is for no reader of the log. */
function isAboutAccess({ type }: Intent): boolean {
  return type === 'makeConfidential' || type.endsWith('Access')
}

/** Whatever a person wrote passes here. What one record asks of another was guarded when it was written. */
function identifierIn({ intent, from, confirmed = [] }: Request, context: Context): Refused | null {
  return from === undefined ? guardIntent(intent, confirmed, guardingOf(context)) : null
}

function unchanged(before: AnyRecord | null, id: RecordId, saved: Saved | undefined): Answer {
  if (!before)
    return refuse('notFound', 'There is nothing under that reference. Check it and try again.')
  return { ok: true, id, version: saved?.version ?? 0, record: before, again: false }
}

/** Rehearsals live by real time, whatever clock the other records live by. */
export function timeOf(app: Pick<App, 'now' | 'realNow'>, kind: Intent['kind']): Instant {
  return kind === 'drill' ? app.realNow() : app.now()
}

/** A record keeps the pack it began under; holidays, names, the guard and who may do what are always today's. */
export function contextFor(app: App, record: AnyRecord | null, now: Instant): Context {
  const directory = app.directory()
  return {
    ...rulesToday(app, record),
    directory,
    channels: [...app.channels.keys()].filter((name) => !app.lastResort.has(name)),
    callChannels: [...app.channels.values()].flatMap(({ name, makeCall }) =>
      makeCall ? [name] : [],
    ),
    lastResort: [...app.channels.keys()].filter((name) => app.lastResort.has(name)),
    administrators: administratorsOf(directory, app.administrators),
    from: null,
    timeline: app.timeline,
    now,
  }
}

/** The rules of a record with today's holidays, permissions, guard and times of keeping; without a record those of today. */
export function rulesToday(
  app: App,
  record: AnyRecord | null,
): Pick<Context, 'policy' | 'policyHash'> {
  const { policy, hash } = record ? rulesOf(app, record) : app.packs.current
  const { retention: _, ...own } = policy
  const { holidays, permissions, identifiers, retention } = app.packs.current.policy
  const kept = retention && { retention }
  const cycles = record?.kind === 'provider' ? cyclesOf(app, record, policy) : policy.cycles
  return {
    policy: { ...own, cycles, holidays, permissions, identifiers, ...kept },
    policyHash: hash,
  }
}

/** A rule that each of several organisations keeps has a clock for each of those of this provider. */
function cyclesOf(app: App, provider: Provider, { cycles }: Policy): Policy['cycles'] {
  const runs = provider.cycles.map(({ rule }) => rule)
  return writtenOut(cycles, runs, (each) => organisationsFor(app.directory(), provider, each))
}

/** Reads the pack of a record where it is not known here yet. */
export async function learnRules(app: App, record: AnyRecord): Promise<void> {
  const hash = policyHashOf(record)
  if (hash !== null) await app.packs.learn(hash)
}

/** The pack of a record. Other rules would be no substitute: without its own, the record cannot be used. */
export function rulesOf(app: App, record: AnyRecord): App['packs']['current'] {
  const hash = policyHashOf(record)
  if (hash === null) return app.packs.current
  const policy = app.packs.byHash(hash)
  if (policy) return { policy, hash }
  const why = `the policy pack that it began under (kept as ${hash}) cannot be read`
  throw new UnreadableRecord(record.id, { why, cure: 'Restore the settings from a backup.' })
}

/** Letters from the key, so that a doubled request cannot open two records; others if they are taken. */
async function newId(app: App, kind: Intent['kind'], key: string): Promise<RecordId> {
  for (let salt = 0; ; salt++) {
    const digest = createHash('sha256').update(`${key}#${salt}`).digest()
    const length = kind === 'drill' ? DRILL_LETTERS : 8
    const letters = [...digest.subarray(0, length)]
      .map((byte) => REFERENCE_LETTERS[byte & 31])
      .join('')
    const id = RecordId.parse(`${kind}-${letters}`)
    const saved = await app.store.load(id)
    if (!saved || saved.opener === opener(key)) return id
  }
}

function opener(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

function withRequests(
  change: Change,
  id: RecordId,
  also: readonly Pick<Request, 'to' | 'intent'>[],
): Change {
  const more = also.map((one, n) => ({ key: `${id}:${change.saved.version}:also:${n}`, ...one }))
  return { ...change, requests: [...change.requests, ...more] }
}

function changeOf(
  id: RecordId,
  saved: Saved | undefined,
  next: Transition,
  { key, said, confirmed }: Request,
  erasure: Erasure | undefined,
  realNow: Instant,
): Change {
  const version = (saved?.version ?? 0) + 1
  const oldest = plusSeconds(realNow, -KEY_SECONDS)
  const known = erasure?.traces ? [] : (saved?.keys ?? [])
  const keys = known.filter((used) => used.at >= oldest)
  const kept = { said, erases: erasure?.entries }
  const bodies = next.events.map((event, n) =>
    keptEvent(event, n === 0 ? { ...kept, confirmed } : kept),
  )
  const { entries, head } = chain(saved?.head ?? NO_HISTORY, bodies)
  return {
    saved: {
      schema: SCHEMA,
      version,
      opener: saved?.opener ?? opener(key ?? id),
      record: next.record,
      keys: key === null ? keys : [...keys, { key, at: realNow, version }],
      head,
    },
    index: next.index,
    entries,
    tasks: next.effects.map((effect, n) => ({
      id: `${id}:${version}:${n}:${queueOf(effect)}`,
      record: id,
      queue: queueOf(effect),
      effect,
      tries: 0,
      addedAt: realNow,
    })),
    requests: next.followUps.map(({ to, intent }, n) => ({
      key: `${id}:${version}:${n}`,
      ...(to ? { to } : {}),
      from: id,
      intent,
    })),
    ...(erasure && { erasure }),
  }
}
