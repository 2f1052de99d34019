import { CONFIDENTIAL_REASON } from '../case/compose-confidential.ts'
import type { Context } from '../kind.ts'
import type { Inline, Part, Text } from '../message/message.ts'
import type { Directory } from '../people/directory.ts'
import { nameOfDoer } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import { NO_LEAD } from '../people/lead.ts'
import { organisationFor } from '../people/posts.ts'
import type { Viewer } from '../people/viewer.ts'
import type { Policy } from '../policy/policy.ts'
import { referenceOf } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { localDay, showLocal, showTime } from '../time/local.ts'
import type { Call, Empty, Meeting, Seat } from './meeting.ts'
import { peopleComing } from './quorum.ts'
import { byOwnWords, isFilled, isLeftOut, isPutDown, isWithdrawn, seatsOf } from './seats.ts'

/** `Risk summit about Willow House. Urgent; it starts Sat 14 Aug 2027 15:00 BST.` */
export function whatAndWhen(meeting: Meeting, policy: Pick<Policy, 'zone'>): string {
  const { label, provider, urgent, startsAt, status } = meeting
  if (status === 'closed') return `${label} about ${provider.name}.`
  const starts =
    startsAt === null ? 'it starts now' : `it starts ${showLocal(startsAt, policy.zone)}`
  return `${label} about ${provider.name}. ${urgent ? 'Urgent' : 'Not urgent'}; ${starts}.`
}

/** `Risk summit M-7K2M-9Q4X`: over everything that is said of it. */
export function meetingTitle({ label, id }: Pick<Meeting, 'label' | 'id'>): string {
  return `${label} ${referenceOf(id)}`
}

/** Its own call, which nobody else is in; otherwise the Lead Provider's bridge as its record has it now. */
export function howToDialIn(meeting: Meeting, directory: Directory): string {
  if (!meeting.call) return bridgeOf(meeting, directory)
  if (meeting.call.url !== null) return `Join the call: ${meeting.call.url}`
  return `The call is being set up; its link will stand here. Should it not come: ${bridgeOf(meeting, directory)}`
}

/** Where it is held: its own call once there is one, otherwise the bridge; null where there is neither. */
export function callPlace(
  meeting: Meeting,
  directory: Directory,
): { readonly url: string; readonly dialIn: string | null } | null {
  if (meeting.call?.url) return { url: meeting.call.url, dialIn: null }
  return organisationFor(directory, meeting.provider, 'lead-provider')?.bridge ?? null
}

function bridgeOf(meeting: Meeting, directory: Directory): string {
  const lead = organisationFor(directory, meeting.provider, 'lead-provider')
  if (lead?.bridge) {
    const { url, dialIn } = lead.bridge
    return dialIn === null ? `Dial in: ${url}` : `Dial in: ${url} or phone ${dialIn}`
  }
  if (meeting.provider.leadProvider === NO_LEAD)
    return 'There is no bridge, since this unit has no Lead Provider. Whoever chairs says how to join.'
  const name = lead?.name ?? meeting.provider.leadProvider
  return `No bridge is set. Whoever chairs says how to join; an administrator can add a bridge to ${name} in the directory file.`
}

type Tallied = Pick<Meeting, 'lines' | 'status' | 'calledOff'>

/** `Seats: 3 coming (2 people), 4 not answered, 2 empty.`: seats; somebody in two of them is one person. */
export function tally({ lines: all, status, calledOff }: Tallied): string {
  const lines = status === 'open' ? all : byOwnWords(all)
  const called = seatsOf({ lines }).filter((seat) => !isLeftOut(seat) && !isWithdrawn(seat))
  const coming = called.filter(isFilled).length
  const waiting = called.filter((seat) => !isFilled(seat) && hasAsked(seat)).length
  const empty = called.length - coming - waiting
  const people = peopleComing(called).length
  const inPeople = people < coming ? ` (${people} ${people === 1 ? 'person' : 'people'})` : ''
  if (status === 'open')
    return `Seats: ${coming} coming${inPeople}, ${waiting} not answered, ${empty} empty.`
  return `Answers to the call, by seat: ${coming}${inPeople} said that they were coming, ${waiting} did not answer, ${empty} empty.${calledOff ? '' : ' Who took part is in the record.'}`
}

export function seatText(
  seat: Seat,
  meeting: Pick<Meeting, 'status' | 'calledAt' | 'opened' | 'times'>,
  { directory, policy }: Pick<Context, 'directory' | 'policy'>,
): Text {
  const { status, calledAt } = meeting
  const people = seat.calls.flatMap((call, index): Inline[] => {
    const via = howCalled(call)
    const isWaiting = call.state === 'asked' && status === 'open'
    const since = isWaiting
      ? ` since ${calledWords(call.at, calledAt, policy.zone)}${openedWords(meeting, call, policy.zone)}`
      : ''
    const hasLeft = status === 'open' && !findPerson(directory, call.person)
    const reason = call.reason === null ? '' : ` (${call.reason})`
    const said = hasLeft ? `has left the directory${reason}` : saidOf(call, status, since)
    return [
      ...(index > 0 ? ['; '] : []),
      { person: call.person },
      `${via ? `, ${via}` : ''}: ${said}`,
    ]
  })
  const tail = whyEmpty(seat)
  const alone = isLeftOut(seat) ? '' : `${emptyWords(seat)}: `
  const empty = people.length > 0 ? `. Empty – ${need(seat)}: ` : alone
  const end = tail === null ? [] : [`${empty}${tail}`]
  return [`${seat.label} – `, ...people, ...end]
}

/** How somebody comes to a seat that they do not hold; what was said of them alone where they were put down to it. */
export function howCalled(call: Call): string | null {
  return putDown(call) === null ? VIA[call.via] : null
}

