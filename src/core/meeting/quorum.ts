import type { Part } from '../message/message.ts'
import type { QuorumRule } from '../policy/meeting.ts'
import type { Policy } from '../policy/policy.ts'
import { conflictOf } from './conflict/conflict.ts'
import type { Meeting, Seat } from './meeting.ts'
import { isLeftOut, seatsOf } from './seats.ts'

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

/** How a meeting stands against its quorum; null where its rule states none. Nobody with a conflict of interest counts. */
export function quorumOf(
  { rule: id, lines: all, conflicts }: Pick<Meeting, 'rule' | 'lines' | 'conflicts'>,
  { meetings }: Pick<Policy, 'meetings'>,
): Quorate | null {
  const rule = meetings.find((one) => one.id === id)?.quorum
  if (!rule) return null
  const lines = all.map((line) => ({
    ...line,
    seats: line.seats.map((seat) => ({
      ...seat,
      calls: seat.calls.filter(({ person }) => !conflictOf({ conflicts }, person)),
    })),
  }))
  const people = peopleComing(seatsOf({ lines })).length
  const missing = lines
    .filter(({ id: line, seats }) => rule.lines.includes(line) && !seats.every(isLeftOut))
    .filter(({ seats }) => peopleComing(seats).length === 0)
    .map(({ label }) => label)
  return { rule, people, missing, isMet: people >= rule.people && missing.length === 0 }
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
export function quorumPart(meeting: Meeting, policy: Pick<Policy, 'meetings'>): Part[] {
  if (meeting.calledOff) return []
  const standing = quorumOf(meeting, policy)
  const asked = quorumWords(standing?.rule, meeting.lines)
  if (!standing) return [{ kind: 'text', text: asked }]
  const { people, missing, isMet, rule } = standing
  const verb = meeting.status === 'open' ? 'coming' : 'said that they were coming'
  const lacks = missing.length === 0 ? '' : `; nobody of ${listed(missing)}`
  const text = `${asked} ${isMet ? 'Met' : 'Not met'}: ${people} ${verb}${lacks}.`
  return [
    { kind: 'text', text },
    { kind: 'rule', id: `${meeting.rule} quorum`, citation: rule.citation },
  ]
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
