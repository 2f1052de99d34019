import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Place } from '../effect.ts'
import type { Context } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import { providerId } from '../record-id.ts'
import { type Instant, plusSeconds } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import { scriptFor } from './cast.ts'
import { type Drill, INSIDE, type MaybeDrill, type Move } from './drill.ts'
import type { DrillEvent } from './event.ts'
import { evolveDrill } from './evolve.ts'
import type { DrillIntent, DrillIntentOf } from './intent.ts'
import { targetOf } from './jump.ts'
import { advance, clockOf, happen, type World, worldOf } from './world.ts'

type Decided = Decision<DrillEvent>

const OVER = refuse('closed', 'This rehearsal is over. Start another with “/muster rehearse”.')
const OF_OTHERS = refuse(
  'notFound',
  'There is no such rehearsal that you can see. “/muster rehearse” starts one of your own.',
)
/** One that nobody ends ends itself. */
export const LONGEST_SECONDS = 24 * 3600

/** All that may happen to a rehearsal. Time is real here; the clock inside is ahead of it. */
export function decideDrill(drill: MaybeDrill, intent: DrillIntent, context: Context): Decided {
  if (intent.type === 'start') return start(drill, intent, context)
  if (drill.status === 'none')
    return refuse('notFound', 'There is no such rehearsal. “/muster rehearse” starts one.')
  switch (intent.type) {
    case 'act':
    case 'move':
    case 'end': {
      const joining = taken(drill, intent.by, context)
      if ('ok' in joining) return joining
      if (drill.status === 'over') return OVER
      const world = worldOf(drill, context)
      for (const event of joining.events) world.add(event)
      const refused = done(world, intent, joining.by)
      return refused ?? accept(...world.events)
    }
    case 'wake':
      return drill.status === 'over' ? accept() : woken(worldOf(drill, context))
    case 'noteRoom':
      return placed(drill, [roomOf(intent)], context)
    case 'noteUndelivered':
      // Whoever cannot have a room rehearses in their own conversation with Muster.
      return intent.slot === 'room' ? placed(drill, ownPlaces(drill), context) : accept()
    case 'repair':
    case 'noteLate':
    case 'noteDropped':
    case 'noteEdited':
    case 'noteRefusal':
      // Of a rehearsal nobody is alarmed.
      return accept()
  }
}

function start(drill: MaybeDrill, intent: DrillIntentOf<'start'>, context: Context): Decided {
  if (drill.status !== 'none') return refuse('alreadyOpen', 'This rehearsal has begun already.')
  const { by, channel } = intent
  const starter = memberOf(by, context)
  if (!starter) return STRANGER
  const { policy, policyHash, now } = context
  const script = scriptFor(intent.script, drill.id)
  const people = [
    starter.person,
    ...intent.people.filter((one) => findPerson(context.directory, one)),
  ]
  const started: DrillEvent = {
    type: 'started',
    at: now,
    by: starter.doer,
    policy: { id: policy.id, version: policy.version, hash: policyHash },
    script,
    people: [...new Set(people)],
    channel,
    ahead: secondsBetween(now, script.beginsAt),
  }
  const world = worldOf(evolveDrill(drill, started), context)
  const refused = opened(world)
  if (refused) return refused
  advance(world, script.beginsAt)
  turn(world, { by: starter.doer, from: script.beginsAt, until: script.beginsAt, reminders: 0 })
  return accept(started, ...world.events)
}

/** The cast’s providers, and the case as it was raised. */
function opened(world: World): Refused | null {
  const { script } = world.drill()
  const { at, by, ...raised } = script.raised
  for (const { slug, leadProvider, name } of script.cast) {
    if (leadProvider === null) continue
    const intent = { kind: 'provider', type: 'register', slug, leadProvider, name } as const
    const refused = happen(world, { to: providerId(slug), intent }, at)
    if (refused) return refused
  }
  const intent = {
    kind: 'case',
    type: 'raise',
    by: { type: 'person', person: by },
    via: INSIDE,
    how: 'named',
    ...raised,
    answers: {},
  } as const
  return happen(world, { to: null, intent }, at)
}

