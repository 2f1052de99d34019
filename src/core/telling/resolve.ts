import type { Context } from '../kind.ts'
import { conditionMet, whyNobody } from '../meeting/line-up.ts'
import type { Empty } from '../meeting/meeting.ts'
import type { Directory, ProviderRef } from '../people/directory.ts'
import {
  organisationFor,
  organisationsFor,
  PLACING,
  resolvePost,
  resolveRoleAt,
  resolveRung,
} from '../people/posts.ts'
import { reachOf } from '../people/reach.ts'
import type { TellingRule, ToldPost } from '../policy/telling.ts'
import type { Instant } from '../time/instant.ts'
import type { Line, Telling } from './telling.ts'

type Around = Pick<Context, 'directory' | 'channels' | 'now'>

/** Who must know now, and where each of them is told: once, however many of the posts they hold. */
export function resolveTelling(
  { whom }: TellingRule,
  provider: ProviderRef,
  around: Around,
  /** Organisations that know it, by their slugs. */
  except: readonly string[] = [],
): Pick<Telling, 'lines' | 'told'> {
  const { directory, now } = around
  const posts = whom
    .filter(({ ifAny, post }) => !ifAny || organisationFor(directory, provider, post.of))
    .map((post) => standsFor(post, provider, directory))
  const lines = posts.flatMap((post) =>
    isOfEach(post)
      ? linesOfEach(post, provider, directory, now).filter(({ of }) => !except.includes(of))
      : lineOf(post, provider, directory, now),
  )
  return {
    lines: lines.map(({ id, label, person, empty }) => ({ id, label, person, empty })),
    told: toldEach(lines, around),
  }
}

/** Where each of these people is told, once. */
export function toldEach(
  lines: readonly Pick<Line, 'person'>[],
  { directory, channels }: Pick<Around, 'directory' | 'channels'>,
): Telling['told'] {
  const people = [...new Set(lines.flatMap(({ person }) => person ?? []))]
  return people.flatMap((person) =>
    reachOf(directory, person, channels).map((channel) => ({
      person,
      place: { channel, to: { type: 'person' as const, person } },
      acceptedAt: null,
      failed: null,
    })),
  )
}

/** The post itself, or the one that is told where there is no such organisation. */
function standsFor(told: ToldPost, provider: ProviderRef, directory: Directory): ToldPost {
  const { post, otherwise } = told
  const isNamed = organisationFor(directory, provider, post.of) !== undefined
  return otherwise && !isNamed ? { ...told, post: otherwise } : told
}

/** A post that several organisations have at once: each of them is told. */
function isOfEach({ post }: ToldPost): boolean {
  return post.of === PLACING
}

function linesOfEach(
  { id, label, post }: ToldPost,
  provider: ProviderRef,
  directory: Directory,
  now: Instant,
): (Line & { readonly of: string })[] {
  return organisationsFor(directory, provider, post.of).map((organisation) => {
    const person = resolveRoleAt(organisation, post, now)?.person ?? null
    const { slug: of, name } = organisation
    const empty = person === null ? 'nobody' : null
    return { id: `${id}.${of}`, label: `${label}: ${name}`, person, empty, of }
  })
}

function lineOf(
  { id, label, post, via, condition }: ToldPost,
  provider: ProviderRef,
  directory: Directory,
  now: Instant,
): Line {
  if (!conditionMet(condition, directory, provider))
    return { id, label, person: null, empty: 'conditionNotMet' }
  const found = via
    ? resolveRung(directory, provider, { ...post, via }, now)
    : resolvePost(directory, provider, post, now)
  if (found) return { id, label, person: found.person, empty: null }
  return { id, label, person: null, empty: whyNot(post, via, provider, directory) }
}

/** That a post has no deputy is another thing than that everybody is away. */
function whyNot(
  post: ToldPost['post'],
  via: ToldPost['via'],
  provider: ProviderRef,
  directory: Directory,
): Empty {
  const holdings = organisationFor(directory, provider, post.of)?.holdings
  const holding = holdings?.find(({ role }) => role === post.role)
  if (via && holding && holding.deputy === null) return 'nobody'
  return whyNobody(directory, provider, post)
}
