import type { Context } from '../kind.ts'
import type { Directory, ProviderRef } from '../people/directory.ts'
import { organisationFor, resolveRung } from '../people/posts.ts'
import type { MeetingRule, SeatRule } from '../policy/meeting.ts'
import type { Post } from '../policy/post.ts'
import type { Instant } from '../time/instant.ts'
import type { Candidate, Empty } from './meeting.ts'

/** One seat before the call: who would be called, who after that, or why nobody. */
export interface SeatPreview {
  readonly id: string
  readonly label: string
  readonly post: Post
  readonly required: boolean
  readonly offered: boolean
  readonly called: Candidate | null
  readonly next: readonly Candidate[]
  readonly empty: Empty | null
}

export interface LinePreview {
  readonly id: string
  readonly label: string
  readonly seats: readonly SeatPreview[]
}

/** What of a call decides who is called. `seats` null: all that are not merely offered. */
export interface Calling {
  readonly rule: string
  readonly provider: ProviderRef
  readonly seats: readonly string[] | null
}

/** The lines of a meeting with the people who would be called now; empty where there is no such meeting. */
export function previewCall(
  calling: Calling,
  { policy, directory, now }: Pick<Context, 'policy' | 'directory' | 'now'>,
): readonly LinePreview[] {
  const rule = policy.meetings.find(({ id }) => id === calling.rule)
  if (!rule) return []
  return rule.lines.map((line) => {
    const met = conditionMet(line.condition, directory, calling.provider)
    const seats = line.seats.map((seat) => preview(seat, calling, met, directory, now))
    return { id: line.id, label: line.label, seats }
  })
}

/** Holder, deputy and on-call contact of a post, those who are there, each once. */
export function inLine(
  directory: Directory,
  provider: ProviderRef,
  post: Post,
  now: Instant,
): Candidate[] {
  const found = (['holder', 'deputy', 'on-call'] as const).flatMap((via) => {
    const resolved = resolveRung(directory, provider, { ...post, via }, now)
    return resolved ? [{ person: resolved.person, via: resolved.via }] : []
  })
  return found.filter(
    (one, index) => found.findIndex(({ person }) => person === one.person) === index,
  )
}

function preview(
  rule: SeatRule,
  { provider, seats }: Calling,
  met: boolean,
  directory: Directory,
  now: Instant,
): SeatPreview {
  const { id, label, post, required, offered } = rule
  const seat = { id, label, post, required, offered }
  const none = (empty: Empty) => ({ ...seat, called: null, next: [], empty })
  if (!met) return none('conditionNotMet')
  if (!(seats ? seats.includes(id) : !offered)) return none('notChosen')
  const [called, ...next] = inLine(directory, provider, post, now)
  if (called) return { ...seat, called, next, empty: null }
  return none(whyNobody(directory, provider, post))
}

export function whyNobody(directory: Directory, provider: ProviderRef, post: Post): Empty {
  const organisation = organisationFor(directory, provider, post.of)
  if (!organisation) return 'noOrganisation'
  const holding = organisation.holdings.find(({ role }) => role === post.role)
  const held = holding && (holding.holder ?? holding.deputy ?? holding.onCall)
  return held ? 'away' : 'nobody'
}

export function conditionMet(
  condition: MeetingRule['lines'][number]['condition'],
  directory: Directory,
  provider: ProviderRef,
): boolean {
  switch (condition) {
    case undefined:
      return true
    case 'jointlyCommissioned':
      return organisationFor(directory, provider, 'provider')?.jointlyCommissioned ?? false
  }
}
