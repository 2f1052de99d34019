import { doerText, ended } from '../../case/words.ts'
import type { Composing, Context } from '../../kind.ts'
import type { Inline, Message, Part } from '../../message/message.ts'
import { plainText } from '../../message/plain.ts'
import type { Actor } from '../../people/actor.ts'
import type { Viewer } from '../../people/viewer.ts'
import type { Prompt } from '../../prompt.ts'
import { referenceOf } from '../../record-id.ts'
import { showLocal } from '../../time/local.ts'
import { isKeptOut } from '../conflict/conflict.ts'
import { closedBallots } from '../decision/ballot.ts'
import { levelWords } from '../level/compose.ts'
import type { Meeting } from '../meeting.ts'
import { stillWanted } from '../still-wanted.ts'
import { readsWhy, rulePart } from '../words.ts'
import { whoMayCallOff } from './asked.ts'

/** `CALLED OFF Sat 14 Aug 2027 10:05 BST by Ada, because: …`, and what of it stays; nothing of a meeting that was not. */
export function offParts(meeting: Meeting, composing: Composing): Part[] {
  const { calledOff } = meeting
  if (!calledOff) return []
  const text = ['CALLED OFF', ...calledOffText(meeting, calledOff, composing)]
  return [{ kind: 'alert', text }, ...levelWords(meeting, composing)]
}

/** To somebody who wants something of it afterwards: `called off Sat 14 Aug 2027 10:05 BST by Ada, because: …`. */
export function offWords(meeting: Meeting, by: Actor | null, context: Context): string | null {
  const { calledOff } = meeting
  if (!calledOff) return null
  const viewer: Viewer = by ? { type: 'actor', actor: by } : { type: 'operator' }
  const text = calledOffText(meeting, calledOff, { ...context, viewer })
  return ended(`called off${plainText(text, context.directory)}`)
}

/** ` Sat 14 Aug 2027 10:05 BST by Ada, because: …`. */
function calledOffText(
  meeting: Meeting,
  { at, by, reason }: NonNullable<Meeting['calledOff']>,
  composing: Composing,
): Inline[] {
  const why = readsReason(meeting, composing.viewer) ? `, because: ${reason}` : '.'
  return [` ${showLocal(at, composing.policy.zone)} by `, ...doerText(by, composing), why]
}

/** What everybody is told: each in private too. */
export function composeOffNotice(meeting: Meeting, composing: Composing): Message {
  return {
    title: offTitle(meeting),
    parts: [...offParts(meeting, composing), ...rulePart(meeting, composing.policy)],
  }
}

/** In the place of every question that was put to them. */
export function composeOffPrompt(
  meeting: Meeting,
  { asked }: Pick<Prompt, 'asked'>,
  composing: Composing,
): Message {
  const { label, provider } = meeting
  const text = `The ${label.toLowerCase()} about ${provider.name} is not held. ${stillWanted(meeting, asked, composing)}`
  return {
    title: offTitle(meeting),
    parts: [...offParts(meeting, composing), { kind: 'text', text }],
  }
}

function offTitle({ label, id }: Pick<Meeting, 'label' | 'id'>): string {
  return `Called off: ${label} (${referenceOf(id)})`
}

export function offButton(meeting: Meeting, composing: Composing): Part[] {
  if (meeting.status === 'closed' || closedBallots(meeting).length > 0) return []
  const press = { do: 'open', form: 'callOff', record: meeting.id } as const
  const buttons = [{ label: 'Call it off…', press }]
  return [{ kind: 'buttons', buttons, for: whoMayCallOff(meeting, composing) }]
}

/** Not whoever is kept out of it by a conflict of interest. */
function readsReason(meeting: Meeting, viewer: Viewer): boolean {
  const person = personOf(viewer)
  if (person !== null && isKeptOut(meeting, person)) return false
  return readsWhy(meeting, viewer)
}

function personOf(viewer: Viewer): string | null {
  if (viewer.type === 'actor') return viewer.actor.type === 'person' ? viewer.actor.person : null
  return viewer.type === 'place' && viewer.place.to.type === 'person'
    ? viewer.place.to.person
    : null
}
