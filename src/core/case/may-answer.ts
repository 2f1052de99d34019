import type { Context } from '../kind.ts'
import { allWhoActFor } from '../people/doer.ts'
import type { Post } from '../policy/post.ts'
import type { Prompt } from '../prompt.ts'
import type { Case } from './case.ts'
import { answerable, clockRule, providerOf } from './rules.ts'

/** The post that was asked; for a question about a clock, everybody who may answer for that clock. */
export function postsAsked(
  { post, about }: Prompt,
  { policy }: Pick<Context, 'policy'>,
): readonly Post[] {
  if (about !== null) return answerable(clockRule(policy, about))
  return post ? [post] : []
}

/** Everybody who may answer a question: whoever was asked, and whoever may act for the posts. */
export function answerersOf(
  kase: Case,
  prompt: Prompt,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): readonly string[] {
  const posts = postsAsked(prompt, context)
  const acting = allWhoActFor(context.directory, providerOf(kase), posts, context.now)
  return [...new Set([...prompt.asked, ...acting])]
}
