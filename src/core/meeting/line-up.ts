import type { Context } from '../kind.ts'
import type { Directory, ProviderRef } from '../people/directory.ts'
import { organisationFor, resolveRung } from '../people/posts.ts'
import type { MeetingRule, SeatRule } from '../policy/meeting.ts'
import type { Post } from '../policy/post.ts'
import type { Instant } from '../time/instant.ts'
import { BROUGHT_IN, GUEST } from './guest/guests.ts'
import type { Candidate, Empty } from './meeting.ts'
import { seatsFor } from './seats-for.ts'
import { personOfTeam } from './team/team.ts'

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
  const lines = rule.lines.flatMap((line) => {
    const met = conditionMet(line.condition, directory, calling.provider)
    const own = seatsFor(line, directory, calling.provider)
    const seats = own.flatMap((seat) => preview(seat, calling, met, directory, now))
    return seats.length === 0 ? [] : [{ id: line.id, label: line.label, seats }]
  })
  const team = (calling.seats ?? []).flatMap((id) => teamSeat(id, rule, directory) ?? [])
  return team.length === 0 ? lines : [...lines, { ...BROUGHT_IN, seats: team }]
}

/** Somebody of the team of the meeting before who has no seat by the rule. */
function teamSeat(id: string, rule: MeetingRule, directory: Directory): SeatPreview | null {
  const person = personOfTeam(id, rule, directory)
  if (person === null) return null
  const called: Candidate = { person, via: 'broughtIn' }
  return { ...GUEST, id, label: 'Core team, from the meeting before', called, next: [] }
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
): SeatPreview[] {
  const { post, required, offered, many = 1 } = rule
  const line = met ? inLine(directory, provider, post, now) : []
  // Whom the directory does not name leaves no seat empty.
  const named = Math.min(many, Math.max(line.length, 1))
  return Array.from({ length: named }, (_, n) => {
    const seat = { id: seatId(rule, n), label: labelOf(rule, n), post, required, offered }
    const none = (empty: Empty) => ({ ...seat, called: null, next: [], empty })
    if (!met) return none('conditionNotMet')
    if (!(seats ? seats.includes(seat.id) : !offered)) return none('notChosen')
    const called = line[n]
    if (!called) return none(whyNobody(directory, provider, post))
    return { ...seat, called, next: n === 0 ? line.slice(many) : [], empty: null }
  })
}

/** Every seat that a meeting may have about this provider. */
export function seatIds(
  { lines }: Pick<MeetingRule, 'lines'>,
  provider: ProviderRef,
  directory: Directory,
): string[] {
  return lines.flatMap((line) =>
    seatsFor(line, directory, provider).flatMap((seat) =>
      Array.from({ length: seat.many ?? 1 }, (_, n) => seatId(seat, n)),
    ),
  )
}

function seatId({ id }: SeatRule, n: number): string {
  return n === 0 ? id : `${id}.${n + 1}`
}

function labelOf({ label, many }: SeatRule, n: number): string {
  return many === undefined ? label : `${label} (${n + 1} of up to ${many})`
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
