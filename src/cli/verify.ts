import { createReadStream } from 'node:fs'
import { spokenHead } from '../app/ledger/day.ts'
import { readLines } from '../app/moving/lines.ts'
import { dayWithHead, type Verdict, verifyAll } from '../app/verify/verify.ts'
import { linesOf } from './lines.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command, Terminal } from './terminal.ts'

const { usage: USAGE } = storeWords.verify

/** `muster verify`: whether every history is as it was written, here or in an export. */
export function verifyCommand(door: StoreDoor): Command {
  return {
    ...storeWords.verify,
    async run(args, terminal) {
      const read = readOptions(args, { head: { type: 'string' } }, USAGE)
      if (!read.ok || read.positionals.length > 1) {
        await terminal.complain(`${read.ok ? `Write: ${USAGE}` : read.error}\n`)
        return 1
      }
      const [path] = read.positionals
      const told = async (text: AsyncIterable<Uint8Array | string>) =>
        tell(await verifyAll(readLines(linesOf(text))), read.values.head, terminal)
      if (path === undefined)
        return through(door.reach, terminal, (administration) => told(administration.export()))
      const file = async () => ({ what: createReadStream(path), close: async () => {} })
      return through(file, terminal, told)
    },
  }
}

async function tell(
  verdict: Verdict,
  wanted: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const { records, entries, folded, unsure, removed, days, newest } = verdict
  const sentences = [
    ...verdict.ledger,
    ...verdict.findings.map(({ sentence }) => sentence),
    ...(wanted === undefined || dayWithHead(days, wanted) ? [] : [unknownHead(wanted)]),
  ]
  for (const sentence of sentences) await terminal.complain(`${sentence}\n`)
  if (sentences.length > 0) return 1
  const known = wanted === undefined ? undefined : dayWithHead(days, wanted)
  await terminal.print(
    [
      `Every history is as it was written: ${records} records with ${entries} entries; ${folded} of them give just what is saved.`,
      ...unsure.map(
        (id) =>
          `${id} is not just what its history gives today: an older version wrote a part of it, and may have made it otherwise. Hold it against a backup if that matters.`,
      ),
      ...removed.map(({ sentence }) => `${sentence.replace(/[.!?]?$/, '.')}`),
      newest === null
        ? 'The ledger has no day yet.'
        : `The ledger has ${days.length} ${days.length === 1 ? 'day' : 'days'}; history up to ${newest.at}: ${spokenHead(newest.head)}`,
      ...(known
        ? [`${spokenHead(known.head)} is the head of ${known.day}, and all since goes on from it.`]
        : []),
      '',
    ].join('\n'),
  )
  return 0
}

function unknownHead(wanted: string): string {
  return `The ledger has no head ${wanted}. Check its letters; if they are right, the ledger was written anew since.`
}
