import { MOVED } from '../case/compose-confidential.ts'
import { doerText } from '../case/words.ts'
import type { Place, Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { isOnlyTold } from '../late.ts'
import type { Message, Part, Text } from '../message/message.ts'
import type { Directory } from '../people/directory.ts'
import { referenceOf } from '../record-id.ts'
import { showLocal } from '../time/local.ts'
import { askButton } from './action/buttons.ts'
import { actionsPart, composeAction, composeForOthers, seesOnlyActions } from './action/compose.ts'
import { hasRoot, ownSlot } from './addressing.ts'
import { briefParts } from './brief/compose.ts'
import { answersPart, composeNotice, heldText } from './compose-notice.ts'
import { composePrompt } from './compose-prompt.ts'
import { conflictButtons, conflictsOnRoll, withheld } from './conflict/compose.ts'
import { composeBallot, decidingParts, putButton } from './decision/compose.ts'
import { composeDisputeReminder } from './decision/compose-reminder.ts'
import { hasLeft, ownPlaces } from './guarded.ts'
import { guestButtons } from './guest/compose.ts'
import { composeLetter, composeRecordLetter } from './invitation/compose.ts'
import { goneByMail } from './invitation/entry.ts'
import { isForLetters, isLetters } from './invitation/letters.ts'
import { notTold } from './invitation/not-told.ts'
import { asksByLetter, asLetter } from './letter/compose.ts'
import type { Line, Meeting } from './meeting.ts'
import { nextRounds } from './next-round.ts'
import { composeCallNudge } from './nudge/compose.ts'
import { nudgedIn } from './nudge/nudge.ts'
import { offButton, offParts } from './off/words.ts'
import { quorumPart } from './quorum.ts'
import { roomLines, shutPart } from './room/compose.ts'
import { linksOf } from './room/links.ts'
import { isLeftOut, seatsOf } from './seats.ts'
import { timeButton } from './time/compose.ts'
import { answeredSince, timePart } from './time/words.ts'
import {
  emptyList,
  howToDialIn,
  readsWhy,
  recordButton,
  rulePart,
  seatText,
  standInButton,
  tally,
  timingPart,
  whatAndWhen,
  whyEmpty,
  whyPart,
} from './words.ts'

/** What a slot says now: written from the meeting as it stands. */
export function composeMeeting(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  if (meeting.removed) return undefined
  return asLetter(meeting, slot, composed(meeting, slot, composing), composing)
}

function composed(meeting: Meeting, slot: Slot, composing: Composing): Message | undefined {
  const { viewer } = composing
  if (viewer.type === 'place') {
    const { place } = viewer
    if (hasLeft(meeting, place, slot))
      return place.to.type === 'person' ? noLongerCalled(meeting, place, composing) : MOVED
    if (slot.startsWith('prompt:') && isLetters(meeting, place))
      return composeLetter(meeting, slot, place, composing)
  }
  if (isOnlyTold(meeting.late, ownPlaces(meeting), viewer, slot)) return undefined
  if (seesOnlyActions(meeting, composing)) return composeForOthers(meeting, slot, composing)
  const action = composeAction(meeting, slot, composing)
  if (action) return action
  const shut = withheld(meeting, slot, composing)
  const isLetter = viewer.type === 'place' && isLetters(meeting, viewer.place)
  const isAsked = asksByLetter(meeting, slot) || nudgedIn(meeting, slot) !== undefined
  if (isLetter && !isAsked) return shut ? undefined : composeRecordLetter(meeting, slot, composing)
  if (shut) return shut
  if (slot === 'root' || slot === 'roll')
    return slot === ownSlot(meeting) ? brief(meeting, composing) : undefined
  const [kind, id] = slot.split(':')
  if (kind === 'decision') return composeBallot(meeting, Number(id), composing)
  if (kind === 'nudge')
    return (
      composeCallNudge(meeting, slot, composing) ?? composeDisputeReminder(meeting, slot, composing)
    )
  if (kind === 'prompt') {
    const prompt = meeting.prompts.find((one) => one.id === id)
    return prompt && composePrompt(meeting, prompt, composing)
  }
  const notice = kind === 'notice' ? meeting.notices.find(({ n }) => `${n}` === id) : undefined
  return notice && composeNotice(meeting, notice, composing)
}

/** All that stands in private for somebody who was let go. */
function noLongerCalled(meeting: Meeting, { channel, to }: Place, composing: Composing): Message {
  const text = 'This meeting is not shown here any more. Nothing more is wanted of you.'
  return {
    title: 'You are no longer called',
    parts: [{ kind: 'text', text }],
    ...(to.type === 'person' &&
      isForLetters(meeting, channel) && { byMail: goneByMail(meeting, to.person, composing) }),
  }
}

/** All of it, at the head of its room or in the thread of its case: the first two lines say what, how urgent, and how to dial in. */
function brief(meeting: Meeting, composing: Composing): Message {
  const { policy, directory } = composing
  const { calledOff } = meeting
  return {
    title: titleOf(meeting),
    ...(hasRoot(meeting) && { links: calledOff ? [] : linksOf(meeting, directory) }),
    parts: [
      { kind: 'text', text: whatAndWhen(meeting, policy) },
      ...dialIn(meeting, directory),
      ...held(meeting, composing),
      ...nextRounds(meeting, composing),
      ...shutPart(meeting),
      ...timePart(meeting, composing),
      ...chairLine(meeting),
      ...wanted(meeting),
      { kind: 'text', text: tally(meeting) },
      ...answeredSince(meeting),
      ...quorumPart(meeting, composing),
      ...buttons(meeting, composing),
      ...roll(meeting, composing),
      ...conflictsOnRoll(meeting, composing),
      ...decidingParts(meeting, composing),
      ...facts(meeting, composing),
      ...briefing(meeting, composing),
      ...actionsPart(meeting, composing),
      ...timingPart(meeting, policy),
      ...rulePart(meeting, policy),
    ],
  }
}

/** Above the roll: however many are called, they stand in the first post of it. */
function buttons(meeting: Meeting, composing: Composing): Part[] {
  return [
    ...recordButton(meeting, composing),
    ...standInButton(meeting),
    ...timeButton(meeting, composing),
    ...offButton(meeting, composing),
    ...askButton(meeting, composing),
    ...guestButtons(meeting, composing),
    ...putButton(meeting, composing),
    ...conflictButtons(meeting, composing),
  ]
}

/** Each line and seat: who, what they answered, which posts are empty and why. */
function roll(meeting: Meeting, composing: Composing): Part[] {
  return [
    ...meeting.lines.flatMap((line) => linePart(line, meeting, composing)),
    ...emptySeats(meeting),
    ...notTold(meeting, composing),
    ...roomLines(meeting),
  ]
}

/** A line whose one seat has its name needs no heading. */
function linePart({ label, seats }: Line, meeting: Meeting, composing: Composing): Part[] {
  const list: Part = {
    kind: 'list',
    items: seats.map((seat) => seatText(seat, meeting, composing)),
  }
  return seats.every((seat) => seat.label === label)
    ? [list]
    : [{ kind: 'text', text: label }, list]
}

function titleOf({ id, label, provider }: Meeting): string {
  return `${label}: ${provider.name} (${referenceOf(id)})`
}

function facts(meeting: Meeting, composing: Composing): Part[] {
  const { policy, viewer } = composing
  const { zone } = policy
  const { case: kase, by, calledAt } = meeting
  return [
    { kind: 'text', text: 'Why it is called:' },
    whyPart(meeting, viewer),
    {
      kind: 'facts',
      facts: [
        ['Called by', doerText(by, composing)],
        ['Called at', showLocal(calledAt, zone)],
        ...(kase && readsWhy(meeting, viewer) ? [['Case', [{ record: kase }]] as const] : []),
      ],
    },
  ]
}

/** What led to the call, and what is known, is read by those who read why. */
function briefing(meeting: Meeting, composing: Composing): Part[] {
  return readsWhy(meeting, composing.viewer) ? briefParts(meeting, composing) : []
}

function dialIn(meeting: Meeting, directory: Directory): Part[] {
  return meeting.calledOff ? [] : [{ kind: 'text', text: howToDialIn(meeting, directory) }]
}

/** In its place the answers are a message of their own; a person who looks it up sees them here. */
function held(meeting: Meeting, composing: Composing): Part[] {
  if (!meeting.record) return offParts(meeting, composing)
  const over = [...[heldText(meeting, composing)].flat(), ' This meeting is over.']
  const looksUp = composing.viewer.type !== 'place'
  return [{ kind: 'text', text: over }, ...(looksUp ? answersPart(meeting, composing) : [])]
}

function chairLine({ chair, prompts, status }: Meeting): Part[] {
  if (!chair) return []
  if (chair.person !== null)
    return [{ kind: 'text', text: ['Chair: ', { person: chair.person }, ', confirmed.'] }]
  if (status === 'closed') return [{ kind: 'text', text: 'Nobody confirmed as chair.' }]
  const waiting = prompts
    .flatMap(({ id, asked }) => (id === 'chair' ? asked : []))
    .filter((person) => !chair.declined.includes(person))
  const asked: Text =
    waiting.length > 0
      ? ['Asked: ', ...waiting.flatMap((person, n) => [...(n > 0 ? [', '] : []), { person }])]
      : 'Nobody of the chair’s organisation is left to ask: agree among yourselves who chairs'
  return [
    {
      kind: 'alert',
      text: ['Chair not confirmed. ', ...[asked].flat(), '. Nothing waits for it.'],
    },
  ]
}

function wanted({ status, label }: Meeting): Part[] {
  if (status === 'closed') return []
  const text = `Everybody who is called: answer now, in the message that you got or here, with “coming”, “deputy” or “apologies”. Whoever calls or chairs it records the ${label.toLowerCase()} afterwards.`
  return [{ kind: 'text', text }]
}

function emptySeats(meeting: Meeting): Part[] {
  const empty = seatsOf(meeting).filter((seat) => !isLeftOut(seat) && whyEmpty(seat) !== null)
  if (empty.length === 0 || meeting.status === 'closed') return []
  return [
    { kind: 'alert', text: `Empty seats: ${emptyList(empty)}. They do not hold the meeting up.` },
  ]
}
