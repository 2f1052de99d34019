import type { Composing } from '../../kind.ts'
import type { ByMail, Entry } from '../../message/by-mail.ts'
import type { Directory } from '../../people/directory.ts'
import { nameOf } from '../../people/find.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Prompt } from '../../prompt.ts'
import { referenceOf } from '../../record-id.ts'
import { type Instant, plusMinutes } from '../../time/instant.ts'
import { isKeptOut } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'
import { convenerIn, ownPrompt } from '../seats.ts'
import { callPlace } from '../words.ts'

type Rules = Pick<Composing, 'policy' | 'directory'>

/** What a call is by mail: whether an answer is awaited, by what link, and what stands in the calendar. */
export function byMailOf(meeting: Meeting, prompt: Prompt, person: string, rules: Rules): ByMail {
  const { chair, status } = meeting
  const declined = prompt.id === 'chair' && chair?.declined.includes(person)
  return {
    isAsked: status === 'open' && prompt.state === 'open' && !declined,
    answerUntil: status === 'open' ? answerUntil(meeting, rules.policy) : null,
    contact: convenerIn(meeting, rules.directory),
    entry: carriesEntry(meeting, prompt, person) ? entryOf(meeting, prompt, person, rules) : null,
  }
}

/** For somebody who was let go: what stands in their calendar goes, and says nothing more. */
export function goneByMail(meeting: Meeting, person: string, rules: Rules): ByMail {
  const entry = entryFor(meeting, null, person, 'go', rules)
  return { isAsked: false, answerUntil: null, contact: null, entry }
}

/** In one of their messages alone: in the call to their seat, unless nobody ever asked them there. */
function carriesEntry({ prompts }: Meeting, prompt: Prompt, person: string): boolean {
  const seat = ownPrompt({ prompts }, person)
  const wasAsked = seat !== undefined && seat.answeredAt !== seat.openedAt
  return (prompt.id !== 'chair') === wasAsked
}

/** Null where a calendar is left as it is: they are not coming, or it was held. */
function entryOf(meeting: Meeting, prompt: Prompt, person: string, rules: Rules): Entry | null {
  const { status, startsAt, record } = meeting
  // Also of whoever said that they do not come: what they were sent may stand there.
  if (meeting.calledOff) return entryFor(meeting, prompt, person, 'go', rules)
  const isWanted = prompt.id === 'chair' ? chairs(meeting, prompt, person) : sits(prompt)
  if (isWanted === null) return null
  if (status === 'open') return entryFor(meeting, prompt, person, isWanted ? 'stand' : 'go', rules)
  const isBefore = startsAt !== null && record !== null && record.at < startsAt
  return isBefore ? entryFor(meeting, prompt, person, 'go', rules) : null
}

/** Whether somebody still is called to a seat; null for somebody who said that they do not come. */
function sits({ state, answer }: Prompt): boolean | null {
  if (state === 'answered') return answer === 'coming' ? true : null
  return state === 'open'
}

/** Whether somebody who was asked to chair is wanted; null for somebody who said no. */
function chairs({ chair }: Meeting, { state }: Prompt, person: string): boolean | null {
  if (chair?.declined.includes(person)) return null
  return state === 'open' || chair?.person === person
}

/** Without a word of the provider or of why: a calendar is read by others. */
function entryFor(
  meeting: Meeting,
  prompt: Prompt | null,
  person: string,
  does: Entry['does'],
  { policy, directory }: Rules,
): Entry {
  const { id, label } = meeting
  const start = startOf(meeting)
  const minutes = policy.invitations?.minutes
  const call = isKeptOut(meeting, person) ? null : callPlace(meeting, directory)
  return {
    does,
    uid: `${id}/${person}`,
    sequence: sequenceOf(meeting, prompt, person),
    summary: `${label} ${referenceOf(id)}`,
    description: describe(meeting, directory),
    start,
    end: minutes === undefined ? null : plusMinutes(start, minutes),
    location: call === null ? null : [call.url, call.dialIn].filter(Boolean).join(' or phone '),
    url: call?.url ?? null,
  }
}

/**
 * What has changed of it so far, but for what the message that carries it can count itself. Whatever another
 * message of theirs has told of it counts here: it may be told in this one from now on.
 */
function sequenceOf(meeting: Meeting, prompt: Prompt | null, person: string): number {
  const { prompts, times = [], call, conflicts = [], status } = meeting
  const elsewhere = prompts
    .filter(({ id, asked }) => id !== prompt?.id && asked.includes(person))
    .reduce((sum, { revision }) => sum + revision, 0)
  const keptOut = conflicts
    .filter(({ people }) => people.includes(person))
    .reduce((sum, { returned }) => sum + (returned === null ? 1 : 2), 0)
  const made = call?.url ? 1 : 0
  return times.length + elsewhere + keptOut + made + (status === 'closed' ? 1 : 0)
}

function describe({ by }: Meeting, directory: Directory): string {
  const who = by.type === 'person' ? `Called by ${nameOf(directory, by.person)}. ` : ''
  return `${who}What it is about stands in the mail. Answer as the mail says: to accept it in the calendar tells nobody.`
}

function startOf({ startsAt, calledAt }: Meeting): Instant {
  return startsAt ?? calledAt
}

function answerUntil(meeting: Meeting, { invitations }: Policy): Instant | null {
  return invitations ? plusMinutes(startOf(meeting), invitations.linkHours * 60) : null
}
