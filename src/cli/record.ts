import { handOver } from './hand-over.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command } from './terminal.ts'

const { usage: USAGE } = storeWords.record

/** `muster record`: the record of a meeting to be kept and sent on, while Muster runs or not. */
export function recordCommand(door: StoreDoor): Command {
  return {
    ...storeWords.record,
    async run(args, terminal) {
      const read = readOptions(args, { to: { type: 'string' } }, USAGE)
      const [reference, ...more] = read.ok ? read.positionals : []
      if (!read.ok || reference === undefined || more.length > 0) {
        await terminal.complain(`${read.ok ? `Write: ${USAGE}` : read.error}\n`)
        return 1
      }
      const folder = read.values.to ?? `record-${reference}`
      return through(door.reach, terminal, async (administration) =>
        handOver(await administration.record(reference), folder, terminal),
      )
    },
  }
}
