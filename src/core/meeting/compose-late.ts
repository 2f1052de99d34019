import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { whyByMail } from '../late.ts'
import type { Message } from '../message/message.ts'
import { composePrompt } from './compose-prompt.ts'
import type { Meeting } from './meeting.ts'
import { howToDialIn, rulePart, whatAndWhen } from './words.ts'

/** A call by mail: what, when and how to dial in; nothing once it is answered or over. */
export function composeByMail(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const { policy, directory } = composing
  const prompt = meeting.prompts.find(({ id }) => slot === `prompt:${id}`)
  if (prompt?.state !== 'open' || meeting.status === 'closed') return undefined
  return {
    title: composePrompt(meeting, prompt, composing).title,
    parts: [
      { kind: 'text', text: whatAndWhen(meeting, policy) },
      { kind: 'text', text: howToDialIn(meeting, directory) },
      whyByMail(meeting.late, slot),
      ...rulePart(meeting, policy),
    ],
  }
}
