import type { Administration } from '../app/control/administration.ts'
import type { Store } from '../app/ports.ts'
import type { Terminal } from './terminal.ts'

/** The way to the store that the settings name. Each throws a sentence when there is none. */
export interface StoreDoor {
  /** Through the process that has it open, or over the store itself. */
  reach(): Promise<Opened<Administration>>
  /** For an import: the store itself, which nobody else uses. */
  open(): Promise<Opened<Store>>
}

export interface Opened<What> {
  readonly what: What
  close(): Promise<void>
}

/** Runs over what was opened and closes it; a sentence that was thrown is a complaint. */
export async function through<What>(
  opening: () => Promise<Opened<What>>,
  terminal: Terminal,
  run: (what: What) => Promise<number>,
): Promise<number> {
  try {
    const opened = await opening()
    try {
      return await run(opened.what)
    } finally {
      await opened.close()
    }
  } catch (error) {
    await terminal.complain(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
