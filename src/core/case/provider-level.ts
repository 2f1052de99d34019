import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import type { NewsStep } from '../policy/news.ts'
import type { Prompt } from '../prompt.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import { triagePost } from './host/host.ts'
import type { CaseIntentOf } from './intent.ts'
import { newsOf } from './news.ts'
import { openPrompt } from './prompts.ts'

const ID = 'providerLevel'

/**
 * What follows from a level that was chosen on a case. Of a confidential one nothing reaches the
 * provider by itself, so whoever triages is asked to decide there; until then nobody is told that it was.
 */
export function askingForLevel(
  kase: Case,
  level: 'enhanced' | 'routine',
  context: Context,
  news: NewsStep = level,
): CaseEvent[] {
  const isKept = kase.confidential !== undefined && kase.provider.slug !== null
  if (level === 'enhanced' && isKept) {
    const asking = { asks: ID, post: triagePost(kase, context), urgent: false } as const
    return openPrompt(kase, asking, context)
  }
  const isAsked = kase.prompts.some(({ id, state }) => id === ID && state === 'open')
  const withdrawn = { type: 'promptWithdrawn', at: context.now, prompt: ID } as const
  return [...(isAsked ? [withdrawn] : []), ...newsOf(kase, news, context)]
}

/**
 * It was decided with the provider, or is left as it is for a reason that stays on the case. Of that
 * whoever raised it has no news: which level the provider has is not known here.
 */
export function settleLevel(
  kase: Case,
  prompt: Prompt,
  intent: CaseIntentOf<'answer'>,
  context: Context,
): Decision<CaseEvent> {
  const by = doerOf(context.directory, intent.by, prompt.post ?? undefined)
  const answered = (answer: string) =>
    ({ type: 'promptAnswered', at: context.now, prompt: prompt.id, by, answer }) as const
  if (intent.answer === 'done' || intent.answer === 'yes')
    return accept(answered('decided with the provider'), ...newsOf(kase, 'enhanced', context))
  if (intent.answer !== 'no')
    return refuse('missing', 'Answer “done” once it is decided there, or “no because …”.')
  const reason = intent.reason?.trim() ?? ''
  if (reason === '')
    return refuse('missing', 'Say why its level stays: “no because …”.', {
      reason: 'Give the reason.',
    })
  return accept(answered(`left as it is: ${reason}`))
}
