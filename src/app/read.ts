import type { Place, Slot } from '../core/effect.ts'
import type { Index } from '../core/kind.ts'
import type { Message } from '../core/message/message.ts'
import { maySee } from '../core/people/access.ts'
import type { Viewer } from '../core/people/viewer.ts'
import { type AnyRecord, compose, guarded } from '../core/record.ts'
import type { RecordId } from '../core/record-id.ts'
import type { App } from './app.ts'
import { contextFor } from './handle.ts'
import type { ListQuery } from './ports.ts'
import { UnreadableRecord, upcast } from './upcast.ts'

/** Undefined for what is not there and for what is not theirs: a stranger cannot tell them apart. */
export async function read(app: App, viewer: Viewer, id: RecordId): Promise<AnyRecord | undefined> {
  const saved = await app.store.load(id)
  const record = saved && upcast(saved)
  return record && maySee(viewer, guarded(record), app.directory()) ? record : undefined
}

export interface Row {
  readonly record: AnyRecord
  readonly index: Index
}

/** The records of a list that the viewer may see, soonest owed first. */
export async function list(app: App, viewer: Viewer, query: ListQuery): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { id, index } of await app.store.list(query)) {
    const record = await readable(app, viewer, id)
    if (record) rows.push({ record, index })
  }
  return rows
}

/** One record that cannot be read spoils no list: it is left out, and named in the log. */
async function readable(app: App, viewer: Viewer, id: RecordId): Promise<AnyRecord | undefined> {
  try {
    return await read(app, viewer, id)
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error
    app.log.error({ record: id, why: error.message }, 'A record was left out of a list')
    return undefined
  }
}

/** A message is written, and its place checked, at the moment of sending. */
export async function messageFor(
  app: App,
  place: Place,
  id: RecordId,
  slot: Slot,
): Promise<Message | undefined> {
  const record = await read(app, { type: 'place', place }, id)
  return record && write(app, { type: 'place', place }, record, slot)
}

/** What a slot of a record says to this viewer. The record must come from `read`. */
export function write(
  app: App,
  viewer: Viewer,
  record: AnyRecord,
  slot: Slot,
): Message | undefined {
  const { policy, directory, now } = contextFor(app, record, app.now())
  return compose(record, slot, { policy, directory, viewer, now })
}
