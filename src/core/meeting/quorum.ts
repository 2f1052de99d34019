import type { Part } from '../message/message.ts'
import type { Directory } from '../people/directory.ts'
import { organisationFor } from '../people/posts.ts'
import type { QuorumRule } from '../policy/meeting.ts'
import type { Policy } from '../policy/policy.ts'
import { type Conflict, conflictOf } from './conflict/conflict.ts'
import { partyIn } from './decision/party.ts'
import type { Call, Meeting, Seat } from './meeting.ts'
import { presentAt } from './minutes/present.ts'
import { byOwnWords, isLeftOut, seatsOf } from './seats.ts'

/** Whoever comes, each once: somebody in two seats is one person. */
export function peopleComing(seats: readonly Seat[]): readonly string[] {
  const coming = seats.flatMap(({ calls }) =>
    calls.filter(({ state }) => state === 'coming').map(({ person }) => person),
  )
  return [...new Set(coming)]
}

export interface Quorate {
  readonly rule: QuorumRule
  readonly isMet: boolean
  readonly people: number
  /** The lines from which somebody must be there, and nobody comes. */
  readonly missing: readonly string[]
}

type Counted = Pick<
  Meeting,
  'rule' | 'lines' | 'conflicts' | 'record' | 'minutes' | 'chair' | 'provider'
>
type Rules = { readonly policy: Pick<Policy, 'meetings' | 'forms'>; readonly directory: Directory }

/**
 * How a meeting stands against its quorum, by who comes and, once its record says so, by who was there; null
 * where its rule states none. Nobody with a conflict of interest counts, also where that ended after the record was
 * made; the chair does also without a seat.
 */
export function quorumOf(meeting: Counted, { policy, directory }: Rules): Quorate | null {
  const { rule: id, lines: all } = meeting
  const conflicts = conflictsThen(meeting)
  const rule = policy.meetings.find((one) => one.id === id)?.quorum
  if (!rule) return null
  const present = presentAt(meeting, policy)
  const lines = all.map((line) => ({
    ...line,
    seats: line.seats.map((seat) => ({
      ...seat,
      calls: seat.calls
        .filter(({ person }) => !conflictOf({ conflicts }, person))
        .flatMap((call) => asItWas(call, present)),
    })),
  }))
  const coming = peopleComing(seatsOf({ lines }))
  const people = new Set([...coming, ...inTheChair({ ...meeting, conflicts }, present)]).size
  const isOfIt = (seat: Seat) => withoutOthers(seat, meeting, directory)
  const missing = lines
    .filter(({ id: line, seats }) => rule.lines.includes(line) && !seats.every(isLeftOut))
    .filter(({ seats }) => peopleComing(seats.map(isOfIt)).length === 0)
    .map(({ label }) => label)
  return { rule, people, missing, isMet: people >= rule.people && missing.length === 0 }
}

/** One that ended after the record was made still stood then. */
function conflictsThen({ conflicts = [], record, minutes }: Counted): readonly Conflict[] {
  const madeAt = minutes?.before[0]?.at ?? record?.at
  if (madeAt === undefined) return conflicts
  return conflicts.map((one) =>
    one.returned && one.returned.at > madeAt ? { ...one, returned: null } : one,
  )
}

function inTheChair(
  { chair, conflicts }: Pick<Counted, 'chair'> & { readonly conflicts: readonly Conflict[] },
  present: readonly string[] | null,
): readonly string[] {
  const person = chair?.person ?? null
  if (person === null || conflictOf({ conflicts }, person)) return []
  return present === null || present.includes(person) ? [person] : []
}

/** Who sits in a seat and is known to be of another organisation than it is for is nobody of that one. */
function withoutOthers(seat: Seat, meeting: Counted, directory: Directory): Seat {
  const own = organisationFor(directory, meeting.provider, seat.post.of)?.slug
  const calls = seat.calls.filter(({ person }) => {
    const home = partyIn(meeting, person, directory)?.slug
    return home === undefined || home === own
  })
  return { ...seat, calls }
}

/** Whoever was there came, whatever they had answered. */
function asItWas(call: Call, present: readonly string[] | null): Call[] {
  if (present === null) return [call]
  return present.includes(call.person) ? [{ ...call, state: 'coming' }] : []
}

/** `Quorum: 5 people, among them somebody of CQC.`, or that none is stated. */
export function quorumWords(
  quorum: QuorumRule | undefined,
  lines: readonly { readonly id: string; readonly label: string }[],
): string {
  if (!quorum) return 'Quorum: none stated.'
  const named = lines.filter(({ id }) => quorum.lines.includes(id)).map(({ label }) => label)
  const among = named.length === 0 ? '' : `, among them somebody of ${listed(named)}`
  return `Quorum: ${quorum.people} ${quorum.people === 1 ? 'person' : 'people'}${among}.`
}

/** What the rule asks for, and how the seats stand against it now, or stood when it was recorded; nothing of one that is not held. */
export function quorumPart(meeting: Meeting, rules: Rules): Part[] {
  if (meeting.calledOff) return []
  const { policy } = rules
  const isSaid = presentAt(meeting, policy) !== null
  const isAnswered = !isSaid && meeting.status === 'closed'
  const lines = isAnswered ? byOwnWords(meeting.lines) : meeting.lines
  const standing = quorumOf({ ...meeting, lines }, rules)
  const asked = quorumWords(standing?.rule, meeting.lines)
  if (!standing) return [{ kind: 'text', text: asked }]
  const { people, missing, isMet, rule } = standing
  const verb = isSaid ? wasThere(people) : verbOf(meeting)
  const lacks = missing.length === 0 ? '' : `; nobody of ${listed(missing)}`
  const text = `${asked} ${isMet ? 'Met' : 'Not met'}: ${people} ${verb}${lacks}.`
  return [
    { kind: 'text', text },
    { kind: 'rule', id: `${meeting.rule} quorum`, citation: rule.citation },
  ]
}

function verbOf({ status }: Pick<Meeting, 'status'>): string {
  return status === 'open' ? 'coming' : 'said that they were coming'
}

function wasThere(people: number): string {
  return people === 1 ? 'was there' : 'were there'
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
