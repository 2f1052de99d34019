import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { actsFor, doerOf } from '../people/doer.ts'
import { servicesOf } from '../people/reach.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { MeetingRule } from '../policy/meeting.ts'
import type { Post } from '../policy/post.ts'
import type { Prompt } from '../prompt.ts'
import type { Instant } from '../time/instant.ts'
import { papersFault, papersOf } from './brief/papers.ts'
import { calledOf, chairPrompt, seatPrompt } from './calling.ts'
import { unknownMeeting } from './convening.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntentOf } from './intent.ts'
import { reachFor } from './invitation/letters.ts'
import { inLine, previewCall, type SeatPreview, seatIds } from './line-up.ts'
import type { Candidate, Chair, Line, Meeting, Seat } from './meeting.ts'
import { seatsOf } from './seats.ts'
import { personOfTeam } from './team/team.ts'

/** The post that chairs, and its people in order: of those who may chair instead the one for which whoever calls it acts. */
function chairOf(
  { chair, orChair = [] }: MeetingRule,
  { by, provider }: MeetingIntentOf<'call'>,
  { directory, now }: Context,
) {
  const post = actsFor(directory, provider, orChair, by, now) ?? chair
  return { chair: post, chairs: post ? inLine(directory, provider, post, now) : [] }
}

/** Calls a meeting: whoever can be called is called, and an empty seat holds nothing up. */
export function call(intent: MeetingIntentOf<'call'>, context: Allowed): Decision<MeetingEvent> {
  const { policy, policyHash, directory, acting, timeline, now } = context
  const rule = policy.meetings.find(({ id }) => id === intent.rule)
  if (!rule) return unknownMeeting(intent.rule)
  // Whoever calls a meeting comes to it: it takes a person of the directory.
  if (intent.by.type !== 'person') return refuse('notYours', 'Only a person can call a meeting.')
  const casePlaces = intent.places.filter(({ channel }) => context.channels.includes(channel))
  const fault = faultOf(rule, intent, casePlaces, directory) ?? papersFault(intent)
  if (fault) return fault

  const { case: kase, provider, startsAt, urgent } = intent
  const convener = intent.by.person
  const lines: Line[] = previewCall(intent, context).map((line) => ({
    ...line,
    seats: line.seats.map((seat) => calledSeat(seat, convener, context)),
  }))
  const asked = callsOf(lines)
  if (asked.size === 0) return NOBODY_CALLED
  const { chair, chairs } = chairOf(rule, intent, context)
  const [firstChair] = chairs
  const people = [intent.by.person, ...asked.keys(), ...(firstChair ? [firstChair.person] : [])]
  const channels = servicesOf(context.channels, casePlaces)
  return accept({
    type: 'called',
    at: now,
    timeline,
    policy: { id: policy.id, version: policy.version, hash: policyHash },
    rule: rule.id,
    label: rule.label,
    ...(intent.confidential ? { room: 'room', confidential: true } : { room: rule.room }),
    case: kase,
    provider,
    by: doerOf(directory, intent.by, acting),
    startsAt,
    call: callOn(context),
    why: intent.why.trim(),
    urgent,
    casePlaces,
    people: [...new Set(people)],
    reach: reachesFor(people, channels, context),
    lines,
    chair: chair ? chairAtCall(chair, chairs, convener) : null,
    prompts: [
      ...(chair ? [chairQuestion(chair, chairs, intent, convener, context)] : []),
      ...[...asked].map(([person, climbs]) => {
        const prompt = seatPrompt(person, climbs, intent, context)
        return person === convener ? comes(prompt, person, now) : prompt
      }),
    ],
    form: rule.record,
    meets: rule.meets ?? null,
    transition: rule.entersLevel?.transition ?? null,
    ...papersOf(intent),
  })
}

/** Nobody in the directory holds any of its posts now, or all of them are away. */
const NOBODY_CALLED = refuse(
  'missing',
  'Nobody would be called: none of its seats is held by anybody who is there. Choose other seats, or ask an administrator who holds these roles.',
  { seats: 'Nobody is there for any of these seats.' },
)

function reachesFor(
  people: readonly string[],
  services: readonly string[],
  { directory, lastResort }: Context,
): Meeting['reach'] {
  const reached = (person: string) => reachFor(directory, person, services, lastResort)
  return Object.fromEntries(people.map((person) => [person, reached(person)]))
}

/** One call for everybody, whichever service they are on. */
function callOn({ callChannels: [channel] }: Context): Meeting['call'] {
  return channel === undefined ? null : { channel, url: null }
}

function faultOf(
  rule: MeetingRule,
  { seats, why, case: kase, provider }: MeetingIntentOf<'call'>,
  casePlaces: Meeting['casePlaces'],
  directory: Context['directory'],
): Refused | undefined {
  if (why.trim() === '')
    return refuse('missing', 'Say why it is called: everybody who is called reads it.', {
      why: 'Say why it is called.',
    })
  const known = seatIds(rule, provider, directory)
  const stranger = seats?.find(
    (id) => !known.includes(id) && personOfTeam(id, rule, directory) === null,
  )
  if (stranger !== undefined)
    return refuse('unknown', `This meeting has no seat "${stranger}". Open the form again.`)
  if (seats?.length === 0)
    return refuse('missing', 'Nobody would be called. Choose at least one seat.', {
      seats: 'Choose at least one seat.',
    })
  if (rule.room === 'thread' && kase === null)
    return refuse(
      'missing',
      `The ${rule.label.toLowerCase()} is held in a case's thread. Call it from a case.`,
    )
  if (casePlaces.length === 0)
    return refuse(
      'missing',
      `None of the channels of this ${kase === null ? 'provider' : 'case'} is on, so nobody can be called. Ask an administrator.`,
    )
  return undefined
}

/** Whoever calls it and holds the chair’s post has said so by the call. */
function chairAtCall(post: Post, candidates: readonly Candidate[], convener: string): Chair {
  const [first, ...next] = candidates
  return { post, person: first?.person === convener ? convener : null, declined: [], next }
}

function chairQuestion(
  post: Post,
  candidates: readonly Candidate[],
  intent: MeetingIntentOf<'call'>,
  convener: string,
  context: Context,
): Prompt {
  const prompt = chairPrompt(candidates, post, intent, context)
  if (candidates[0]?.person !== convener) return prompt
  const answered = { answer: 'confirm', answeredBy: convener, answeredAt: context.now }
  return { ...prompt, ...answered, state: 'answered', climbAt: null }
}

/** Whoever calls a meeting comes to it, unless they say otherwise. */
function comes(prompt: Prompt, person: string, at: Instant): Prompt {
  const answered = { answer: 'coming', answeredBy: person, answeredAt: at }
  return { ...prompt, ...answered, state: 'answered', climbAt: null }
}

function calledSeat(
  { called, next, ...seat }: SeatPreview,
  convener: string,
  context: Context,
): Seat {
  const at = context.now
  const state = called?.person === convener ? ('coming' as const) : ('asked' as const)
  const calls = called
    ? [{ ...called, at, state, reason: null, ...calledOf(called.person, context) }]
    : []
  return { ...seat, calls, next: [...next] }
}

/** Everybody who is called, once each, and whether somebody could be called after them. */
function callsOf(lines: readonly Line[]): Map<string, boolean> {
  const people = new Map<string, boolean>()
  for (const { calls, next } of seatsOf({ lines })) {
    for (const { person } of calls) {
      people.set(person, (people.get(person) ?? false) || next.length > 0)
    }
  }
  return people
}
