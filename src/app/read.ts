import { NOTHING_STANDS, type Place, placeKey, type Slot } from '../core/effect.ts'
import type { Composing, Index } from '../core/kind.ts'
import type { Message } from '../core/message/message.ts'
import { peopleIn } from '../core/message/people.ts'
import { maySee } from '../core/people/access.ts'
import { reachOf, servicesOf } from '../core/people/reach.ts'
import type { Viewer } from '../core/people/viewer.ts'
import { isHandedOn } from '../core/provider/cycle/owing.ts'
import {
  type AnyRecord,
  compose,
  guarded,
  isGone,
  overtakenBy,
  policyHashOf,
} from '../core/record.ts'
import type { RecordId } from '../core/record-id.ts'
import { administers } from './administrators.ts'
import type { App } from './app.ts'
import { withApproval } from './approval.ts'
import { digestFor } from './digest/write.ts'
import { learnRules, rulesOf, rulesToday, timeOf } from './handle.ts'
import type { Log } from './host.ts'
import type { ListQuery, Saved } from './ports.ts'
import { UnreadableRecord, upcast } from './upcast.ts'

/**
 * Undefined for what is not there and for what is not theirs: a stranger cannot tell them apart.
 * Throws `UnreadableRecord` to those who may know that it is there.
 */
export async function read(app: App, viewer: Viewer, id: RecordId): Promise<AnyRecord | undefined> {
  const saved = await app.store.load(id)
  const record = saved && readable(app, viewer, id, saved)
  if (!record || !maySee(viewer, guarded(record), app.directory())) return undefined
  await learnRules(app, record)
  rulesOf(app, record)
  const isOver = record.kind === 'provider' && isHandedOn(record, composingFor(app, viewer, record))
  return isOver ? undefined : record
}

/** Whose it is cannot be known of what cannot be read: of people, administrators alone hear that it is there. */
function readable(app: App, viewer: Viewer, id: RecordId, saved: Saved): AnyRecord | undefined {
  try {
    return upcast(id, saved)
  } catch (error) {
    if (viewer.type !== 'actor' || administers(app, viewer.actor)) throw error
    return leftOut(app, id, error)
  }
}

export interface Row {
  readonly record: AnyRecord
  readonly index: Index
}

/** The records of a list that the viewer may see, soonest owed first. One that cannot be read is left out. */
export async function list(app: App, viewer: Viewer, query: ListQuery): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { id, index } of await app.store.list(query)) {
    const record = await read(app, viewer, id).catch((error: unknown) => leftOut(app, id, error))
    if (record) rows.push({ record, index })
  }
  return rows
}

/** Which records each log was told of: once is enough. */
const told = new WeakMap<Log, Set<RecordId>>()

function leftOut({ log }: App, id: RecordId, error: unknown): undefined {
  if (!(error instanceof UnreadableRecord)) throw error
  const before = told.get(log) ?? new Set()
  told.set(log, before)
  if (before.has(id)) return
  before.add(id)
  log.error(
    { error, record: id },
    'A record cannot be read: nobody but administrators is told that it is there',
  )
}

/**
 * A message is written, and its place checked, at the moment of sending. `stands`: it is brought up
 * to date; one that never stood there is not written when a newer one says the same.
 */
export async function messageFor(
  app: App,
  place: Place,
  id: RecordId,
  slot: Slot,
  stands = false,
): Promise<Message | undefined> {
  const record = await read(app, { type: 'place', place }, id)
  if (!record) return undefined
  if (!stands && (isGone(record, place, slot) || (await isOvertaken(app, place, record, slot))))
    return undefined
  const message =
    (await digestFor(app, place, record, slot, list)) ??
    write(app, { type: 'place', place }, record, slot)
  if (!message) return undefined
  const isOfRules = slot.startsWith('notice:rules.')
  const noted = isOfRules ? message : withApproval(app, message, policyHashOf(record))
  return calling(app, place, record, noted)
}

/** In a room each person is called on one channel only, though all of the record's rooms name them. */
function calling(app: App, place: Place, record: AnyRecord, message: Message): Message {
  if (place.to.type !== 'room') return message
  const { places, people, only } = guarded(record)
  const rooms = places.filter(({ to }) => to.type === 'room')
  const channels = servicesOf([...app.channels.keys()], rooms)
  const elsewhere = peopleIn(message).filter((person) => {
    // Whoever may not see it is named, where they did something, and never called.
    if (only && !people?.includes(person)) return true
    const told = toldOf(app, record, person)
    const reach = told.length > 0 ? told : reachOf(app.directory(), person, channels)
    return !reach.includes(place.channel)
  })
  return elsewhere.length > 0 ? { ...message, elsewhere } : message
}

/** Where somebody was told of a meeting when they were called, as far as that is still on. */
function toldOf(app: App, record: AnyRecord, person: string): readonly string[] {
  const reach = record.kind === 'meeting' ? (record.reach[person] ?? []) : []
  return reach.filter((channel) => app.channels.has(channel))
}

/** Where the newer one was given up, this one is all that is said. */
async function isOvertaken(app: App, place: Place, record: AnyRecord, slot: Slot) {
  const newer = overtakenBy(record, slot, place, rulesOf(app, record).policy)
  if (newer === null) return false
  return (await app.store.shown(record.id, placeKey(place), newer)) !== NOTHING_STANDS
}

/** What a slot of a record says to this viewer. The record must come from `read`. */
export function write(
  app: App,
  viewer: Viewer,
  record: AnyRecord,
  slot: Slot,
): Message | undefined {
  return compose(record, slot, composingFor(app, viewer, record))
}

function composingFor(app: App, viewer: Viewer, record: AnyRecord): Composing {
  const { policy } = rulesToday(app, record)
  return { policy, directory: app.directory(), viewer, now: timeOf(app, record.kind) }
}
