import type { Context } from '../kind.ts'
import { allWhoActFor } from '../people/doer.ts'
import type { Prompt } from '../prompt.ts'
import type { Meeting } from './meeting.ts'

/** Everybody who may answer: a call is that person’s own, who chairs is said by all of the chair’s post too. */
export function answerersOf(
  { provider, chair }: Pick<Meeting, 'provider' | 'chair'>,
  { id, asked }: Prompt,
  { directory, now }: Pick<Context, 'directory' | 'now'>,
): readonly string[] {
  if (id !== 'chair' || !chair) return asked.slice(0, 1)
  return [...new Set([...asked, ...allWhoActFor(directory, provider, [chair.post], now)])]
}
