import { type Refused, refuse } from '../decision.ts'
import type { Policy } from '../policy/policy.ts'
import type { TriggerRule } from '../policy/trigger.ts'

export interface Ticked {
  readonly triggers: readonly { readonly id: string }[]
  /** A person says that it cannot wait. */
  readonly urgent: boolean
  /** The risk score, where one was given. */
  readonly score?: number | undefined
}

/** Advice with its reasons. A person decides. */
export interface Recommendation {
  readonly recommend: string
  readonly enhanced: boolean
  /** The urgent path is to be offered (G13). */
  readonly urgent: boolean
  readonly reasons: readonly string[]
  readonly disclaimer: string
}

export type Recommended = { readonly ok: true; readonly recommendation: Recommendation } | Refused

/**
 * The trigger checklist: enough triggers that count together, one that counts alone, or an urgent
 * one. A high risk score offers the urgent path and leaves the level to the triggers.
 */
export function recommend(
  { triggers, urgent, score }: Ticked,
  policy: Pick<Policy, 'triggers' | 'triggerTool'>,
): Recommended {
  const faults = triggers.flatMap(({ id }, place) => {
    if (!policy.triggers.some((rule) => rule.id === id)) return unknownTrigger(id, policy.triggers)
    const again = triggers.findIndex((one) => one.id === id) < place
    return again ? `${id} is there twice. Name each trigger once.` : []
  })
  if (faults[0] !== undefined) return refuse('invalid', faults[0])
  const ticked = policy.triggers.filter(({ id }) => triggers.some((one) => one.id === id))
  const tool = policy.triggerTool
  const byItself = urgent || has(ticked, 'alone') || has(ticked, 'urgent')
  const highScore = score !== undefined && score >= tool.urgentScore
  const enhanced = byItself || ticked.filter(isCounted).length >= tool.threshold
  return {
    ok: true,
    recommendation: {
      recommend: enhanced ? tool.recommends.yes : tool.recommends.no,
      enhanced,
      urgent: urgent || has(ticked, 'urgent') || highScore,
      reasons: [
        ...ruleReasons(ticked, byItself, tool.threshold),
        ...(urgent
          ? ['Something needs action today, which is enough by itself and opens the urgent path.']
          : []),
        ...(highScore ? [scoreReason(score, tool.urgentScore)] : []),
        ...informs(ticked.filter(({ counts }) => counts === 'informs')),
      ],
      disclaimer: tool.disclaimer,
    },
  }
}

function has(ticked: readonly TriggerRule[], counts: TriggerRule['counts']): boolean {
  return ticked.some((rule) => rule.counts === counts)
}

function isCounted({ counts }: TriggerRule): boolean {
  return counts === 'towards' || counts === 'alone'
}

function ruleReasons(
  ticked: readonly TriggerRule[],
  byItself: boolean,
  threshold: number,
): string[] {
  const single = ticked.flatMap(({ id, short, counts }) => {
    if (counts === 'alone') return `${id} is enough by itself: ${short}.`
    return counts === 'urgent'
      ? `${id} is enough by itself and opens the urgent path: ${short}.`
      : []
  })
  const counted = has(ticked, 'towards') || !byItself
  return counted ? [countReason(ticked.filter(isCounted), threshold), ...single] : single
}

function scoreReason(score: number, urgentScore: number): string {
  return `The risk score is ${score}; from ${urgentScore} on the urgent path is offered.`
}

function countReason(rules: readonly TriggerRule[], threshold: number): string {
  if (rules.length === 0) return `No trigger that counts is ticked; ${threshold} are needed.`
  const names = rules.map(({ id, short }) => `${id} (${short})`).join(', ')
  const counted = rules.length === 1 ? '1 trigger counts' : `${rules.length} triggers count`
  const verdict = rules.length >= threshold ? `${threshold} are enough` : `${threshold} are needed`
  return `${counted}: ${names}; ${verdict}.`
}

function informs(rules: readonly TriggerRule[]): string[] {
  if (rules.length === 0) return []
  const names = rules.map(({ id, short }) => `${id} (${short})`).join(', ')
  return [`For information, not counted: ${names}.`]
}

function unknownTrigger(id: string, known: readonly TriggerRule[]): string {
  return `There is no trigger "${id}". The triggers are ${known.map((rule) => rule.id).join(', ')}.`
}
