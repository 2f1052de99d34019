import { doerText, ended, shown } from '../../case/words.ts'
import type { Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Message, Part, Text } from '../../message/message.ts'
import { nameOf } from '../../people/find.ts'
import type { Viewer } from '../../people/viewer.ts'
import { referenceOf } from '../../record-id.ts'
import { presiding } from '../decision/presiding.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle, whatAndWhen } from '../words.ts'
import { type Conflict, conflictOf, conflictsNow, isKeptOut } from './conflict.ts'

/** Every conflict of interest that was declared, for the record of the meeting. */
export function conflictParts(meeting: Meeting, composing: Composing): Part[] {
  const { conflicts = [] } = meeting
  if (conflicts.length === 0) return []
  return [{ kind: 'list', items: conflicts.map((one) => conflictText(meeting, one, composing)) }]
}

/** The same under a line that says what it is. */
export function conflictsOnRoll(meeting: Meeting, composing: Composing): Part[] {
  const parts = conflictParts(meeting, composing)
  return parts.length === 0 ? [] : [{ kind: 'text', text: 'Conflicts of interest' }, ...parts]
}

/** `Wanda Mensah (Willow House): she owns the building. Declared … by …; no vote.` */
function conflictText(meeting: Meeting, conflict: Conflict, composing: Composing): Text {
  const { at, by, what, returned } = conflict
  const end = returned
    ? [
        ` Came back ${shown(returned.at, composing)}, let in by `,
        ...doerText(returned.by, composing),
        `: ${ended(returned.reason)}`,
      ]
    : [meeting.room === 'room' ? ' No vote; out of the closed part.' : ' No vote.']
  return [
    ...whoseText(conflict),
    `: ${ended(what)} Declared ${shown(at, composing)} by `,
    ...doerText(by, composing),
    '.',
    ...end,
  ]
}

function whoseText({ person, organisation: { name } }: Conflict): Inline[] {
  return person === null ? [name] : [{ person }, ` (${name})`]
}

/** Anybody who is called may say so before it is over; who is kept out of the record may be let in after that. */
export function conflictButtons(meeting: Meeting, composing: Composing): Part[] {
  if (meeting.status === 'open') return conflictButton(meeting)
  if (meeting.room === 'thread') return []
  return conflictsNow(meeting).map((conflict) => letBack(meeting, conflict, composing))
}

export function conflictButton({ id: record }: Meeting): Part[] {
  const label = 'Conflict of interest…'
  return [
    { kind: 'buttons', buttons: [{ label, press: { do: 'open', form: 'conflict', record } }] },
  ]
}

/** In private, under their call: that they are or were out, and what they can do. */
export function outPart(meeting: Meeting, person: string, composing: Composing): Part[] {
  const conflict = conflictOf(meeting, person)
  if (!conflict) return []
  if (meeting.status === 'closed') return wasOutPart(meeting, conflict, composing)
  const where =
    meeting.room === 'room'
      ? 'You are out of the closed part until whoever calls or chairs it lets you back in.'
      : 'You have no vote until whoever calls or chairs it says otherwise.'
  const instead =
    conflict.person === null
      ? `${conflict.organisation.name} has no vote.`
      : 'If nobody else of your organisation is called, send a deputy, so that it can vote.'
  return [{ kind: 'alert', text: `A conflict of interest is declared. ${where} ${instead}` }]
}

/** Once it is over nobody votes; they may still be let in to read what was recorded. */
function wasOutPart(meeting: Meeting, { person, organisation }: Conflict, composing: Composing) {
  const whose = person === null ? organisation.name : 'you'
  const declared = `A conflict of interest was declared for ${whose}.`
  if (meeting.room === 'thread')
    return [{ kind: 'text', text: `${declared} You had no vote.` } as const]
  const may = presiding(meeting, 'returnFromConflict', composing).slice(0, MOST_NAMED)
  const ask = may.flatMap((one, n): Inline[] => [n === 0 ? ' Ask ' : ' or ', { person: one }])
  const out = `${declared} You were out of the closed part: what was said, decided and recorded is not shown to you. Whoever calls or chairs it can let you read it.`
  return [{ kind: 'text', text: [out, ...ask, ...(may.length > 0 ? ['.'] : [])] } as const]
}

