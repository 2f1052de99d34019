import { z } from 'zod'
import type { Slot } from '../../effect.ts'
import type { Prompt } from '../../prompt.ts'
import type { Instant } from '../../time/instant.ts'
import { Reminded } from '../action/action.ts'
import type { Meeting } from '../meeting.ts'

/** A reminder of a call, or of the question who chairs: each is a message of its own. */
export const CallNudge = z.object({
  prompt: z.string(),
  ...Reminded.shape,
  /** It tells something, whether or not an answer is awaited. */
  isNews: z.exactOptional(z.literal(true)),
})
export type CallNudge = z.infer<typeof CallNudge>

/** `to` is empty where nobody is left to remind. */
export type NudgeEvent = {
  type: 'callReminded'
  nudge: CallNudge
  /** When it is reminded of again. */
  nudgeAt: Instant | null
}

export function callNudgeSlot({ prompt, n }: Pick<CallNudge, 'prompt' | 'n'>): Slot {
  return `nudge:${prompt}:${n}`
}

/** The reminders of one question, the oldest first. */
export function nudgesFor({ nudges = [] }: Pick<Meeting, 'nudges'>, prompt: string) {
  return nudges.filter((one) => one.prompt === prompt)
}

/** Of which question a message reminds, and whether a newer one does. */
export function nudgedIn(
  meeting: Meeting,
  slot: string,
): { readonly nudge: CallNudge; readonly prompt: Prompt; readonly isNewest: boolean } | undefined {
  const nudge = meeting.nudges?.find((one) => callNudgeSlot(one) === slot)
  const prompt = meeting.prompts.find(({ id }) => id === nudge?.prompt)
  if (!nudge || !prompt) return undefined
  return { nudge, prompt, isNewest: nudgesFor(meeting, prompt.id).at(-1)?.n === nudge.n }
}

export function evolveNudge(meeting: Meeting, { nudge, nudgeAt }: NudgeEvent): Meeting {
  const prompts = meeting.prompts.map((one) =>
    one.id === nudge.prompt ? { ...one, nudgeAt } : one,
  )
  if (nudge.to.length === 0) return { ...meeting, prompts }
  return { ...meeting, prompts, nudges: [...(meeting.nudges ?? []), nudge] }
}
