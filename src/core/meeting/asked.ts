import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { type Asked, type Meant, MUSTER } from '../permission/asked.ts'
import type { Prompt } from '../prompt.ts'
import { type ActionAsking, askedOfAction } from './action/asked.ts'
import { isActionIntent } from './action/intent.ts'
import { asksAside } from './aside.ts'
import { type ConflictAsking, ownConflict } from './conflict/asked.ts'
import { unknownMeeting } from './convening.ts'
import { type DecisionAsking, ownDecision } from './decision/asked.ts'
import { guardedRoom } from './guarded.ts'
import { askedOfGuest, type GuestAsking } from './guest/asked.ts'
import { isGuestIntent } from './guest/intent.ts'
import type { MeetingIntent, MeetingIntentOf } from './intent.ts'
import type { Meeting } from './meeting.ts'
import { askedToCallOff } from './off/asked.ts'

type Rules = Pick<Context, 'policy' | 'directory' | 'now'>

/** Opening a meeting: there is no record yet that anybody could see. */
export function askedToCall(
  { by, provider, rule: id }: MeetingIntentOf<'call'>,
  { policy }: Pick<Context, 'policy'>,
): Asked | Refused {
  const rule = policy.meetings.find((one) => one.id === id)
  if (!rule) return unknownMeeting(id)
  const about = `the ${rule.label.toLowerCase()}`
  const meant = { caller: { posts: rule.mayCall } }
  return { kind: 'meeting', intent: 'call', by, provider, about, meant }
}

type AsideAsking =
  | Pick<MeetingIntentOf<'hold' | 'release' | 'remove' | 'changeTime' | 'callOff'>, 'type' | 'by'>
  | Pick<MeetingIntentOf<'noteOpened' | 'noteCarried' | 'noteLevel'>, 'type'>

/** What of an intent decides who may ask it. */
export type MeetingAsking =
  | Pick<MeetingIntentOf<'answer'>, 'type' | 'by' | 'prompt'>
  | Pick<MeetingIntentOf<'record' | 'correct' | 'seal' | 'addendum' | 'note'>, 'type' | 'by'>
  | AsideAsking
  | Pick<MeetingIntentOf<'standIn'>, 'type' | 'by' | 'person'>
  | ConflictAsking
  | DecisionAsking
  | Pick<MeetingIntentOf<'noteEdited'>, 'type'>
  | ActionAsking
  | GuestAsking
  | Pick<
      Exclude<
        MeetingIntent,
        { by: unknown } | { type: 'noteOpened' | 'noteCarried' | 'noteLevel' }
      >,
      'type'
    >

/** What an intent asks of a meeting, for the table of permissions; refused where it asks for what is not there. */
export function askedOfMeeting(
  meeting: Meeting,
  intent: MeetingAsking,
  context: Rules,
): Asked | Refused {
  if (isActionIntent(intent)) return askedOfAction(meeting, intent, context)
  if (isGuestIntent(intent)) return askedOfGuest(meeting, intent)
  if (asksAside(intent)) return askedAside(meeting, intent, context)
  switch (intent.type) {
    case 'answer': {
      const prompt = meeting.prompts.find(({ id }) => id === intent.prompt)
      if (!prompt) return refuse('unknown', 'That question is not asked in this meeting.')
      return answering(meeting, prompt, intent)
    }
    case 'record':
    case 'correct':
    case 'seal':
    case 'addendum':
      return recording(meeting, intent, context)
    case 'standIn':
      return standingIn(meeting, intent, context)
    case 'declareConflict': {
      const { about, meant } = ownConflict(meeting, intent.whose, context.directory)
      const presiding = recording(meeting, intent, context)
      return { ...presiding, about, meant: { ...presiding.meant, called: meant } }
    }
    case 'returnFromConflict':
    case 'proposeDecision':
    case 'closeVote':
    case 'withdrawVote':
    case 'nameResolver':
      return recording(meeting, intent, context)
    case 'vote':
    case 'disputeDecision':
    case 'resolveDispute': {
      const { meant, ...own } = ownDecision(meeting, intent)
      const { meant: presiding } = recording(meeting, intent, context)
      return { ...asked(meeting, intent), ...own, meant: { ...presiding, called: meant } }
    }
    case 'note':
      return asked(meeting, intent)
    case 'noteRoom':
    case 'noteCall':
    case 'noteShared':
    case 'noteNotLetIn':
    case 'noteConfidential':
    case 'noteAccess':
    case 'wake':
    case 'repair':
    case 'noteLate':
    case 'noteUndelivered':
    case 'noteDropped':
    case 'noteRefusal':
    case 'noteEdited':
    case 'noteRemoval':
    case 'noteGate':
    case 'noteBrief':
      return asked(meeting, { type: intent.type, by: MUSTER })
  }
}

