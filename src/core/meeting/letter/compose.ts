import type { Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import { isToldInstead } from '../../late.ts'
import type { ByMail } from '../../message/by-mail.ts'
import type { Message, Part } from '../../message/message.ts'
import { seenBy } from '../../message/viewing.ts'
import type { Policy } from '../../policy/policy.ts'
import { type Instant, plusMinutes } from '../../time/instant.ts'
import { showLocal } from '../../time/local.ts'
import { type Action, actionNamed } from '../action/action.ts'
import { nudgeSlot } from '../action/places.ts'
import { type Ballot, ballotOf, type Vote } from '../decision/ballot.ts'
import { remindedIn } from '../decision/dispute-clock.ts'
import { partyIn } from '../decision/party.ts'
import { voteOf } from '../decision/tally.ts'
import { CHOICES } from '../decision/words.ts'
import { isForLetters } from '../invitation/letters.ts'
import type { Meeting } from '../meeting.ts'
import { convenerIn } from '../seats.ts'

/** What a letter asks by the link in it, and until when that answers. */
interface Asking {
  readonly answerUntil: Instant | null
  readonly contact: string | null
  readonly about: NonNullable<ByMail['about']>
  /** What its reader has said already, below what is asked. */
  readonly had: readonly Part[]
  /** Said before it is answered. */
  readonly parts: readonly Part[]
}

/**
 * The same message for somebody who is told of it by letter: with what is for them alone, and a link by
 * which they answer it. Every other message stays as it is.
 */
export function asLetter(
  meeting: Meeting,
  slot: Slot,
  message: Message | undefined,
  composing: Composing,
): Message | undefined {
  const { viewer } = composing
  if (!message || message.byMail || viewer.type !== 'place') return message
  const { channel, to } = viewer.place
  if (to.type !== 'person' || !isForLetters(meeting, channel)) return message
  const asking = isToldInstead(meeting.late, viewer, slot)
    ? undefined
    : askingIn(meeting, slot, to.person, composing)
  if (!asking) return message
  const own = seenBy(message, to.person)
  const isAsked = own.parts.some(({ kind }) => kind === 'buttons')
  const { had, parts, ...byMail } = asking
  const [question, ...rest] = own.parts
  return {
    ...own,
    parts: isAsked && question ? [question, ...had, ...rest, ...parts] : own.parts,
    // A reminder is news, whoever is to do something about it.
    byMail: { ...byMail, isAsked: isAsked || slot.startsWith('nudge:'), entry: null },
  }
}

/** Whether what stands there may ask something of somebody who is told by letter. */
export function asksByLetter(meeting: Meeting, slot: Slot): boolean {
  const said = meeting.notices.find(({ n }) => slot === `notice:${n}`)?.said
  const isAboutDeciding = said?.say === 'decision' || slot.startsWith('decision:')
  return isAboutDeciding || remindedIn(meeting, slot) !== undefined
}

function askingIn(
  meeting: Meeting,
  slot: Slot,
  person: string,
  composing: Composing,
): Asking | undefined {
  const action = meeting.actions?.find(({ n }) => n === actionNamed(slot))
  if (action) return aboutAction(action, slot, composing)
  const reminded = remindedIn(meeting, slot)
  if (reminded) return aboutDispute(meeting, reminded.ballot, reminded.nudge.at, composing)
  const [kind, id] = slot.split(':')
  if (kind === 'decision') return aboutVote(meeting, Number(id), person, composing)
  const notice = meeting.notices.find(({ n }) => slot === `notice:${n}`)
  const ballot =
    notice?.said.say === 'decision' ? ballotOf(meeting, notice.said.decision) : undefined
  return notice && ballot && aboutDispute(meeting, ballot, notice.at, composing)
}

function aboutVote(
  meeting: Meeting,
  n: number,
  person: string,
  { policy, directory }: Composing,
): Asking | undefined {
  const ballot = ballotOf(meeting, n)
  if (!ballot) return undefined
  const { voteHours } = policy.invitations ?? {}
  const until = voteHours === undefined ? null : plusMinutes(ballot.at, voteHours * 60)
  const answerUntil = ballot.state === 'open' ? until : null
  const slug = partyIn(meeting, person, directory)?.slug
  const vote = slug === undefined ? undefined : voteOf(meeting, ballot, slug)
  const text =
    'You can vote for it, vote against it, or abstain, until whoever chairs or calls the meeting closes the vote.'
  return {
    answerUntil,
    contact: convenerIn(meeting, directory),
    about: {
      todo: 'vote',
      who: 'who called the meeting',
      until: shownUntil(answerUntil, policy),
    },
    had: vote ? [votedPart(vote, policy)] : [],
    parts: [{ kind: 'text', text }],
  }
}

function votedPart({ choice, at }: Vote, { zone }: Policy): Part {
  const text = `Your organisation voted “${CHOICES[choice]}” ${showLocal(at, zone)}.`
  return { kind: 'alert', text }
}

function aboutAction(action: Action, slot: Slot, { policy }: Composing): Asking {
  const { asker, dueAt, steps, nudges } = action
  const nudge = nudges.find((one) => nudgeSlot(action, one) === slot)
  const answerUntil = lastingUntil(dueAt, nudge?.at ?? steps[0]?.at ?? dueAt, policy)
  return {
    answerUntil,
    contact: asker,
    about: {
      todo: 'answer',
      who: 'who asked for it',
      until: shownUntil(answerUntil, policy),
    },
    had: [],
    parts: [],
  }
}

function aboutDispute(
  meeting: Meeting,
  { dispute }: Ballot,
  since: Instant,
  { policy, directory }: Composing,
): Asking | undefined {
  if (!dispute) return undefined
  const answerUntil = lastingUntil(dispute.dueAt ?? since, since, policy)
  const chair = meeting.chair?.person ?? null
  const who = chair === null ? 'who called the meeting' : 'who chairs the meeting'
  return {
    answerUntil,
    contact: chair ?? convenerIn(meeting, directory),
    about: {
      todo: 'say what came of it',
      who,
      until: shownUntil(answerUntil, policy),
    },
    had: [],
    parts: [],
  }
}

/** Also what is reminded of long after its day can be answered. */
function lastingUntil(day: Instant, since: Instant, { invitations }: Policy): Instant | null {
  const { lastingDays } = invitations ?? {}
  if (lastingDays === undefined) return null
  return plusMinutes(day > since ? day : since, lastingDays * 24 * 60)
}

/** As it is read in the letter and on its page. */
function shownUntil(until: Instant | null, { zone }: Policy): string | null {
  return until === null ? null : showLocal(until, zone)
}
