import { pino } from 'pino'
import type { LogLevel } from './config.ts'
import type { Log } from './host.ts'
import { plainError } from './log/plain-error.ts'
import { scrubber } from './log/scrub.ts'
import { requestId } from './request-id.ts'

interface Wanted {
  readonly level: LogLevel
  /** Values that may stand nowhere, whatever they come in. */
  readonly secrets: readonly string[]
  /** Standard error, unless told otherwise. */
  readonly to?: { write(line: string): void }
}

/** The one log. What people wrote and what is secret stays out, also where an error carries it. */
export function openLog({ level, secrets, to = pino.destination(2) }: Wanted): Log {
  const scrub = scrubber(secrets)
  return pino(
    {
      level,
      mixin: () => ({ request: requestId() }),
      formatters: { log: withPlainErrors },
      hooks: { streamWrite: scrub },
    },
    to,
  )
}

/** Errors of every name are made plain; everything else that is logged is our own choice of words. */
function withPlainErrors(about: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(about).map(([name, value]) => [
      name,
      value instanceof Error ? plainError(value) : value,
    ]),
  )
}