/** `put down by Quinn Adeyemi to stand in`; null where they said so themselves. */
export function putDown(call: Call): string | null {
  if (!call.putBy || !isPutDown(call)) return null
  return `put down by ${nameOfDoer(call.putBy)} to stand in`
}

/** What somebody answered to their call: `apologies (on leave)`, and of one that is over `did not answer`. */
export function saidOf(call: Call, status: Meeting['status'], since = ''): string {
  const { state, reason } = call
  const put = putDown(call)
  if (put !== null) return put
  const why = reason === null ? '' : ` (${reason})`
  if (status === 'closed' && state === 'asked') return `did not answer${why}`
  return `${STATES[state]}${since}${why}`
}

/** Where a service says that they opened their call; one that was given another time is opened anew. */
function openedWords(
  { calledAt, opened = [], times = [] }: Pick<Meeting, 'calledAt' | 'opened' | 'times'>,
  { person }: Call,
  zone: string,
): string {
  const since = times.at(-1)?.at ?? calledAt
  const first = opened.find((one) => one.person === person && one.at >= since)
  return first ? `, opened ${calledWords(first.at, calledAt, zone)}` : ''
}

/** The day only where it is another than the meeting’s own. */
function calledWords(at: Instant, calledAt: Instant, zone: string): string {
  const isSame = localDay(at, zone) === localDay(calledAt, zone)
  return isSame ? showTime(at, zone) : showLocal(at, zone)
}

/** Why a seat is empty; null while somebody is coming or asked, and of one that was for somebody alone. */
export function whyEmpty(seat: Seat): string | null {
  if (isFilled(seat) || isWithdrawn(seat)) return null
  if (seat.empty) return EMPTY[seat.empty]
  if (hasAsked(seat)) return null
  return 'nobody in line is coming'
}

/** `empty – required`, as the rule of the meeting has it. */
export function emptyWords(seat: Pick<Seat, 'required'>): string {
  return `empty – ${need(seat)}`
}

function need({ required }: Pick<Seat, 'required'>): string {
  return required ? 'required' : 'optional'
}

/** Seats that are empty in one line: those that are required first. */
export function emptyList(seats: readonly Pick<Seat, 'label' | 'required'>[]): string {
  const required = seats.filter((seat) => seat.required).map(({ label }) => label)
  const optional = seats.filter((seat) => !seat.required).map(({ label }) => `${label} (optional)`)
  return [...required, ...optional].join('; ')
}

/** Whoever looks may read what led to the call; where its case became confidential, only those on its list. */
export function readsWhy({ list }: Meeting, viewer: Viewer): boolean {
  if (list === undefined) return true
  switch (viewer.type) {
    case 'operator':
      return true
    case 'actor':
      return viewer.actor.type === 'person' && list.includes(viewer.actor.person)
    case 'place':
      return viewer.place.to.type === 'person' && list.includes(viewer.place.to.person)
    case 'code':
      return false
  }
}

export function whyPart(meeting: Meeting, viewer: Viewer): Part {
  return readsWhy(meeting, viewer)
    ? { kind: 'quote', text: meeting.why }
    : { kind: 'text', text: CONFIDENTIAL_REASON }
}

export function rulePart(meeting: Meeting, policy: Policy): Part[] {
  const rule = policy.meetings.find(({ id }) => id === meeting.rule)
  return rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation }] : []
}

/** Who settles its time, while that may still be settled. */
export function timingPart({ rule, status }: Meeting, { meetings }: Policy): Part[] {
  const timing = meetings.find(({ id }) => id === rule)?.timing
  if (!timing || status === 'closed') return []
  const { id, label, citation } = timing
  return [
    { kind: 'text', text: `${label}.` },
    { kind: 'rule', id, citation },
  ]
}

/** Opens the form that closes the meeting. */
export function recordButton(meeting: Meeting, { policy }: Pick<Context, 'policy'>): Part[] {
  if (meeting.status === 'closed') return []
  const { id: record, form } = meeting
  const label = recordLabel(meeting, { policy })
  return [{ kind: 'buttons', buttons: [{ label, press: { do: 'open', form, record } }] }]
}

export function recordLabel(
  { form }: Pick<Meeting, 'form'>,
  { policy }: Pick<Context, 'policy'>,
): string {
  return `${policy.forms.find(({ id }) => id === form)?.submit ?? 'Record it'}…`
}

/** Takes a seat to which nobody comes, while the meeting goes on. */
export function standInButton({ id: record, status }: Meeting): Part[] {
  if (status === 'closed') return []
  const press = { do: 'open', form: 'standIn', record } as const
  return [{ kind: 'buttons', buttons: [{ label: 'Stand in…', press }] }]
}

/** Why nobody is called for a seat. “Nobody holds it” and “cannot be reached” are different. */
export const EMPTY: Readonly<Record<Empty, string>> = {
  noOrganisation: 'the organisation is not in the directory',
  nobody: 'nobody holds this role',
  away: 'everybody who holds this role is away and nobody covers',
  notChosen: 'not called this time',
  conditionNotMet: 'only for jointly commissioned services',
}

const STATES = {
  asked: 'called, no answer yet',
  coming: 'coming',
  deputy: 'sends a deputy',
  apologies: 'apologies',
  stoodDown: 'no longer needed',
  gone: 'no longer called',
} as const

/** How somebody comes to a seat that they do not hold; the holder needs no word. */
export const VIA = {
  holder: null,
  deputy: 'deputy',
  'on-call': 'on call',
  head: 'head',
  cover: 'covering',
  sent: 'sent as deputy',
  broughtIn: 'brought in',
  standIn: 'standing in',
} as const

function hasAsked({ calls }: Seat): boolean {
  return calls.some(({ state }) => state === 'asked')
}
