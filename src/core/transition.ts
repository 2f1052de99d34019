import type { Refused } from './decision.ts'
import { type Effect, placeKey } from './effect.ts'
import type { Intent } from './intent.ts'
import type { Blank, Context, FollowUp, Index, Kind } from './kind.ts'

/** All that one accepted intent leads to; it is saved together or not at all. */
export interface TransitionOf<State, Event> {
  readonly ok: true
  readonly record: State
  readonly events: readonly Event[]
  readonly effects: readonly Effect[]
  readonly followUps: readonly FollowUp<Intent>[]
  readonly index: Index
}

/** Null: accepted, and nothing to change. */
export function run<State extends { kind: string }, Asked, Event>(
  kind: Kind<State, Asked, Event, Intent>,
  before: State | Blank<State['kind']>,
  intent: Asked,
  context: Context,
): TransitionOf<State, Event> | Refused | null {
  const decision = kind.decide(before, intent, context)
  if (!decision.ok) return decision
  const [first, ...rest] = decision.events
  if (first === undefined) return null

  let record = kind.evolve(before, first)
  const effects = [...kind.announce(record, first)]
  const followUps = [...kind.follow(record, first)]
  for (const event of rest) {
    record = kind.evolve(record, event)
    effects.push(...kind.announce(record, event))
    followUps.push(...kind.follow(record, event))
  }
  const { events } = decision
  return {
    ok: true,
    record,
    events,
    effects: unique(effects),
    followUps,
    index: kind.index(record),
  }
}

/** One change makes a message out of date once, however many of its facts do. */
function unique(effects: readonly Effect[]): readonly Effect[] {
  const seen = new Set<string>()
  return effects.filter((effect) => {
    if (effect.type !== 'message') return true
    const name = `${placeKey(effect.place)} ${effect.slot}`
    return !seen.has(name) && seen.add(name)
  })
}
