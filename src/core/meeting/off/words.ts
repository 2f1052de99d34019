import { doerText } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Message, Part } from '../../message/message.ts'
import { findPerson } from '../../people/find.ts'
import type { Viewer } from '../../people/viewer.ts'
import type { Prompt } from '../../prompt.ts'
import { referenceOf } from '../../record-id.ts'
import { showLocal } from '../../time/local.ts'
import { isOver } from '../action/action.ts'
import { organisationName } from '../action/words.ts'
import { isKeptOut } from '../conflict/conflict.ts'
import { closedBallots } from '../decision/ballot.ts'
import type { Meeting } from '../meeting.ts'
import { readsWhy, rulePart } from '../words.ts'
import { whoMayCallOff } from './asked.ts'

/** `CALLED OFF Sat 14 Aug 2027 10:05 BST by Ada, because: …`, and what of it stays; nothing of a meeting that was not. */
export function offParts(meeting: Meeting, composing: Composing): Part[] {
  const { calledOff } = meeting
  if (!calledOff) return []
  const { at, by, reason } = calledOff
  const why = readsReason(meeting, composing.viewer) ? `, because: ${reason}` : '.'
  const when = showLocal(at, composing.policy.zone)
  const text = [`CALLED OFF ${when} by `, ...doerText(by, composing), why]
  return [{ kind: 'alert', text }, ...levelStays(meeting)]
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

/** What was asked of an organisation goes on without the meeting, for its people and for whoever asked. */
function stillWanted(
  { actions = [] }: Meeting,
  asked: readonly string[],
  composing: Composing,
): string {
  const { viewer, directory } = composing
  const to = viewer.type === 'place' ? viewer.place.to : null
  const people = to?.type === 'person' ? [to.person] : asked
  const homes = people.map((one) => findPerson(directory, one)?.organisation.slug)
  const theirs = actions.filter(
    (one) => !isOver(one) && (homes.includes(one.of) || people.includes(one.asker)),
  )
  if (theirs.length === 0) return 'Nothing more is wanted of you.'
  const all = theirs.map(({ n, of }) => `action ${n} of ${organisationName(of, composing)}`)
  return `What it asked for goes on: ${all.join('; ')}.`
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
  const to = viewer.type === 'place' ? viewer.place.to : null
  if (to?.type === 'person' && isKeptOut(meeting, to.person)) return false
  return readsWhy(meeting, viewer)
}

/** The level that changed at the call (G13) is a decision of its own. */
function levelStays({ transition, confidential, provider }: Meeting): Part[] {
  if (transition === null || confidential || provider.slug === null) return []
  const text = `The level stays as it is; decide on it with “/muster level ${provider.slug}”.`
  return [{ kind: 'text', text }]
}
