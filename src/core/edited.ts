import { accept, type Decision } from './decision.ts'
import type { Context } from './kind.ts'
import type { Actor, Doer } from './people/actor.ts'
import { doerOf } from './people/doer.ts'
import type { Instant } from './time/instant.ts'

/** A message that is on record was changed or deleted in chat since. What was recorded stays as it was. */
export interface MessageEdited {
  readonly type: 'messageEdited'
  readonly at: Instant
  readonly by: Doer
  readonly channel: string
  readonly message: string
  readonly what: 'changed' | 'deleted'
}

interface Heard {
  readonly by: Actor
  readonly channel: string
  readonly message: string
  readonly what: 'changed' | 'deleted'
}

/** Whoever hears of it has looked that the message is on this record. */
export function noteEdited(
  { by, channel, message, what }: Heard,
  { directory, now: at }: Context,
): Decision<MessageEdited> {
  return accept({ type: 'messageEdited', at, by: doerOf(directory, by), channel, message, what })
}
