import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command } from './terminal.ts'

/** `muster export`: everything, as lines. */
export function exportCommand(door: StoreDoor): Command {
  return {
    ...storeWords.export,
    run: (_args, terminal) =>
      through(door.reach, terminal, async (administration) => {
        for await (const text of administration.export()) {
          if (!(await terminal.print(text))) return 1
        }
        return 0
      }),
  }
}
