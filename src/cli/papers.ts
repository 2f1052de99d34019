import type { Administration } from '../app/control/administration.ts'
import { handOver } from './hand-over.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command } from './terminal.ts'

/** What is written about one record into a new folder, while Muster runs or not. */
type Papers = 'inquiry' | 'record'

/** `muster inquiry`: a case or a provider for somebody who was not there. `muster record`: what a meeting left behind. */
export function papersCommand(papers: Papers, door: StoreDoor): Command {
  const words = storeWords[papers]
  return {
    ...words,
    async run(args, terminal) {
      const read = readOptions(args, { to: { type: 'string' } }, words.usage)
      const [reference, ...more] = read.ok ? read.positionals : []
      if (!read.ok || reference === undefined || more.length > 0) {
        await terminal.complain(`${read.ok ? `Write: ${words.usage}` : read.error}\n`)
        return 1
      }
      const folder = read.values.to ?? `${papers}-${reference}`
      return through(door.reach, terminal, async (administration: Administration) =>
        handOver(await administration[papers](reference), folder, terminal),
      )
    },
  }
}
