import type { Case } from '../case/case.ts'
import { owed, providerOf } from '../case/rules.ts'
import type { Context } from '../kind.ts'
import { recordersOf } from '../meeting/seats.ts'
import { resolvePost } from '../people/posts.ts'
import type { Post } from '../policy/post.ts'
import { owersOf } from '../provider/cycles.ts'
import type { RecordId } from '../record-id.ts'
import { promptsOf } from './address.ts'
import type { Drill, Inner } from './drill.ts'

/** What somebody does inside, as far as it tells whom they play. */
export interface Part {
  readonly record: RecordId | null
  readonly prompt: string | null
  readonly clock: string | null
  readonly form: string | null
}

/**
 * Whom a person plays who does this: the one whom the question or the reminder was sent to last,
 * otherwise the one whose task it is, otherwise whoever the story says they are.
 */
export function playedIn(drill: Drill, part: Part, context: Context): string {
  const record = drill.records.find(({ id }) => id === part.record)
  const found = record && (askedIn(record, part) ?? taskOf(record, part, context))
  return found ?? drill.script.plays
}

function askedIn(record: Inner, { prompt, clock }: Part): string | undefined {
  const asked = promptsOf(record)
    .find(({ id }) => id === prompt)
    ?.asked.at(-1)
  if (asked !== undefined) return asked
  const run = record.kind === 'case' ? owed(record).find(({ rule }) => rule === clock) : undefined
  return run && (run.haver ?? run.nudges.at(-1)?.to.at(-1) ?? run.owner ?? undefined)
}

function taskOf(record: Inner, { clock, form }: Part, context: Context): string | undefined {
  switch (record.kind) {
    case 'case': {
      const { policy } = context
      const rule = policy.clocks.find(({ id }) => id === clock)
      if (form === null && !rule) return undefined
      return holderOf(record, rule?.owes ?? policy.prompting.triage, context)
    }
    case 'meeting':
      return recordersOf(record)[0]
    case 'provider':
      return record.cycles.flatMap(owersOf)[0]
  }
}

function holderOf(kase: Case, post: Post, { directory, now }: Context): string | undefined {
  return resolvePost(directory, providerOf(kase), post, now)?.person
}
