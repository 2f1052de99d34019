import { NOTHING_STANDS, type Outcome, type Place, placeKey, queueOf } from '../core/effect.ts'
import { cleanText } from '../core/form/free-text.ts'
import type { Intent } from '../core/intent.ts'
import { safeMessage } from '../core/message/safe.ts'
import { type RecordId, recordKind } from '../core/record-id.ts'
import { isOfTelling } from '../core/telling/telling.ts'
import { type Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { workOnCall } from './call-work.ts'
import type { Channel, Post } from './channel-port.ts'
import { holdUntil, NoLongerHeld } from './hold.ts'
import { messageOf } from './log/plain-error.ts'
import { paced } from './pace.ts'
import { LONGEST_PAUSE_SECONDS } from './pause.ts'
import type { Claim, Ended, Request, Task } from './ports.ts'
import { messageFor } from './read.ts'
import { workOnRoom } from './room-work.ts'
import { taskName } from './task-name.ts'
import { UnreadableRecord, upcast } from './upcast.ts'

/** Where the service asks for none. */
const LONGEST_PAUSE = 600
const GIVE_UP_SECONDS = 24 * 3600
/** Longer past its time than this a task waits only while Muster is off, or behind others. */
const OUTAGE_SECONDS = 3600

/** One try of a claimed task. Null: the claim ended before anything was sent. */
export async function attempt(app: App, claim: Claim): Promise<Ended | null> {
  const { task } = claim
  const channel = channelOf(app, task)
  const began = performance.now()
  const outcome = channel
    ? await tried(app, channel, claim)
    : // It may be switched on again: nothing is given up for a day.
      switchedOff(task)
  if (outcome === null) return null
  const now = app.realNow()
  const firstTriedAt = triedSince(task, now)
  const last = givenUp(firstTriedAt, keepable(outcome), now)
  const over = last.type === 'done' || last.type === 'never'
  note(app, task, channel?.name ?? 'none', last.type, performance.now() - began)
  if (last.type === 'never')
    app.log.warn({ task: taskName(task), reason: last.reason }, 'A message will not be delivered')
  const again = retryAt(task, last, now)
  return {
    task: {
      ...task,
      last,
      tries: task.tries + 1,
      firstTriedAt,
      retryAt: again,
      ...(over ? { endedAt: now } : {}),
    },
    replies: await replies(app, task, last),
    ...(saysNothing(last)
      ? { sent: claim.sent, restUntil: null }
      : paced(channel?.rates ?? [], claim.sent, now, over ? null : again)),
  }
}

/** Nothing was sent: what comes next need not wait for the rates of its service. */
function saysNothing(outcome: Outcome): boolean {
  return outcome.type === 'done' && outcome.ref === NOTHING_STANDS
}

/** What came of it, without a word of what was sent. */
function note(app: App, task: Task, channel: string, outcome: Outcome['type'], ms: number): void {
  if (recordKind(task.record) !== 'drill')
    app.meter.took('muster_send_seconds', { channel, outcome }, ms / 1000)
  app.log.info({ task: taskName(task), outcome, ms: Math.round(ms) }, 'Tried to send')
}

function nameOf({ effect }: Task): string {
  return 'channel' in effect ? effect.channel : effect.place.channel
}

function channelOf(app: App, task: Task): Channel | undefined {
  return app.channels.get(nameOf(task))
}

function switchedOff(task: Task): Outcome {
  return { type: 'later', reason: `The channel “${nameOf(task)}” is not switched on.` }
}

async function tried(app: App, channel: Channel, claim: Claim): Promise<Outcome | null> {
  try {
    return await send(app, channel, claim)
  } catch (error) {
    if (error instanceof NoLongerHeld) return null
    // It may have arrived before it broke: never assume that it did not.
    return { type: 'unclear', reason: messageOf(error) }
  }
}

async function send(app: App, channel: Channel, claim: Claim): Promise<Outcome | null> {
  const { record, effect } = claim.task
  // A process that was frozen wakes up here: another has taken over by then.
  const isOver = () => performance.now() >= claim.until
  switch (effect.type) {
    case 'room':
      if (isOver()) return null
      return channel.makeRoom({
        id: `${record}/${effect.name}`,
        name: effect.name,
        topic: effect.topic,
        people: effect.people,
      })
    case 'call':
    case 'endCall':
      return workOnCall(app, channel, record, effect, isOver)
    case 'invite':
      return isOver() ? null : channel.invite(effect.place, effect.people)
    case 'remove':
      return isOver() ? null : channel.remove(effect.place, effect.people)
    case 'pin':
    case 'share':
    case 'archive':
      return workOnRoom(app, channel, claim, effect, isOver)
    case 'message': {
      const { place, slot } = effect
      const post = await postFor(app, place, record, slot, claim.task.id)
      if (claim.doubtful || claim.task.last?.type === 'unclear') {
        const ref = await channel.find(place, post)
        if (ref !== undefined) return { type: 'done', ref }
      }
      const message = await messageFor(app, place, record, slot, post.update !== undefined)
      if (!message) return { type: 'done', ref: post.update ?? NOTHING_STANDS }
      return channel.post(place, safeMessage(message), post, holdUntil(isOver))
    }
  }
}

async function postFor(
  app: App,
  place: Place,
  record: RecordId,
  slot: Post['slot'],
  id: string,
): Promise<Post> {
  const key = placeKey(place)
  const update = await standing(app, record, key, slot)
  const isHead = place.under === undefined && slot === 'root'
  const thread = isHead ? undefined : await standing(app, place.under ?? record, key, 'root')
  return { id, record, slot, update, thread }
}

/** The message that stands in a slot; there is none where nothing was to be said, or it was given up. */
async function standing(app: App, record: RecordId, place: string, slot: Post['slot']) {
  const ref = await app.store.shown(record, place, slot)
  return ref === NOTHING_STANDS ? undefined : ref
}

/** A service may answer with anything; a reason that no store takes would be tried for ever. */
function keepable(outcome: Outcome): Outcome {
  return outcome.type === 'done' ? outcome : { ...outcome, reason: cleanText(outcome.reason) }
}

/** Time in which nothing could be tried, since Muster was off, does not count as trying. */
function triedSince({ firstTriedAt, retryAt }: Task, now: Instant): Instant {
  if (firstTriedAt === undefined || retryAt === undefined) return now
  return now > plusSeconds(retryAt, OUTAGE_SECONDS) ? now : firstTriedAt
}

/** An expected failure is tried again for a day; then it is said that it was not delivered. */
function givenUp(firstTriedAt: Instant, outcome: Outcome, now: Instant): Outcome {
  if (outcome.type === 'done' || outcome.type === 'never') return outcome
  if (now < plusSeconds(firstTriedAt, GIVE_UP_SECONDS)) return outcome
  return { type: 'never', reason: `Given up after 24 hours. Last: ${outcome.reason}` }
}

function retryAt({ tries }: Task, outcome: Outcome, now: Instant): Instant {
  const asked = outcome.type === 'later' ? (outcome.retryAfterSeconds ?? 0) : 0
  const seconds = Math.max(Math.ceil(asked), Math.min(2 ** tries, LONGEST_PAUSE))
  return plusSeconds(now, Math.min(seconds, LONGEST_PAUSE_SECONDS))
}

/** What the record must learn of an outcome. */
async function replies(app: App, task: Task, outcome: Outcome): Promise<Request[]> {
  const intents = [reply(task, outcome), await notLetIn(app, task, outcome)]
  return intents.flatMap((intent, index) => {
    const key = `outcome:${task.id}:${task.addedAt}${index === 0 ? '' : `:${index}`}`
    return intent ? [{ key, to: task.record, intent }] : []
  })
}

function reply({ effect, record }: Task, outcome: Outcome): Intent | null {
  if (effect.type === 'room' && outcome.type === 'done') {
    const own = recordKind(record)
    const kind = own === 'case' || own === 'drill' ? own : 'meeting'
    return { kind, type: 'noteRoom', channel: effect.channel, room: outcome.ref }
  }
  if (effect.type === 'call' && outcome.type === 'done' && !saysNothing(outcome))
    return { kind: 'meeting', type: 'noteCall', channel: effect.channel, url: outcome.ref }
  if (outcome.type === 'done' && effect.type === 'message' && isOfTelling(effect.slot))
    return saysNothing(outcome)
      ? null
      : {
          kind: toldKind(record),
          type: 'noteTold',
          slot: effect.slot,
          place: placeKey(effect.place),
        }
  if (effect.type === 'share') return shareReply(effect, outcome)
  // Whoever runs Muster finds it among what was given up; nobody is told less for it.
  if (outcome.type !== 'never' || effect.type === 'archive' || effect.type === 'pin') return null
  const slot = effect.type === 'message' ? effect.slot : effect.type
  const place = queueOf(effect)
  const { type: _, ...why } = outcome
  return { kind: recordKind(record), type: 'noteUndelivered', slot, place, ...why }
}

/** Of a meeting: whom its service would not have in the room, and whom it let in since, for the roll. */
async function notLetIn(app: App, task: Task, outcome: Outcome): Promise<Intent | null> {
  const { effect, record } = task
  if (outcome.type !== 'done' || recordKind(record) !== 'meeting') return null
  const { left = [] } = outcome
  const asked = effect.type === 'invite' ? effect.people : []
  const letIn = asked.filter((person) => !left.some((one) => one.person === person))
  if (left.length === 0 && !(await wereNotLetIn(app, task, letIn))) return null
  return { kind: 'meeting', type: 'noteNotLetIn', channel: nameOf(task), left, letIn }
}

/** Whether its roll says of any of these people that the service would not have them: most meetings need not be asked. */
async function wereNotLetIn({ store }: App, task: Task, people: readonly string[]) {
  const saved = people.length > 0 ? await store.load(task.record) : undefined
  if (!saved) return false
  try {
    const record = upcast(task.record, saved)
    const known = record.kind === 'meeting' ? (record.notLetIn ?? []) : []
    return known.some(({ channel, person }) => channel === nameOf(task) && people.includes(person))
  } catch (error) {
    if (error instanceof UnreadableRecord) return true
    throw error
  }
}

/** A case has people told as a safeguarding matter; of all else its provider has. */
function toldKind(record: Task['record']): 'case' | 'provider' {
  return recordKind(record) === 'case' ? 'case' : 'provider'
}

/** The roll says who was asked into a room, and why somebody could not be. */
function shareReply(
  { place, person }: Extract<Task['effect'], { type: 'share' }>,
  outcome: Outcome,
): Intent | null {
  const { channel } = place
  if (outcome.type === 'done' && !saysNothing(outcome))
    return { kind: 'meeting', type: 'noteShared', channel, person, refused: null }
  if (outcome.type !== 'never') return null
  return { kind: 'meeting', type: 'noteShared', channel, person, refused: outcome.reason }
}
