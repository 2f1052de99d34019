import { rate } from '../assess/instrument.ts'
import { recommend } from '../assess/trigger-tool.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import { evolveCase } from './evolve.ts'
import { triagePost } from './host/host.ts'
import type { CaseIntentOf } from './intent.ts'
import { foundAt } from './level/ways.ts'
import { newsOf } from './news.ts'
import { openPrompt } from './prompts.ts'
import { askingForLevel } from './provider-level.ts'
import { beginRoute } from './safeguarding/route.ts'

/** The quality lead's triage: the tool recommends and says why; a person decides afterwards. */
export function triage(
  kase: Case,
  intent: CaseIntentOf<'triage'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { policy, directory, now } = context
  const post = triagePost(kase, context)
  const { consequence, likelihood } = intent
  const matrix = policy.instruments.find(({ id }) => id === policy.riskMatrix)
  if (!matrix) throw new Error(`Pack ${policy.id} has no risk matrix ${policy.riskMatrix}`)
  const rated = rate(matrix, { consequence, likelihood })
  if (!rated.ok) return rated
  const advice = recommend(
    { triggers: intent.triggers, urgent: intent.urgent, score: rated.rating.total },
    policy,
  )
  if (!advice.ok) return advice

  const by = doerOf(directory, intent.by, context.acting)
  const { recommendation } = advice
  const triaged: CaseEvent = {
    type: 'triaged',
    at: now,
    triage: {
      at: now,
      by,
      triggers: intent.triggers,
      consequence,
      likelihood,
      score: rated.rating.total,
      band: rated.rating.bandLabel,
      urgent: recommendation.urgent,
      safeguardingRoute: intent.safeguardingRoute,
      recommend: recommendation.recommend,
      enhanced: recommendation.enhanced,
      reasons: [...recommendation.reasons],
      disclaimer: recommendation.disclaimer,
    },
  }
  const answered: CaseEvent = {
    type: 'promptAnswered',
    at: now,
    prompt: 'triage',
    by,
    answer: 'triaged',
  }
  const next = [answered, triaged].reduce<Case>(evolveCase, kase)
  return accept(
    ...(isOpen(kase, 'triage') ? [answered] : []),
    triaged,
    ...(kase.triage ? [] : newsOf(kase, 'triaged', context)),
    ...(intent.safeguardingRoute ? beginRoute(kase, context) : []),
    ...openPrompt(withoutAnswered(next, 'level'), { asks: 'level', post, urgent: false }, context),
    ...(recommendation.urgent
      ? openPrompt(next, { asks: 'urgent', post, urgent: true }, context)
      : []),
  )
}

function isOpen(kase: Case, id: string): boolean {
  return kase.prompts.some((prompt) => prompt.id === id && prompt.state === 'open')
}

/** A new triage asks for the level again, even when the old question is still open. */
function withoutAnswered(kase: Case, id: string): Case {
  const prompts = kase.prompts.map((prompt) =>
    prompt.id === id ? { ...prompt, state: 'withdrawn' as const } : prompt,
  )
  return { ...kase, prompts }
}

/** Accepts what the tool recommended, or chooses otherwise with a reason. */
export function chooseLevel(
  kase: Case,
  intent: CaseIntentOf<'answer'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { triage: advice } = kase
  if (!advice) return refuse('missing', 'Triage the case first: press Triage in the thread.')
  const recommended = advice.enhanced ? 'enhanced' : 'routine'
  const level = levelOf(intent.answer, recommended)
  if (!level)
    return refuse('unknown', 'Answer “accept”, or choose “routine” or “enhanced” with a reason.')
  const asRecommended = level === recommended
  const reason = intent.reason?.trim() ?? ''
  if (!asRecommended && reason === '')
    return refuse(
      'missing',
      `The tool recommends “${advice.recommend}”. To choose otherwise, give a reason.`,
      {
        reason: 'Give the reason: it is kept with the decision.',
      },
    )
  const by = doerOf(context.directory, intent.by, context.acting)
  const at = context.now
  const found = foundAt(kase, level, context.policy)
  return accept(
    { type: 'promptAnswered', at, prompt: intent.prompt, by, answer: level },
    {
      type: 'levelChosen',
      at,
      choice: {
        ...{ at, by, level, asRecommended, reason: reason === '' ? null : reason },
        ...(found && { found }),
      },
      transition: level === 'enhanced' ? (found?.way ?? context.policy.prompting.enhanced) : null,
    },
    ...askingForLevel(kase, level, context, found && found.way === null ? 'levelStays' : level),
  )
}

function levelOf(
  answer: string,
  recommended: 'enhanced' | 'routine',
): 'enhanced' | 'routine' | null {
  if (answer === 'accept' || answer === 'yes') return recommended
  return answer === 'enhanced' || answer === 'routine' ? answer : null
}
