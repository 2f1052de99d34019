import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { maySee } from '../people/access.ts'
import { actsFor, allWhoActFor } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import type { Grant, PermissionRule } from '../policy/permission.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import type { Asked } from './asked.ts'
import { whoMayWords } from './words.ts'

/** Allowed, and the post that the asker acts for where one was needed. */
export interface Permitted {
  readonly ok: true
  readonly acting: Post | undefined
}

/** What a decision looks at once it is known that the asker may ask for it. */
export interface Allowed extends Context {
  readonly acting: Post | undefined
}

/** The people and the time that permissions are looked up in. */
export type Surroundings = Pick<Context, 'policy' | 'directory' | 'now'> &
  Partial<Pick<Context, 'administrators'>>

/** The one door of every decision: who may ask this of this record, by the table of the pack. Nobody else. */
export function permitted(asked: Asked, around: Surroundings): Permitted | Refused {
  const row = rowFor(around.policy, asked)
  return (row && allowed(row, asked, around)) ?? refuse('notYours', whoMayWords(row, asked, around))
}

function allowed(row: PermissionRule, asked: Asked, around: Surroundings): Permitted | undefined {
  const { by, provider } = asked
  const { directory, now } = around
  const isNamed = row.may.includes('anyone') || (by.type === 'clock' && row.may.includes('muster'))
  if (isNamed) return { ok: true, acting: undefined }
  // Whoever has left the directory is nobody here, whatever still names them.
  if (by.type !== 'person' || !findPerson(directory, by.person)) return undefined
  const acting = actsFor(directory, provider, postsOf(row.may, asked), by, now)
  const may = acting ?? row.may.some((grant) => isFor(grant, by.person, asked, around))
  return may ? { ok: true, acting } : undefined
}

/** Everybody who may, for the buttons that only they are shown. */
export function whoMay(asked: Asked, around: Surroundings): readonly string[] {
  const row = rowFor(around.policy, asked)
  if (!row) return []
  const { directory, now } = around
  const acting = allWhoActFor(directory, asked.provider, postsOf(row.may, asked), now)
  const named = row.may.flatMap((grant) =>
    candidates(grant, asked, around).filter((person) => isFor(grant, person, asked, around)),
  )
  return [...new Set([...named, ...acting])]
}

/** The row for such a case, otherwise the one for all. */
function rowFor(
  { permissions }: Pick<Policy, 'permissions'>,
  { kind, intent, is = [] }: Asked,
): PermissionRule | undefined {
  const rows = permissions.filter((row) => row.kind === kind && row.intent === intent)
  return (
    rows.find(({ when }) => when !== undefined && is.includes(when)) ??
    rows.find(({ when }) => when === undefined)
  )
}

/** The posts that a row names, itself or by a word. */
function postsOf(may: readonly Grant[], { meant }: Asked): readonly Post[] {
  return may.flatMap((grant) =>
    typeof grant === 'string' ? (meant?.[grant]?.posts ?? []) : [grant],
  )
}

/** Whether a grant names this person as such. Whoever no longer sees the record is not meant any more. */
function isFor(grant: Grant, person: string, asked: Asked, around: Surroundings): boolean {
  if (grant === 'administrator') return around.administrators?.includes(person) ?? false
  if (grant === 'anyone') return true
  if (typeof grant !== 'string' || !asked.guarded) return false
  const sees = () => {
    const actor = { type: 'person', person } as const
    const guarded = asked.guarded?.()
    return guarded !== undefined && maySee({ type: 'actor', actor }, guarded, around.directory)
  }
  if (grant === 'readers') return sees()
  const isNamed = asked.meant?.[grant]?.people?.includes(person) ?? false
  // Whoever called a meeting need not see what it leads to.
  return isNamed && (grant === 'meeting' || sees())
}

function candidates(grant: Grant, { meant }: Asked, around: Surroundings): readonly string[] {
  if (typeof grant !== 'string') return []
  if (grant === 'administrator') return around.administrators ?? []
  if (grant !== 'anyone' && grant !== 'readers') return meant?.[grant]?.people ?? []
  return around.directory.organisations.flatMap(({ people }) => people.map(({ id }) => id))
}
