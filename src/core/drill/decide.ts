import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Place } from '../effect.ts'
import type { Context } from '../kind.ts'
import { maySee } from '../people/access.ts'
import type { Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import { permitted } from '../permission/permitted.ts'
import { providerId } from '../record-id.ts'
import { type Instant, plusSeconds } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import { askedOfDrill, askedToStart, type DrillAsking } from './asked.ts'
import { scriptFor } from './cast.ts'
import { type Drill, INSIDE, type MaybeDrill, type Move } from './drill.ts'
import type { DrillEvent } from './event.ts'
import { evolveDrill } from './evolve.ts'
import { guardedDrill } from './guarded.ts'
import type { DrillIntent, DrillIntentOf } from './intent.ts'
import { targetOf } from './jump.ts'
import { cleaned, keptFrom } from './keeping.ts'
import { advance, clockOf, happen, NOBODY, type World, worldOf } from './world.ts'

type Decided = Decision<DrillEvent>

const OVER = refuse('closed', 'This rehearsal is over. Start another with “/muster rehearse”.')
/** Whoever may not know of one does not learn that it is there. */
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
  const shut = shutOut(drill, intent, context)
  if (shut) return shut
  switch (intent.type) {
    case 'act':
    case 'move':
    case 'end': {
      if (drill.status === 'over') return OVER
      const world = worldOf(drill, context)
      const by = playerOf(intent, context)
      join(world, by)
      const refused = done(world, intent, by)
      return refused ?? accept(...world.events)
    }
    case 'wake':
      return drill.status === 'over' ? cleaned(drill, context) : woken(worldOf(drill, context))
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
  const may = permitted(askedToStart(intent, context), context)
  if (!may.ok) return may
  const { channel } = intent
  const by = doerOf(context.directory, intent.by)
  const { policy, policyHash, now } = context
  const script = scriptFor(intent.script, drill.id)
  const people = [
    ...(by.type === 'person' ? [by.person] : []),
    ...intent.people.filter((one) => findPerson(context.directory, one)),
  ]
  const started: DrillEvent = {
    type: 'started',
    at: now,
    by,
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
  turn(world, { by, from: script.beginsAt, until: script.beginsAt, reminders: 0 })
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
  return happen(world, { to: null, intent }, at) ?? triaged(world)
}

function triaged(world: World): Refused | null {
  const { script, records } = world.drill()
  const to = records.find(({ kind }) => kind === 'case')?.id
  if (!script.triaged || to === undefined) return null
  const { by: person, ...scores } = script.triaged
  const asked = { kind: 'case', by: { type: 'person', person } } as const
  const plain = { triggers: [], urgent: false, safeguardingRoute: false }
  const accepted = { prompt: 'level', answer: 'accept', revision: null, reason: null }
  const { at } = script.raised
  return (
    happen(world, { to, intent: { ...asked, type: 'triage', ...scores, ...plain } }, at) ??
    happen(world, { to, intent: { ...asked, type: 'answer', ...accepted } }, at)
  )
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
      const doing = by.type === 'anonymous' ? NOBODY : { by, as }
      const refused = happen(world, { to, intent: asked }, now, doing)
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
  const { context } = world
  const kept = keptFrom(context.now, context)
  world.add({ type: 'ended', at: context.now, clock, by, why, ...(kept && { kept }) })
}

/** Who may, by the table of permissions; to whoever does not see it there is none. */
export function shutOut(drill: Drill, intent: DrillAsking, context: Context): Refused | null {
  const asked = askedOfDrill(drill, intent, context)
  const may = permitted(asked, context)
  if (may.ok) return null
  const viewer = { type: 'actor', actor: asked.by } as const
  return asked.by.type === 'clock' || maySee(viewer, guardedDrill(drill), context.directory)
    ? may
    : OF_OTHERS
}

/** Who really does it. Whoever raises something anonymously, or adds to it, stays so here too. */
function playerOf(intent: DrillIntentOf<'act' | 'move' | 'end'>, { directory }: Context): Doer {
  const isAnonymous =
    intent.type === 'act' && 'by' in intent.asked && intent.asked.by.type === 'anonymous'
  return isAnonymous ? { type: 'anonymous' } : doerOf(directory, intent.by)
}

/** Whoever takes part is from then on one of those who do. */
function join(world: World, by: Doer): void {
  if (by.type !== 'person' || world.drill().people.includes(by.person)) return
  world.add({ type: 'joined', at: world.context.now, by, person: by.person })
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