const MOST_NAMED = 3

/** What the place is told of one; whoever let them out may let them in. */
export function composeConflictNotice(
  meeting: Meeting,
  { what, conflict: n }: { readonly what: 'declared' | 'returned'; readonly conflict: number },
  composing: Composing,
): Message {
  const title = `${meetingTitle(meeting)}: conflict of interest`
  const conflict = meeting.conflicts?.find((one) => one.n === n)
  if (!conflict) return { title, parts: [] }
  if (what === 'returned')
    return {
      title,
      parts: [
        { kind: 'text', text: conflictText(meeting, conflict, composing) },
        ...readNow(meeting),
      ],
    }
  const { at, by, returned } = conflict
  return {
    title,
    parts: [
      {
        kind: 'text',
        text: [
          ...whoseText(conflict),
          `: ${ended(conflict.what)} Declared ${shown(at, composing)} by `,
          ...doerText(by, composing),
          '.',
        ],
      },
      { kind: 'text', text: consequence(meeting, conflict) },
      ...(returned === null ? [letBack(meeting, conflict, composing)] : []),
    ],
  }
}

function readNow({ id, room, status }: Meeting): Part[] {
  if (status === 'open' || room === 'thread') return []
  return [{ kind: 'text', text: `They may read it all now: “/muster status ${referenceOf(id)}”.` }]
}

function consequence({ room }: Meeting, { person }: Conflict): string {
  const whose = person === null ? 'This organisation has no vote' : 'They have no vote'
  return room === 'room'
    ? `${whose} and ${person === null ? 'its people are' : 'are'} out of this room until they are let back in.`
    : `${whose}. The thread of a case is read as the case is: nobody is taken out of it.`
}

function letBack(meeting: Meeting, conflict: Conflict, composing: Composing): Part {
  return {
    kind: 'buttons',
    buttons: [
      {
        label: letLabel(meeting, conflict, composing),
        press: {
          do: 'open',
          form: 'returnFromConflict',
          record: meeting.id,
          with: { conflict: String(conflict.n) },
        },
      },
    ],
    for: presiding(meeting, 'returnFromConflict', composing),
  }
}

/** Once it is over the button stands on its own: it says whom. */
function letLabel(
  { status }: Meeting,
  { person, organisation }: Conflict,
  { directory }: Composing,
): string {
  if (status === 'open') return 'Let them back in…'
  const whom = person === null ? organisation.name : nameOf(directory, person)
  return `Let ${whom} read the record…`
}

/** What somebody sees who is kept out: their own call, that it is called off, that its level was taken back, and of all else only that it is there. */
export function withheld(meeting: Meeting, slot: Slot, composing: Composing): Message | undefined {
  const person = personOf(composing.viewer)
  if (person === null || slot.startsWith('prompt:') || !isKeptOut(meeting, person)) return undefined
  const isOver = ({ n, said }: Meeting['notices'][number]) =>
    (said.say === 'calledOff' || said.say === 'levelTakenBack') && slot === `notice:${n}`
  if (meeting.notices.some(isOver)) return undefined
  return {
    title: meetingTitle(meeting),
    parts: [
      { kind: 'text', text: whatAndWhen(meeting, composing.policy) },
      ...outPart(meeting, person, composing),
      ...(meeting.status === 'open' ? [MEANWHILE] : []),
    ],
  }
}

const MEANWHILE = {
  kind: 'text',
  text: 'What is said and decided meanwhile is not shown to you.',
} as const

/** Whoever looks, or is told in private. */
export function personOf(viewer: Viewer): string | null {
  switch (viewer.type) {
    case 'actor':
      return viewer.actor.type === 'person' ? viewer.actor.person : null
    case 'place':
      return viewer.place.to.type === 'person' ? viewer.place.to.person : null
    case 'operator':
    case 'code':
      return null
  }
}
