import { remarkOn } from '../app/approval.ts'
import type { KnownApproval } from '../app/approving.ts'
import { packHash } from '../app/packs.ts'
import type { Policy } from '../core/policy/policy.ts'
import { showDate } from '../core/time/day.ts'
import { toInstant } from '../core/time/instant.ts'
import { readOptions } from './options.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command, Terminal } from './terminal.ts'

const { usage: USAGE } = storeWords.rules
const OPTIONS = {
  json: { type: 'boolean' },
  'approved-by': { type: 'string' },
  on: { type: 'string' },
  review: { type: 'string' },
  by: { type: 'string' },
} as const

/** `muster rules`: the pack that the settings name, and who approved it; `approve` records who did. */
export function rulesCommand(door: StoreDoor, packOf: () => Promise<Policy>): Command {
  return {
    ...storeWords.rules,
    async run(args, terminal) {
      const read = readOptions(args, OPTIONS, USAGE)
      if (!read.ok) return complain(terminal, read.error)
      const { json = false, on, review = null, by = null, 'approved-by': approvedBy } = read.values
      const [word, ...more] = read.positionals
      if (word === undefined)
        return through(door.reach, terminal, async (administration) =>
          show(await packOf(), await administration.rules(), json, terminal),
        )
      if (word !== 'approve' || approvedBy === undefined || on === undefined || more.length > 0)
        return complain(terminal, `Write: ${USAGE}`)
      return through(door.reach, terminal, async (administration) => {
        const pack = packHash(await packOf())
        const asked = { pack, approvedBy, approvedOn: on, reviewOn: review, by }
        const refused = await administration.approve(asked)
        if (refused !== null) return complain(terminal, refused)
        await terminal.print('Recorded. It stands in the history.\n')
        return 0
      })
    },
  }
}

async function show(
  policy: Policy,
  all: readonly KnownApproval[],
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const { id, version, zone } = policy
  const hash = packHash(policy)
  const approval = all.findLast(({ pack }) => pack.hash === hash) ?? null
  const remark = remarkOn(approval ?? undefined, toInstant(new Date()), zone)
  const data = { pack: { id, version, hash }, approval, remark }
  const words = [
    `In force: ${id}, version ${version}, content ${hash}.`,
    ...(approval ? [wordsOf(approval)] : []),
    ...(remark === null ? [] : [remark]),
  ]
  await terminal.print(`${json ? JSON.stringify(data) : words.join('\n')}\n`)
  return 0
}

function wordsOf({ approvedBy, approvedOn, reviewOn }: KnownApproval): string {
  return `Approved by ${approvedBy} on ${showDate(approvedOn)}; to be reviewed by ${showDate(reviewOn)}.`
}

async function complain(terminal: Terminal, sentence: string): Promise<number> {
  await terminal.complain(`${sentence}\n`)
  return 1
}
