import { handOver } from './hand-over.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command } from './terminal.ts'

const { usage: USAGE } = storeWords['subject-access']

/** `muster subject-access`: what a person may ask to see of what is kept about them. */
export function subjectAccessCommand(door: StoreDoor): Command {
  return {
    ...storeWords['subject-access'],
    async run(args, terminal) {
      const read = readOptions(args, { to: { type: 'string' } }, USAGE)
      const [person, ...more] = read.ok ? read.positionals : []
      if (!read.ok || person === undefined || more.length > 0) {
        await terminal.complain(`${read.ok ? `Write: ${USAGE}` : read.error}\n`)
        return 1
      }
      const folder = read.values.to ?? `subject-access-${person.replaceAll(/[^\w.-]/g, '-')}`
      return through(door.reach, terminal, async (administration) =>
        handOver(await administration.subjectAccess(person), folder, terminal),
      )
    },
  }
}
