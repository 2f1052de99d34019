import type { Composing } from '../../kind.ts'
import type { Message, Part } from '../../message/message.ts'
import type { Viewer } from '../../people/viewer.ts'
import { MUSTER } from '../../permission/asked.ts'
import { type Surroundings, whoMay } from '../../permission/permitted.ts'
import type { Prompt } from '../../prompt.ts'
import { askedOfMeeting } from '../asked.ts'
import { answerParts } from '../compose-prompt.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle, readsWhy, rulePart } from '../words.ts'
import type { TimeNotice } from './change.ts'
import { ASKED_AGAIN, changeText } from './words.ts'

/** What everybody is told: from when to when, by whom and why; whoever is asked again answers here. */
export function composeTimeNotice(
  meeting: Meeting,
  { change }: TimeNotice,
  composing: Composing,
): Message {
  const one = meeting.times?.[change - 1]
  const title = `${meetingTitle(meeting)}: another time`
  if (!one) return { title, parts: [] }
  const { policy, viewer } = composing
  const isNewest = change === meeting.times?.length && meeting.status === 'open'
  return {
    title,
    parts: [
      { kind: 'text', text: changeText(one, composing) },
      ...(readsWhy(meeting, viewer) ? [{ kind: 'quote', text: one.reason } as const] : []),
      ...(isNewest && isForAsked(meeting, viewer)
        ? [{ kind: 'text', text: ASKED_AGAIN } as const]
        : []),
      ...rulePart(meeting, policy),
      ...(isNewest ? ownAnswers(meeting, composing) : []),
    ],
  }
}

/** Under their own message, as under the call itself. */
function ownAnswers(meeting: Meeting, composing: Composing): Part[] {
  const { viewer } = composing
  if (viewer.type !== 'place' || viewer.place.to.type !== 'person') return []
  return promptsOf(meeting, viewer.place.to.person).flatMap((prompt) =>
    answerParts(meeting, prompt, composing),
  )
}

/** Whoever called it, or chairs it without a seat, may be asked nothing. */
function isForAsked(meeting: Meeting, viewer: Viewer): boolean {
  if (viewer.type !== 'place' || viewer.place.to.type !== 'person') return true
  return promptsOf(meeting, viewer.place.to.person).length > 0
}

function promptsOf({ prompts }: Meeting, person: string): readonly Prompt[] {
  return prompts.filter(({ state, asked }) => state !== 'withdrawn' && asked.includes(person))
}

export function timeButton(meeting: Meeting, composing: Composing): Part[] {
  if (meeting.status === 'closed') return []
  const press = { do: 'open', form: 'changeTime', record: meeting.id } as const
  const buttons = [{ label: 'Another time…', press }]
  return [{ kind: 'buttons', buttons, for: whoMayChange(meeting, composing) }]
}

function whoMayChange(meeting: Meeting, around: Surroundings): readonly string[] {
  const asked = askedOfMeeting(meeting, { type: 'changeTime', by: MUSTER }, around)
  return 'ok' in asked ? [] : whoMay(asked, around)
}