function done(
  world: World,
  intent: DrillIntentOf<'act' | 'move' | 'end'>,
  by: Doer,
): Refused | null {
  const now = clockOf(world.drill(), world.context.now)
  advance(world, now)
  switch (intent.type) {
    case 'act': {
      const { to, asked, as } = intent
      const before = world.drill().lines.length
      const refused = happen(world, { to, intent: asked }, now, { by, as })
      if (refused) return refused
      if (world.drill().lines.length > before)
        turn(world, { by, from: now, until: now, reminders: 0 })
      endIfThrough(world, now)
      return null
    }
    case 'move':
      return moved(world, intent, now, by)
    case 'end':
      end(world, now, by, 'asked')
      return null
  }
}

function moved(
  world: World,
  { jump }: DrillIntentOf<'move'>,
  from: Instant,
  by: Doer,
): Refused | null {
  const { context } = world
  const until = targetOf(world.drill(), jump, from)
  if (until === null)
    return refuse('invalid', 'Nobody owes anything now, so there is no deadline to go to.')
  if (until <= from)
    return refuse(
      'invalid',
      `That is over: it is ${showLocal(from, context.policy.zone)} here. Press “+1 h” or “To the next deadline”.`,
    )
  const before = world.events.length
  advance(world, until)
  const reminders = world.events.slice(before).filter(isReminder).length
  turn(world, { by, from, until, reminders })
  endIfThrough(world, until)
  return null
}

/** What can be done next stands below everything that has just come. */
function turn(world: World, move: Move): void {
  const at = world.context.now
  world.add({ type: 'moved', at, ...move, ahead: secondsBetween(at, move.until) })
}

function isReminder(one: DrillEvent): boolean {
  if (one.type !== 'happened') return false
  const { type } = one.event
  return type === 'clockNudged' || type === 'promptClimbed' || type === 'cycleNudged'
}

function woken(world: World): Decided {
  const { now } = world.context
  const clock = clockOf(world.drill(), now)
  advance(world, clock)
  if (now >= plusSeconds(world.drill().startedAt, LONGEST_SECONDS))
    end(world, clock, { type: 'clock' }, 'left')
  else endIfThrough(world, clock)
  return accept(...world.events)
}

/** Its story has been told: the last day is over, or every case in it is closed. */
function endIfThrough(world: World, clock: Instant): void {
  const { records, script } = world.drill()
  const isOpen = records.some(({ kind, status }) => kind !== 'provider' && status === 'open')
  if (clock >= script.endsAt || !isOpen) end(world, clock, { type: 'clock' }, 'through')
}

function end(world: World, clock: Instant, by: Doer, why: NonNullable<Drill['ended']>['why']) {
  world.add({ type: 'ended', at: world.context.now, clock, by, why })
}

const STRANGER = refuse(
  'notYours',
  'You are not in the directory, so you cannot take part in a rehearsal. Ask an administrator to add you.',
)

function memberOf(by: DrillIntentOf<'end'>['by'], { directory }: Context) {
  if (by.type !== 'person' || !findPerson(directory, by.person)) return undefined
  return { person: by.person, doer: doerOf(directory, by) }
}

/** Whoever sees its messages may take part, and is from then on one of those who do. */
function taken(
  drill: Drill,
  by: DrillIntentOf<'end'>['by'],
  context: Context,
): { readonly by: Doer; readonly events: readonly DrillEvent[] } | Refused {
  const member = memberOf(by, context)
  if (!member) return STRANGER
  const { person, doer } = member
  if (drill.people.includes(person)) return { by: doer, events: [] }
  if (!isColleague(drill, person, context)) return OF_OTHERS
  return { by: doer, events: [{ type: 'joined', at: context.now, by: doer, person }] }
}

/** Any of the organisation of those who rehearse may join in, and nobody else. */
function isColleague({ people }: Drill, person: string, { directory }: Context): boolean {
  const home = (one: string) => findPerson(directory, one)?.organisation.slug
  return people.some((one) => home(one) !== undefined && home(one) === home(person))
}

function roomOf({ channel, room }: DrillIntentOf<'noteRoom'>): Place {
  return { channel, to: { type: 'room', room } }
}

function ownPlaces({ channel, people }: Drill): Place[] {
  return people.map((person) => ({ channel, to: { type: 'person', person } }))
}

/** Once: what is asked for twice makes one place. */
function placed(drill: Drill, places: readonly Place[], { now }: Context): Decided {
  return drill.places.length > 0 ? accept() : accept({ type: 'placed', at: now, places })
}

function secondsBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / 1000
}