function askedAside(meeting: Meeting, intent: AsideAsking, context: Rules): Asked {
  if (intent.type === 'changeTime') return recording(meeting, intent, context)
  if (intent.type === 'callOff') return askedToCallOff(meeting, intent.by)
  return asked(meeting, 'by' in intent ? intent : { ...intent, by: MUSTER })
}

/** Whoever may answer a question of a meeting: for the buttons under it. */
export function askedToAnswer(meeting: Meeting, prompt: Prompt): Asked {
  return answering(meeting, prompt, { type: 'answer', by: MUSTER })
}

type Asking = Pick<Asked, 'by'> & { readonly type: string }

function asked(meeting: Meeting, { type, by }: Asking): Asked {
  const { kind, provider } = meeting
  return { kind, intent: type, by, provider, guarded: () => guardedRoom(meeting) }
}

/** A call is that person’s own; who chairs is said by all of the chair’s post too. */
function answering(meeting: Meeting, prompt: Prompt, asking: Asking): Asked {
  if (prompt.id === 'chair' && meeting.chair) {
    const about = `the question who chairs the ${meeting.label.toLowerCase()}`
    const chair = { posts: [meeting.chair.post], people: prompt.asked }
    return { ...asked(meeting, asking), about, meant: { chair } }
  }
  const people = prompt.asked.slice(0, 1)
  const about = 'this: it is their call'
  const instead = 'If you were called too, answer in your own message.'
  return { ...asked(meeting, asking), about, instead, meant: { called: { people } } }
}

/** Whoever is in the meeting may stand in themselves. */
function standingIn(
  meeting: Meeting,
  intent: Pick<MeetingIntentOf<'standIn'>, 'type' | 'by' | 'person'>,
  context: Pick<Context, 'policy'>,
): Asked {
  const { people, label } = meeting
  const { meant, ...asking } = recording(meeting, intent, context)
  const themselves = { people: people.filter((one) => one === intent.person) }
  const about = `who stands in at the ${label.toLowerCase()}`
  return { ...asking, about, meant: { ...meant, themselves } }
}

function recording(meeting: Meeting, asking: Asking, { policy }: Pick<Context, 'policy'>): Asked {
  const { chair, label } = meeting
  const rule = policy.meetings.find(({ id }) => id === meeting.rule)
  const chairing: Meant = chair
    ? { posts: [chair.post], people: chair.person === null ? [] : [chair.person] }
    : {}
  const recorder = { people: recordedBy(meeting) }
  const meant = { caller: { posts: rule?.mayCall ?? [] }, chair: chairing, recorder }
  return { ...asked(meeting, asking), about: `the ${label.toLowerCase()}`, meant }
}

/** Whoever wrote the record, or corrected it. */
function recordedBy({ record, minutes }: Meeting): readonly string[] {
  const all = [...(record ? [record] : []), ...(minutes?.before ?? [])]
  return all.flatMap(({ by }) => (by.type === 'person' ? [by.person] : []))
}
