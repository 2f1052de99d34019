import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Guarded } from '../core/guard/identifiers.ts'
import type { Directory } from '../core/people/directory.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Channel } from './channel-port.ts'
import type { Conversation } from './conversation.ts'
import type { Store } from './ports.ts'

/** The part of a logger that adapters use; pino fits. Never log what people wrote, or a secret. */
export interface Log {
  info(about: object, words: string): void
  warn(about: object, words: string): void
  error(about: object, words: string): void
}

/** A clock that can be moved. A jump steps through every wake on the way. */
export interface MovableClock {
  now(): Instant
  /** The next instant at which somebody owes something; null when nobody does. */
  nextDeadline(): Promise<Instant | null>
  moveTo(instant: Instant): Promise<void>
}

/** What a channel gets to live on. */
export interface Host {
  readonly conversation: Conversation
  readonly store: Store
  readonly log: Log
  /** What may become of words that a channel itself would keep. */
  guard(text: string): Guarded
  /** The directory as it is now. */
  directory(): Directory
  now(): Instant
  /** Only where the clock may be moved: the playground. */
  readonly clock?: MovableClock
  /**
   * Does what one delivery asks for that came in another way than over the HTTP server, under an id
   * of its own; `acknowledged` is called when its service has its answer.
   */
  delivery<Result>(
    channel: string,
    work: (acknowledged: () => void) => Promise<Result>,
  ): Promise<Result>
  /** A folder for what the channel itself must keep; only the playground's has one. */
  readonly folder?: string
}

/** A path of the one HTTP server; everything below it too when it ends with a slash. */
export interface Route {
  readonly path: string
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** A channel that is running: outward the port, inward its routes. */
export interface RunningChannel {
  readonly channel: Channel
  readonly routes: readonly Route[]
  /** After the server listens: sockets, warnings about settings. Throws one sentence when it cannot start. */
  start?(): Promise<void>
}
