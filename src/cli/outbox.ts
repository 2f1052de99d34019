import type { Administration } from '../app/control/administration.ts'
import type { DeadLetter, OutboxReport } from '../app/dead-letters.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command, Terminal } from './terminal.ts'

const { usage: USAGE } = storeWords.outbox

/** `muster outbox`: what waits, what was given up, and what is to become of that. Never what it says. */
export function outboxCommand(door: StoreDoor): Command {
  return {
    ...storeWords.outbox,
    async run(args, terminal) {
      const read = readOptions(
        args,
        { json: { type: 'boolean' }, because: { type: 'string' } },
        USAGE,
      )
      if (!read.ok) return complain(terminal, read.error)
      const { json = false, because } = read.values
      const asked = taskOf(read.positionals, because, json, terminal)
      if (!asked) return complain(terminal, `Write: ${USAGE}`)
      return through(door.reach, terminal, asked)
    },
  }
}

type Asked = (administration: Administration) => Promise<number>

function taskOf(
  [word, id, ...more]: readonly string[],
  because: string | undefined,
  json: boolean,
  terminal: Terminal,
): Asked | null {
  if (more.length > 0) return null
  if (word === 'list' && id === undefined)
    return async (administration) => list(await administration.outbox(), json, terminal)
  if (word === 'retry' && id !== undefined)
    return async (administration) => {
      const refused = await administration.retry(id)
      return done(refused, `${id} is in its queue again.`, terminal)
    }
  if (word === 'drop' && id !== undefined && because !== undefined)
    return async (administration) => {
      const refused = await administration.drop(id, because)
      return done(refused, `${id} is dropped; the record says why.`, terminal)
    }
  return null
}

async function list(report: OutboxReport, json: boolean, terminal: Terminal): Promise<number> {
  const { waiting, oldest, dead } = report
  if (json) {
    await terminal.print(`${JSON.stringify(report)}\n`)
    return 0
  }
  const since = oldest === null ? '' : `, the oldest since ${oldest}`
  const heading = `Waiting: ${waiting}${since}. Given up: ${dead.length}.`
  await terminal.print(`${[heading, ...dead.map(wordsOf)].join('\n')}\n`)
  return 0
}

function wordsOf({ id, reference, place, slot, since, reason, tries }: DeadLetter): string {
  return `${id}\n    ${reference}, ${slot} at ${place}, since ${since}, ${tries} ${tries === 1 ? 'try' : 'tries'}: ${reason}`
}

async function done(refused: string | null, words: string, terminal: Terminal): Promise<number> {
  if (refused !== null) return complain(terminal, refused)
  await terminal.print(`${words}\n`)
  return 0
}

async function complain(terminal: Terminal, sentence: string): Promise<number> {
  await terminal.complain(`${sentence}\n`)
  return 1
}
