import { doerText, ended, shown } from '../../case/words.ts'
import type { Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Message, Part, Text } from '../../message/message.ts'
import type { Viewer } from '../../people/viewer.ts'
import { presiding } from '../decision/presiding.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle, whatAndWhen } from '../words.ts'
import { type Conflict, conflictOf, isKeptOut } from './conflict.ts'

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

/** Anybody who is called may say so, at any time before it is over. */
export function conflictButton({ id: record, status }: Meeting): Part[] {
  if (status === 'closed') return []
  const label = 'Conflict of interest…'
  return [
    { kind: 'buttons', buttons: [{ label, press: { do: 'open', form: 'conflict', record } }] },
  ]
}

/** In private, under their call: that they are out, and what they can do. */
export function outPart(meeting: Meeting, person: string): Part[] {
  const conflict = conflictOf(meeting, person)
  if (!conflict) return []
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
    return { title, parts: [{ kind: 'text', text: conflictText(meeting, conflict, composing) }] }
  const { at, by, returned } = conflict
  const open = meeting.status === 'open' && returned === null
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
      ...(open ? [letBack(meeting, conflict, composing)] : []),
    ],
  }
}

function consequence({ room }: Meeting, { person }: Conflict): string {
  const whose = person === null ? 'This organisation has no vote' : 'They have no vote'
  return room === 'room'
    ? `${whose} and ${person === null ? 'its people are' : 'are'} out of this room until they are let back in.`
    : `${whose}. The thread of a case is read as the case is: nobody is taken out of it.`
}

function letBack(meeting: Meeting, { n }: Conflict, composing: Composing): Part {
  return {
    kind: 'buttons',
    buttons: [
      {
        label: 'Let them back in…',
        press: {
          do: 'open',
          form: 'returnFromConflict',
          record: meeting.id,
          with: { conflict: String(n) },
        },
      },
    ],
    for: presiding(meeting, 'returnFromConflict', composing),
  }
}

/** What somebody sees who is kept out: their own call, and of all else only that it is there. */
export function withheld(meeting: Meeting, slot: Slot, composing: Composing): Message | undefined {
  const person = personOf(composing.viewer)
  if (person === null || slot.startsWith('prompt:') || !isKeptOut(meeting, person)) return undefined
  return {
    title: meetingTitle(meeting),
    parts: [
      { kind: 'text', text: whatAndWhen(meeting, composing.policy) },
      ...outPart(meeting, person),
      { kind: 'text', text: 'What is said and decided meanwhile is not shown to you.' },
    ],
  }
}

function personOf(viewer: Viewer): string | null {
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
