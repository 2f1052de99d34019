import type { Context } from '../../core/kind.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { AnyRecord } from '../../core/record.ts'
import { type RecordId, recordKind, referenceOf } from '../../core/record-id.ts'
import { administers } from '../administrators.ts'
import type { App } from '../app.ts'
import type { Heard } from '../conversation.ts'
import { contextFor } from '../handle.ts'
import type { SaidIn } from '../ports.ts'
import { read } from '../read.ts'
import { UnreadableRecord } from '../upcast.ts'

/** One thing that was asked of Muster: by whom, where, and with what in view. */
export interface Ask {
  readonly app: App
  readonly heard: Heard
  /** The message in which it stands, where a person wrote one: kept with what it leads to. */
  readonly said?: SaidIn
}

export function contextOf({ app }: Ask, record: AnyRecord | null): Context {
  return contextFor(app, record, app.now())
}

/**
 * A record that this person may see; undefined when there is none, or it is not theirs. Administrators
 * look after every organisation of the directory, and see no more than others of all else.
 */
export function look(ask: Ask, id: RecordId): Promise<AnyRecord | undefined> {
  const { app, heard } = ask
  const looksAfter = recordKind(id) === 'organisation' && isAdministrator(ask)
  return read(app, looksAfter ? { type: 'operator' } : { type: 'actor', actor: heard.actor }, id)
}

export function isAdministrator({ app, heard: { actor } }: Ask): boolean {
  return administers(app, actor)
}

function notThere(id: RecordId | string): { message: string } {
  const name = id.includes('-') ? referenceOf(id as RecordId) : id // only to show it
  return {
    message: `There is no ${name} that you can see. Check the reference, or ask your quality lead.`,
  }
}

/** Why a record is not shown: a stranger to the directory learns that, everybody else that there is none. */
export function cannotSee({ heard }: Ask, id: RecordId | string): { message: string } {
  return isKnown(heard.actor) ? notThere(id) : NOT_LISTED
}

/** What is said where a record turns out to be unreadable: to whoever may not know of it, as if there were none. */
export async function unreadable(
  ask: Ask,
  { record, told }: UnreadableRecord,
): Promise<{ message: string }> {
  try {
    await look(ask, record)
  } catch (error) {
    if (error instanceof UnreadableRecord) return { message: told }
  }
  return cannotSee(ask, record)
}

export const NOT_LISTED = {
  message:
    'You are not in the directory, so you may raise a concern or an incident, and may not answer or decide. Ask an administrator to add you.',
}

export function isKnown(actor: Actor): actor is Extract<Actor, { type: 'person' }> {
  return actor.type === 'person'
}
