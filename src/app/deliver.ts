import { type Outcome, type Place, placeKey, queueOf } from '../core/effect.ts'
import { cleanText } from '../core/form/free-text.ts'
import type { Intent } from '../core/intent.ts'
import { type RecordId, recordKind } from '../core/record-id.ts'
import { type Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'
import type { Channel, Post, Request, Task } from './ports.ts'
import { messageFor } from './read.ts'

const LONGEST_PAUSE = 600
const GIVE_UP_SECONDS = 24 * 3600
const AT_ONCE = 32
const UNSAVED_PAUSE = 5

/** How a try ended, and what the record must learn of it. */
interface Ended {
  readonly settled: Task
  readonly replies: readonly Request[]
}

/** Sends what waits in the outbox. A place keeps its order; one that is stuck holds up no other. */
export interface Delivery {
  /** Starts whatever may be sent now. */
  kick(): void
  /** Resolves when nothing is being sent and nothing more may be sent now. */
  idle(): Promise<void>
}

export function delivery(app: App): Delivery {
  const busy = new Map<string, Promise<void>>()
  // An outcome that could not be written down is kept here by queue: nothing is sent again for that.
  const unsaved = new Map<string, Ended & { readonly until: Instant }>()
  let looking: Promise<void> | null = null
  let again = false

  async function look(): Promise<void> {
    do {
      again = false
      const now = app.realNow()
      const tasks = await app.store.tasks(now, AT_ONCE + busy.size + unsaved.size)
      for (const task of tasks) {
        const { queue } = task
        const paused = (unsaved.get(queue)?.until ?? now) > now
        if (paused || busy.has(queue) || busy.size >= AT_ONCE) continue
        const sending = take(task).finally(() => {
          busy.delete(queue)
          kick()
        })
        busy.set(queue, sending)
      }
    } while (again)
  }

  async function take(task: Task): Promise<void> {
    const { settled, replies } = unsaved.get(task.queue) ?? (await tried(app, task))
    try {
      await app.store.settle(settled, replies)
      unsaved.delete(task.queue)
    } catch (error) {
      const until = plusSeconds(app.realNow(), UNSAVED_PAUSE)
      unsaved.set(task.queue, { settled, replies, until })
      app.log.error(
        { error, task: settled.id },
        'An outcome could not be saved; that is tried again',
      )
    }
  }

  function kick(): void {
    again = true
    looking ??= look()
      .catch((error: unknown) => app.log.error({ error }, 'The outbox could not be read'))
      .finally(() => {
        looking = null
        // Somebody may have kicked after the last look had ended.
        if (again) kick()
      })
  }

  async function idle(): Promise<void> {
    kick()
    while (looking !== null || busy.size > 0) await Promise.all([looking, ...busy.values()])
  }

  return { kick, idle }
}

async function tried(app: App, task: Task): Promise<Ended> {
  const outcome = keepable(await attempt(app, task))
  const now = app.realNow()
  const last = givenUp(task, outcome, now)
  const settled: Task = { ...task, last, tries: task.tries + 1, retryAt: retryAt(task, last, now) }
  if (last.type === 'never')
    app.log.warn({ task: task.id, reason: last.reason }, 'A message will not be delivered')
  return { settled, replies: replies(task, last) }
}

/** A service may answer with anything; a reason that no store takes would be tried for ever. */
function keepable(outcome: Outcome): Outcome {
  return outcome.type === 'done' ? outcome : { ...outcome, reason: cleanText(outcome.reason) }
}

async function attempt(app: App, task: Task): Promise<Outcome> {
  const { effect } = task
  const name = effect.type === 'room' ? effect.channel : effect.place.channel
  const channel = app.channels.get(name)
  // It may be switched on again: nothing is given up for a day.
  if (!channel) return { type: 'later', reason: `The channel “${name}” is not switched on.` }
  try {
    return await send(app, channel, task)
  } catch (error) {
    // It may have arrived before it broke: never assume that it did not.
    return { type: 'unclear', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function send(app: App, channel: Channel, task: Task): Promise<Outcome> {
  const { effect } = task
  switch (effect.type) {
    case 'room':
      return channel.makeRoom({
        id: `${task.record}/${effect.name}`,
        name: effect.name,
        topic: effect.topic,
        people: effect.people,
      })
    case 'invite':
      return channel.invite(effect.place, effect.people)
    case 'message': {
      const { place, slot } = effect
      const post = await postFor(app, place, task.record, slot, task.id)
      if (task.last?.type === 'unclear') {
        const ref = await channel.find(place, post)
        if (ref !== undefined) return { type: 'done', ref }
      }
      const message = await messageFor(app, place, task.record, slot)
      if (!message) return { type: 'done', ref: post.update ?? NOTHING_SAID }
      return channel.post(place, message, post)
    }
  }
}

const NOTHING_SAID = '-'

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

/** The message that stands in a slot; there is none where nothing was to be said. */
async function standing(app: App, record: RecordId, place: string, slot: Post['slot']) {
  const ref = await app.store.shown(record, place, slot)
  return ref === NOTHING_SAID ? undefined : ref
}

/** An expected failure is tried again for a day; then it is said that it was not delivered. */
function givenUp(task: Task, outcome: Outcome, now: Instant): Outcome {
  if (outcome.type === 'done' || outcome.type === 'never') return outcome
  if (now < plusSeconds(task.addedAt, GIVE_UP_SECONDS)) return outcome
  return { type: 'never', reason: `Given up after 24 hours. Last: ${outcome.reason}` }
}

function retryAt({ tries }: Task, outcome: Outcome, now: Instant): Instant {
  const asked = outcome.type === 'later' ? (outcome.retryAfterSeconds ?? 0) : 0
  return plusSeconds(now, Math.max(Math.ceil(asked), Math.min(2 ** tries, LONGEST_PAUSE)))
}

/** What the record must learn of an outcome. */
function replies(task: Task, outcome: Outcome): Request[] {
  const intent = reply(task, outcome)
  return intent ? [{ key: `outcome:${task.id}`, to: task.record, intent }] : []
}

function reply({ effect, record }: Task, outcome: Outcome): Intent | null {
  if (effect.type === 'room' && outcome.type === 'done')
    return { kind: 'meeting', type: 'noteRoom', channel: effect.channel, room: outcome.ref }
  if (outcome.type !== 'never') return null
  const slot = effect.type === 'message' ? effect.slot : effect.type
  const place = queueOf(effect)
  return { kind: recordKind(record), type: 'noteUndelivered', slot, place, reason: outcome.reason }
}
