import type { Log } from '../host.ts'

/** As much of the process as ends it. */
interface Ending {
  on(event: 'uncaughtException', hear: (error: unknown) => void): unknown
  exit(code: number): unknown
}

/**
 * A fault that nobody has caught ends the process, as it would without this; but the log says so.
 * Node would print the error with all that hangs on it: headers, tokens, what was sent.
 */
export function endPlainly(log: Log, process: Ending): void {
  process.on('uncaughtException', (thrown) => {
    const error =
      thrown instanceof Error ? thrown : new Error('Something was thrown that is no error')
    log.error({ error }, 'Muster ends through a fault of its own')
    process.exit(1)
  })
}
