import { z } from 'zod'
import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { Doer } from '../people/actor.ts'
import type { Directory } from '../people/directory.ts'
import { nameOf } from '../people/find.ts'
import type { MeetingRule } from '../policy/meeting.ts'
import { RecordId, referenceOf } from '../record-id.ts'
import { Instant, plusMinutes } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import { Papers } from './brief/papers.ts'
import { Finding, findingOf } from './finding.ts'

/** What somebody fills in to call a meeting, of a case or of a provider. */
export const Convening = {
  via: z.string(),
  meeting: z.string(),
  /** The seats to call; null: all that are not merely offered. */
  seats: z.array(z.string()).nullable(),
  startsAt: Instant.nullable(),
  why: z.string(),
  urgent: z.boolean(),
  ...Papers.shape,
}

/** A meeting that was called, as whatever it is about keeps it. */
export const Called = z.object({
  meeting: RecordId,
  rule: z.string(),
  label: z.string(),
  calledAt: Instant,
  closedAt: Instant.nullable(),
  /** It is over without having been held. */
  calledOff: z.exactOptional(z.literal(true)),
  /** The seats that it leaves to the next one of its kind. */
  team: z.exactOptional(z.array(z.string())),
  /** What a provider is told of its record, which is what ways to another level ask for. */
  ...Finding,
})
export type Called = z.infer<typeof Called>

/** A call that is on its way to its meeting: a rule stands reserved until that has begun, or is refused. */
export const Calling = z.object({ rule: z.string(), at: Instant, by: Doer })
type Calling = z.infer<typeof Calling>

/** What a record knows of the meetings that were called from it, and are being called. */
export interface Convened {
  readonly meetings?: readonly Called[]
  readonly calling?: readonly Calling[]
}

/** What held before packs said it. */
const RESERVED_MINUTES = 10

/** What a meeting may be called from. */
export type CalledFrom = 'case' | 'provider'

export function isAbout({ about = 'case' }: Pick<MeetingRule, 'about'>, from: CalledFrom): boolean {
  return about === 'either' || about === from
}

/** The rule of a meeting that is asked for; refused where it is unknown, or is about something else. */
export function ruleToConvene(
  meeting: string,
  from: CalledFrom,
  { policy }: Pick<Context, 'policy'>,
): MeetingRule | Refused {
  const rule = policy.meetings.find(({ id }) => id === meeting)
  if (!rule) return unknownMeeting(meeting)
  if (isAbout(rule, from)) return rule
  const named = `The ${rule.label.toLowerCase()} is about a ${from === 'case' ? 'provider' : 'case'}.`
  const cure =
    from === 'case'
      ? 'Call it with “/muster convene” and the short name of the provider.'
      : 'Call it with “/muster convene” and the reference of the case.'
  return refuse('invalid', `${named} ${cure}`, { meeting: `${named} Choose another.` })
}

export function unknownMeeting(meeting: string): Refused {
  return refuse('unknown', `The rules know no meeting “${meeting}”. Choose from the list.`)
}

/** Why a meeting cannot be called now: it began before, or one like it is called already. */
export function conveneFault(
  rule: MeetingRule,
  startsAt: Instant | null,
  { meetings = [], calling = [] }: Convened,
  { now, directory, policy }: Pick<Context, 'now' | 'directory' | 'policy'>,
): Refused | undefined {
  if (startsAt !== null && startsAt < now)
    return refuse(
      'invalid',
      'That time has passed. Choose a later one, or leave it empty for “now”.',
      { startsAt: 'This time has passed.' },
    )
  const minutes = policy.convening?.reservedMinutes ?? RESERVED_MINUTES
  const isOfRule = (one: { readonly rule: string }) => one.rule === rule.id
  const reserved = calling.find((one) => isOfRule(one) && plusMinutes(one.at, minutes) > now)
  if (reserved)
    return refuse(
      'alreadyOpen',
      `${callerName(reserved, directory)} is calling the ${rule.label.toLowerCase()} at this moment (${showLocal(reserved.at, policy.zone)}). It shows here within a minute. If it does not, call it again after ${minutes} minutes.`,
    )
  const standing = meetings.find((one) => isOfRule(one) && one.closedAt === null)
  if (!standing) return undefined
  return refuse(
    'alreadyOpen',
    `The ${rule.label.toLowerCase()} ${referenceOf(standing.meeting)} is called already. Record it or call it off before you call another one.`,
  )
}

function callerName({ by }: Calling, directory: Directory): string {
  return by.type === 'person' ? nameOf(directory, by.person) : 'Somebody'
}

/** A later one of the same rule takes the place of one that was never answered. */
export function withCalling<Of extends Convened>(of: Of, { rule, at, by }: Calling): Of {
  return { ...of, calling: [...withoutRule(of, rule), { rule, at, by }] }
}

/** Once it has begun, or was refused. */
export function withoutCalling<Of extends Convened>(of: Of, rule: string): Of {
  const { calling: _, ...rest } = of
  const left = withoutRule(of, rule)
  // What is left of a record without an optional field is that record.
  return (left.length === 0 ? rest : { ...rest, calling: left }) as Of
}

function withoutRule({ calling = [] }: Convened, rule: string): Calling[] {
  return calling.filter((one) => one.rule !== rule)
}

export function withCalled(called: readonly Called[], one: Omit<Called, 'closedAt'>): Called[] {
  return [...called, { ...one, closedAt: null }]
}

/** How it stands, for a list of those that were called. */
export function calledState({ closedAt, calledOff }: Called): 'called' | 'recorded' | 'called off' {
  if (closedAt === null) return 'called'
  return calledOff ? 'called off' : 'recorded'
}

interface Closing {
  readonly type: 'meetingClosed' | 'meetingCalledOff'
  readonly meeting: RecordId
  readonly at: Instant
  readonly heldAt?: Instant
  readonly leadsTo?: string | null
  readonly team?: readonly string[]
}

export function withClosed(called: readonly Called[], closing: Closing): Called[] {
  const { type, meeting, at } = closing
  const off = type === 'meetingCalledOff' && { calledOff: true as const }
  const team = closing.team && { team: [...closing.team] }
  const closed = { closedAt: at, ...off, ...findingOf(closing), ...team }
  return called.map((one) => (one.meeting === meeting ? { ...one, ...closed } : one))
}

/** What the thread of whatever it is about is told, after the name of the meeting. */
export const SAID_OF_MEETING = {
  meetingCalled: 'called',
  meetingClosed: 'held and recorded',
  meetingCalledOff: 'called off',
} as const
