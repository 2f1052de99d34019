import type { Administration } from '../app/control/administration.ts'
import type { Keeping } from '../app/retention/decide.ts'
import type { KeptRecord } from '../app/retention/report.ts'
import { showDate } from '../core/time/day.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command, Terminal } from './terminal.ts'

const { usage: USAGE } = storeWords.retention
const OPTIONS = {
  json: { type: 'boolean' },
  because: { type: 'string' },
  by: { type: 'string' },
} as const

/** `muster retention`: which closed cases and meetings nothing keeps any more, and what is decided on them. */
export function retentionCommand(door: StoreDoor): Command {
  return {
    ...storeWords.retention,
    async run(args, terminal) {
      const read = readOptions(args, OPTIONS, USAGE)
      if (!read.ok) return complain(terminal, read.error)
      const { json = false, because, by = null } = read.values
      const [word, reference, ...more] = read.positionals
      if (word === 'list' && reference === undefined)
        return through(door.reach, terminal, async (administration) =>
          list(await administration.retention(), json, terminal),
        )
      const isDecision = word === 'hold' || word === 'release' || word === 'remove'
      if (!isDecision || reference === undefined || because === undefined || more.length > 0)
        return complain(terminal, `Write: ${USAGE}`)
      const keeping: Keeping = { what: word, reference, because, by }
      return through(door.reach, terminal, (administration) =>
        decide(administration, keeping, terminal),
      )
    },
  }
}

async function list(
  all: readonly KeptRecord[],
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  if (json) {
    await terminal.print(`${JSON.stringify(all)}\n`)
    return 0
  }
  const past = all.filter(({ state }) => state === 'past').length
  const heading = `Closed cases and meetings: ${all.length}. Past their time: ${past}.`
  await terminal.print(`${[heading, ...all.map(wordsOf)].join('\n')}\n`)
  return 0
}

function wordsOf({ reference, type, state, until, rule, because }: KeptRecord): string {
  const what = `${reference}, ${TYPES[type]}`
  const kept = until === null ? 'no rule says how long' : `kept until ${showDate(until)} (${rule})`
  switch (state) {
    case 'past':
      return `${what}: ${kept}; may be removed`
    case 'held':
      return `${what}: ${kept}; legal hold: ${because}`
    case 'kept':
    case 'no rule':
      return `${what}: ${kept}`
    case 'removed':
      return `${what}: ${kept}; removed: ${because}`
  }
}

const TYPES: Readonly<Record<KeptRecord['type'], string>> = {
  incident: 'serious incident',
  concern: 'concern',
  intelligence: 'intelligence',
  meeting: 'meeting about a provider',
}

const DONE = {
  hold: 'is held, and is not removed until it is released.',
  release: 'is not held any more.',
  remove:
    'is removed here. What stands in Slack and Teams, and in backups, is for you to remove there.',
} as const

async function decide(
  administration: Administration,
  keeping: Keeping,
  terminal: Terminal,
): Promise<number> {
  const refused = await administration.keep(keeping)
  if (refused !== null) return complain(terminal, refused)
  await terminal.print(`${keeping.reference} ${DONE[keeping.what]}\n`)
  return 0
}

async function complain(terminal: Terminal, sentence: string): Promise<number> {
  await terminal.complain(`${sentence}\n`)
  return 1
}
