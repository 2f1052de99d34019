import type { Context } from '../kind.ts'
import { maySee } from '../people/access.ts'
import { findPerson, nameOf } from '../people/find.ts'
import { LEAD_PROVIDER, NO_LEAD } from '../people/lead.ts'
import { actingFor, HOST, organisationFor } from '../people/posts.ts'
import type { Grant, GrantWord, PermissionRule } from '../policy/permission.ts'
import type { Post } from '../policy/post.ts'
import { type Asked, eachOnce } from './asked.ts'

type Around = Pick<Context, 'policy' | 'directory' | 'now'> &
  Partial<Pick<Context, 'administrators'>>

/** `Only the quality lead of Northmoor Partnership (Ada Okafor) may triage this case.` */
export function whoMayWords(row: PermissionRule | undefined, asked: Asked, around: Around): string {
  if (!row) return 'Nobody may do this: the rules in force here do not say who may.'
  const names = seesNames(asked, around)
  const who = row.may.flatMap((grant) => grantWords(grant, asked, names, around))
  const what = row.label.replace('…', asked.about ?? '').trim()
  const words = `Only ${listed([...new Set(who)]) || 'Muster itself'} may ${what}.`
  return [words, ...(asked.instead === undefined ? [] : [asked.instead])].join(' ')
}

/** The role is told to everybody; who holds it now only to those who may see the record. */
function seesNames({ by, guarded }: Asked, { directory }: Around): boolean {
  if (by.type !== 'person') return false
  return guarded === undefined || maySee({ type: 'actor', actor: by }, guarded(), directory)
}

function grantWords(grant: Grant, asked: Asked, names: boolean, around: Around): string[] {
  if (typeof grant !== 'string') return [postWords(grant, asked, names, around)]
  const meant = asked.meant?.[grant]
  const posts = whereThere(eachOnce(meant?.posts ?? []), asked, around)
  const people = listedFirst(meant?.people ?? [], around)
  const named = (ids: readonly string[]) => (names ? inBrackets(ids, around) : '')
  switch (grant) {
    case 'anyone':
      return ['anyone']
    case 'listed':
      return ['people who are in the directory']
    case 'colleagues':
      return ['whoever takes part', 'their colleagues']
    case 'attendees':
      return ['whoever was called to the meeting']
    case 'readers':
      return [READERS[asked.kind]]
    case 'administrator':
      return [`an administrator of Muster${named(around.administrators ?? [])}`]
    case 'head':
      return [`the head of the organisation${named(people)}`]
    case 'asked':
    case 'accessList':
    case 'addressed':
    case 'asker':
    case 'called':
    case 'caller':
    case 'chair':
    case 'recorder':
    case 'themselves':
      if (posts.length === 0)
        return people.map((one) => (names ? nameOf(around.directory, one) : WHOM[grant]))
      return posts.map((post) => postWords(post, asked, names, around))
    case 'clock':
    case 'cycle':
    case 'transition':
    case 'sharer':
      return posts.map((post) => postWords(post, asked, names, around))
    case 'filer':
      return [
        ...posts.map((post) => postWords(post, asked, names, around)),
        ...(people.length > 0 ? [`whoever put it on file${named(people)}`] : []),
      ]
    // No person can be told to be one of them.
    case 'raiser':
    case 'meeting':
    case 'muster':
      return []
  }
}

/** Whoever has left can be asked for nothing: they are named only where there is nobody else. */
function listedFirst(people: readonly string[], { directory }: Around): readonly string[] {
  const there = people.filter((person) => findPerson(directory, person))
  return there.length > 0 ? there : people
}

/** A unit without a host has nobody to send anybody to, where others may. */
function whereThere(
  posts: readonly Post[],
  { provider }: Asked,
  { directory }: Around,
): readonly Post[] {
  const there = posts.filter(
    ({ of }) => of !== HOST || organisationFor(directory, provider, of) !== undefined,
  )
  return there.length > 0 ? there : posts
}

const READERS: Readonly<Record<Asked['kind'], string>> = {
  case: 'people of the organisations that see this case',
  meeting: 'people who were called to this meeting',
  provider: 'people of the organisations that see this provider',
  organisation: 'people of the organisations that see this one',
  drill: 'people who take part in this rehearsal',
}

const WHOM = {
  asked: 'whoever was asked',
  accessList: 'whoever decides who sees it',
  addressed: 'whoever was asked',
  asker: 'whoever asked for it',
  called: 'whoever was called',
  caller: 'whoever called it',
  chair: 'whoever chairs',
  recorder: 'whoever recorded it',
  themselves: 'whoever it is about',
} as const satisfies Partial<Record<GrantWord, string>>

function postWords(post: Post, { provider }: Asked, names: boolean, around: Around): string {
  const { policy, directory, now } = around
  const role = policy.roles.find(({ id }) => id === post.role)?.label ?? post.role
  const organisation =
    organisationFor(directory, provider, post.of)?.name ?? nobodyThere(post, provider)
  const people = names ? inBrackets(actingFor(directory, provider, post, now), around) : ''
  return `the ${role.toLowerCase()} of ${organisation}${people}`
}

function nobodyThere({ of }: Post, { leadProvider }: Asked['provider']): string {
  if (of === HOST) return 'the unit’s host (none is named)'
  return of === LEAD_PROVIDER && leadProvider === NO_LEAD ? 'a Lead Provider (it has none)' : of
}

function inBrackets(people: readonly string[], { directory }: Around): string {
  if (people.length === 0) return ''
  return ` (${people.map((one) => nameOf(directory, one)).join(', ')})`
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
