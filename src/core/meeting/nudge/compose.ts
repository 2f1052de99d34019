import type { Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import { isToldInstead, whyByMail } from '../../late.ts'
import type { Message } from '../../message/message.ts'
import { composePrompt } from '../compose-prompt.ts'
import { composeLetter } from '../invitation/compose.ts'
import { isLetters } from '../invitation/letters.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle } from '../words.ts'
import { type CallNudge, nudgedIn } from './nudge.ts'

/** The question again, as it stands now; an older reminder points to the newest. */
export function composeCallNudge(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const found = nudgedIn(meeting, slot)
  if (!found) return undefined
  const { nudge, prompt, isNewest } = found
  const title = `${meetingTitle(meeting)}: ${nudge.why}`
  if (!isNewest)
    return { title, parts: [{ kind: 'text', text: 'The newest reminder says what is wanted.' }] }
  const { viewer } = composing
  if (viewer.type === 'place' && isLetters(meeting, viewer.place)) {
    const letter = composeLetter(meeting, `prompt:${prompt.id}`, viewer.place, composing)
    return letter && { ...withoutEntry(letter, nudge), title }
  }
  const { parts } = composePrompt(meeting, prompt, composing)
  if (!isToldInstead(meeting.late, viewer, slot)) return { title, parts }
  const shown = parts.filter(({ kind }) => kind !== 'buttons')
  return { title, parts: [...shown, whyByMail(meeting.late, slot)] }
}

/** Only the call itself changes a calendar, and only it is sent again. */
function withoutEntry({ byMail, ...letter }: Message, nudge: CallNudge): Message {
  if (!byMail) return letter
  const { isNews, ...rest } = byMail
  const news = nudge.isNews ? { isNews: nudge.isNews } : {}
  return { ...letter, byMail: { ...rest, ...news, entry: null } }
}
