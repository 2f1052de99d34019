import type { Refused } from '../core/decision.ts'
import { conflictOf } from '../core/meeting/conflict/conflict.ts'
import { confidedBy } from '../core/meeting/level/level.ts'
import type { Meeting } from '../core/meeting/meeting.ts'
import type { Actor } from '../core/people/actor.ts'
import type { Viewer } from '../core/people/viewer.ts'
import type { Transition } from '../core/policy/policy.ts'
import type { Held } from '../core/provider/held.ts'
import {
  askedInConfidence,
  asksConfided,
  refusedInConfidence,
  standsAgainst,
} from '../core/provider/in-confidence.ts'
import type { LeftEnhanced } from '../core/provider/left-enhanced.ts'
import type { Provider } from '../core/provider/provider.ts'
import type { AnyEvent, AnyRecord } from '../core/record.ts'
import { providerId, type RecordId } from '../core/record-id.ts'
import type { App } from './app.ts'
import { rulesOf } from './handle.ts'
import type { Request } from './ports.ts'
import { list } from './read.ts'
import { upcast } from './upcast.ts'

/** What a meeting found that this person was in, and the provider is not told of: why a way is shut to them. */
export async function refusedPrivately(
  app: App,
  provider: Provider,
  transition: string,
  actor: Actor,
): Promise<Refused | undefined> {
  const { policy } = app.packs.current
  const way = wayOf(app, transition)
  if (!way || actor.type !== 'person' || !asksConfided(way, policy)) return undefined
  const { person } = actor
  const wasIn = (one: Meeting) =>
    one.people.includes(person) && !one.gone?.includes(person) && !conflictOf(one, person)
  const confided = await confidedAbout(app, provider, { type: 'actor', actor }, wasIn)
  return refusedInConfidence(provider, way, confided, policy)
}

/**
 * Once a provider left enhanced, or its level was taken back, the confidential meeting that had not decided so
 * is asked whether that stands; so is one that is recorded, or whose record is corrected, after such a decision. The request is in
 * nobody’s name, so that nothing comes back to the provider’s record.
 */
export async function askedOfConfidential(
  app: App,
  before: AnyRecord | null,
  after: AnyRecord,
  events: readonly AnyEvent[],
): Promise<readonly Pick<Request, 'to' | 'intent'>[]> {
  if (after.kind === 'meeting') return askedOfItself(app, after, events)
  return before?.kind === 'provider' ? askedOnLeaving(app, before, events) : []
}

async function askedOnLeaving(
  app: App,
  before: Provider,
  events: readonly AnyEvent[],
): Promise<readonly Pick<Request, 'to' | 'intent'>[]> {
  const { policy } = app.packs.current
  const asked: Pick<Request, 'to' | 'intent'>[] = []
  for (const event of events) {
    if (event.type !== 'levelDecided') continue
    const { from, to, transition, by: decidedBy, at: decidedAt } = event
    const way = wayOf(app, transition)
    if (from === to || !way) continue
    const confided = await confidedAbout(app, before, { type: 'operator' }, () => true)
    const against = askedInConfidence(before, way, confided, policy)
    if (against) asked.push(asking(against.meeting, { from, to, transition, decidedBy, decidedAt }))
  }
  return asked
}

/** What its record says now may speak against a level that was decided on before. */
async function askedOfItself(
  app: App,
  meeting: Meeting,
  events: readonly AnyEvent[],
): Promise<readonly Pick<Request, 'to' | 'intent'>[]> {
  const { slug } = meeting.provider
  const isSaid = events.some(({ type }) => type === 'recorded' || type === 'corrected')
  if (!isSaid || slug === null) return []
  const held = confidedBy(meeting, rulesOf(app, meeting).policy)
  const saved = held && (await app.store.load(providerId(slug)))
  if (!saved) return []
  const provider = upcast(providerId(slug), saved)
  if (provider.kind !== 'provider' || provider.timeline !== meeting.timeline) return []
  const left = standsAgainst(provider, held, app.packs.current.policy)
  return left ? [asking(meeting.id, left)] : []
}

function asking(to: RecordId, left: LeftEnhanced): Pick<Request, 'to' | 'intent'> {
  return { to, intent: { kind: 'meeting', type: 'noteLevel', ...left } }
}

function wayOf(app: App, transition: string): Transition | undefined {
  return app.packs.current.policy.transitions.find(({ id }) => id === transition)
}

async function confidedAbout(
  app: App,
  { slug, timeline }: Provider,
  viewer: Viewer,
  isOne: (meeting: Meeting) => boolean,
): Promise<Held[]> {
  const rows = await list(app, viewer, { facets: { kind: 'meeting', provider: slug } })
  return rows.flatMap(({ record }) => {
    if (record.kind !== 'meeting' || record.timeline !== timeline || !isOne(record)) return []
    return confidedBy(record, rulesOf(app, record).policy) ?? []
  })
}
