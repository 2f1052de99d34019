import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { maySee } from '../people/access.ts'
import { actsFor, allWhoActFor } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import type { Grant, PermissionRule } from '../policy/permission.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import { type Asked, eachOnce } from './asked.ts'
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
  const { by } = asked
  const isNamed = row.may.includes('anyone') || (by.type === 'clock' && row.may.includes('muster'))
  if (isNamed) return { ok: true, acting: undefined }
  const isRaiser =
    by.type === 'anonymous'
      ? asked.guarded?.().code !== undefined
      : by.type === 'unlisted' && asked.raised?.(by) === true
  if (isRaiser && row.may.includes('raiser')) return { ok: true, acting: undefined }
  if (by.type !== 'person') return undefined
  const { person } = by
  const granted = grantedTo(person, row, asked, around)
  return granted && { ok: true, ...granted }
}

/** Everybody who may, for the buttons that only they are shown. */
export function whoMay(asked: Asked, around: Surroundings): readonly string[] {
  const row = rowFor(around.policy, asked)
  if (!row) return []
  const { directory, now } = around
  const all = [
    ...row.may.flatMap((grant) => candidates(grant, asked, around)),
    ...allWhoActFor(directory, asked.provider, postsOf(row.may, asked), now),
  ]
  if (row.may.includes('anyone')) return all
  return [...new Set(all)].filter((person) => grantedTo(person, row, asked, around) !== undefined)
}

/** Nobody changes what they may not see; and whoever has left the directory is nobody here, whatever still names them. */
function grantedTo(
  person: string,
  { may }: PermissionRule,
  asked: Asked,
  around: Surroundings,
): Omit<Permitted, 'ok'> | undefined {
  const { directory, now } = around
  if (!findPerson(directory, person)) return undefined
  const by = { type: 'person', person } as const
  const guarded = asked.guarded?.()
  const sees = !guarded || maySee({ type: 'actor', actor: by }, guarded, directory)
  const grants = sees ? may : may.filter((grant) => UNSEEN.includes(grant))
  if (grants.length === 0) return undefined
  const acting = actsFor(directory, asked.provider, postsOf(grants, asked), by, now)
  if (acting) return { acting }
  const isNamed = grants.some((grant) => isFor(grant, person, asked, around))
  return isNamed ? { acting } : undefined
}

/**
 * Administrators look after every organisation. Whoever called a meeting need not see what it leads to;
 * whoever chairs one in another’s place, or joins in a rehearsal, is let in by that.
 */
const UNSEEN: readonly Grant[] = ['administrator', 'meeting', 'chair', 'colleagues', 'raiser']

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

/** The posts that a row names, itself or by a word, each once. */
function postsOf(may: readonly Grant[], { meant }: Asked): readonly Post[] {
  const posts = may.flatMap((grant) =>
    typeof grant === 'string' ? (meant?.[grant]?.posts ?? []) : [grant],
  )
  return eachOnce(posts)
}

/** Whether a grant names this person as such, and not by a post. */
function isFor(grant: Grant, person: string, { meant, guarded }: Asked, around: Surroundings) {
  if (grant === 'administrator') return around.administrators?.includes(person) ?? false
  if (typeof grant !== 'string') return false
  if (grant === 'listed') return true
  return grant === 'readers' ? guarded !== undefined : meant?.[grant]?.people?.includes(person)
}

function candidates(grant: Grant, { meant }: Asked, around: Surroundings): readonly string[] {
  if (typeof grant !== 'string') return []
  if (grant === 'administrator') return around.administrators ?? []
  if (grant !== 'anyone' && grant !== 'listed' && grant !== 'readers')
    return meant?.[grant]?.people ?? []
  return around.directory.organisations.flatMap(({ people }) => people.map(({ id }) => id))
}
