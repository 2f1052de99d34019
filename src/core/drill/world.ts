import { type Refused, refuse } from '../decision.ts'
import { type Effect, placeKey } from '../effect.ts'
import type { Intent } from '../intent.ts'
import type { Context, FollowUp } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { RecordId, recordKind } from '../record-id.ts'
import { refusedIntent } from '../refused-intent.ts'
import { isOfTelling } from '../telling/telling.ts'
import { earliest, type Instant, plusSeconds } from '../time/instant.ts'
import { castOf, lettersOf } from './cast.ts'
import { type Drill, INSIDE, type MaybeInner } from './drill.ts'
import type { DrillEvent } from './event.ts'
import { evolveDrill } from './evolve.ts'
import { indexInner, transitionInner } from './inner.ts'
import type { InnerIntent } from './intent.ts'
import { DRILLS } from './timeline.ts'

const MOST_OPENED = 100
/** `.invalid` can be nobody's: a call that was made by mistake would reach nothing. */
const NO_CALL = 'https://rehearsal.invalid/there-is-no-call'

/** A rehearsal while something happens in it. */
export interface World {
  drill(): Drill
  add(event: DrillEvent): void
  readonly events: readonly DrillEvent[]
  readonly context: Context
}

/** What is asked of a record inside. Without `to` it opens one; `from` hears of a refusal. */
interface Asked {
  readonly to: RecordId | null
  readonly from: RecordId | null
  readonly intent: InnerIntent
}

interface Doing {
  readonly by: Doer | null
  readonly as: string | null
}

export const NOBODY: Doing = { by: null, as: null }

export function worldOf(drill: Drill, context: Context): World {
  let state = drill
  const events: DrillEvent[] = []
  return {
    drill: () => state,
    add(event) {
      state = evolveDrill(state, event)
      events.push(event)
    },
    events,
    context,
  }
}

/** The time inside. */
export function clockOf({ ahead }: Pick<Drill, 'ahead'>, realNow: Instant): Instant {
  return plusSeconds(realNow, ahead)
}

/** Does one thing inside, and all that follows from it. Refused: nothing has happened. */
export function happen(
  world: World,
  first: Omit<Asked, 'from'>,
  now: Instant,
  doing: Doing = NOBODY,
): Refused | null {
  const waiting: Asked[] = []
  const refused = step(world, { ...first, from: null }, now, doing, waiting)
  if (refused) return refused
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const no = step(world, next, now, NOBODY, waiting)
    if (no && next.from) {
      const kind = innerKind(next.from)
      const of = refusedIntent(next.intent)
      const intent = { kind, type: 'noteRefusal', ...of, refusal: no.refusal } as const
      step(world, { to: next.from, from: null, intent }, now, NOBODY, waiting)
    }
  }
  return null
}

/** Wakes all that wants to be woken up to a time, each at its own, so that nothing is skipped. */
export function advance(world: World, until: Instant): void {
  const tried = new Set<string>()
  let now: Instant = ''
  for (;;) {
    const wakes = world.drill().records.flatMap((one) => {
      const { wakeAt } = indexInner(one)
      const isFresh = wakeAt !== null && !tried.has(`${one.id} ${wakeAt}`)
      return isFresh ? [{ id: one.id, wakeAt }] : []
    })
    const next = earliest(wakes.map(({ wakeAt }) => wakeAt))
    if (next === null || next > until) return
    // A time that has passed is made up for; nothing goes back.
    now = next > now ? next : now
    for (const { id, wakeAt } of wakes) {
      if (wakeAt !== next) continue
      tried.add(`${id} ${wakeAt}`)
      happen(world, { to: id, intent: { kind: innerKind(id), type: 'wake' } }, now)
    }
  }
}

function step(
  world: World,
  { to, from, intent }: Asked,
  now: Instant,
  { by, as }: Doing,
  waiting: Asked[],
): Refused | null {
  const drill = world.drill()
  const id = to ?? newId(drill, intent.kind)
  if (id === null) return refuse('invalid', 'This rehearsal is full. Start another one.')
  const found = drill.records.find((one) => one.id === id)
  const before: MaybeInner = found ?? { kind: intent.kind, status: 'none', id }
  const context = { ...contextInside(drill, now, world.context), from }
  const result = transitionInner(before, intent, context)
  if (result === null) return null
  if (!result.ok) return result
  const at = world.context.now
  for (const event of result.events) world.add({ type: 'happened', at, record: id, event, by, as })
  waiting.push(...result.effects.flatMap((effect) => doneAtOnce(id, effect)))
  waiting.push(...result.followUps.flatMap((one) => followed(id, one)))
  return null
}

/** Rooms and calls are made up, and whoever is told is told: there is one room, and nothing to join. */
function doneAtOnce(id: RecordId, effect: Effect): Asked[] {
  if (effect.type === 'room') {
    const intent = {
      kind: innerKind(id) === 'case' ? 'case' : 'meeting',
      type: 'noteRoom',
      channel: INSIDE,
      room: effect.name,
    } as const
    return [{ to: id, from: null, intent }]
  }
  if (effect.type === 'message' && isOfTelling(effect.slot)) {
    const { slot, place } = effect
    const kind = innerKind(id) === 'case' ? 'case' : 'provider'
    const intent = { kind, type: 'noteTold', slot, place: placeKey(place) } as const
    return [{ to: id, from: null, intent }]
  }
  if (effect.type === 'call') {
    const intent = { kind: 'meeting', type: 'noteCall', channel: INSIDE, url: NO_CALL } as const
    return [{ to: id, from: null, intent }]
  }
  return []
}

/** The cast’s organisations are no records: what they would hear is for nobody. */
function followed(from: RecordId, { to, intent }: FollowUp<Intent>): Asked[] {
  if (intent.kind === 'organisation' || intent.kind === 'drill') return []
  return [{ to: to ?? null, from, intent }]
}

/** What a decision inside looks at: the cast, one service, and no mail. */
export function contextInside(drill: Drill, now: Instant, { policy }: Context): Context {
  return {
    policy,
    policyHash: drill.policy.hash,
    directory: castOf(drill.script),
    channels: [INSIDE],
    callChannels: [INSIDE],
    lastResort: [],
    administrators: [],
    from: null,
    timeline: DRILLS,
    now,
  }
}

/** It begins with a letter that no live reference has, and says of which rehearsal it is. */
function newId(drill: Drill, kind: InnerIntent['kind']): RecordId | null {
  const opened = drill.records.filter((one) => one.kind !== 'provider').length
  if (opened >= MOST_OPENED) return null
  const n = String(opened).padStart(2, '0')
  return RecordId.parse(`${kind}-u${lettersOf(drill.id)}${n}`)
}

function innerKind(id: RecordId): InnerIntent['kind'] {
  const kind = recordKind(id)
  return kind === 'meeting' || kind === 'provider' ? kind : 'case'
}
