import { CONFIDENTIAL_REASON } from '../case/compose-confidential.ts'
import { doerText, ended, shown } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import type { Part, Text } from '../message/message.ts'
import type { Policy } from '../policy/policy.ts'
import type { Instant } from '../time/instant.ts'
import { isEnhanced, labelOf } from './change-level.ts'
import { meetingThatDecided, wayText } from './compose-notice.ts'
import { isWithheld } from './forgotten.ts'
import type { LevelDecision, Provider } from './provider.ts'
import { placementOf } from './taken-back/placement.ts'

const SHOWN = 3
const REASON_LENGTH = 200

/** The last decisions on the level, the newest first; all of them stand in the thread. */
export function historyPart(provider: Provider, composing: Composing): Part[] {
  const { decisions } = provider
  if (decisions.length === 0) return []
  const items = decisions
    .slice(-SHOWN)
    .map((decision) => decisionLine(provider, decision, composing))
  return [
    { kind: 'text', text: 'Latest decisions on the level:' },
    { kind: 'list', items: items.toReversed() },
  ]
}

function decisionLine(provider: Provider, decision: LevelDecision, composing: Composing): Text {
  const { policy } = composing
  const { at, by, from, to } = decision
  const meeting = meetingThatDecided(provider, decision, composing)
  const reason = isWithheld(provider, decision)
    ? CONFIDENTIAL_REASON
    : `Reason: ${ended(shortened(decision.reason))}`
  const way = policy.transitions.find(({ id }) => id === decision.transition)
  const what =
    from === to
      ? `stays on ${labelOf(policy, to)}`
      : `${labelOf(policy, from)} → ${labelOf(policy, to)}`
  return [
    `${shown(at, composing)}: ${what}. `,
    ...(way ? [`By ${wayText(way)}. `] : []),
    'Decided by ',
    ...(meeting === null ? doerText(by, composing) : [meeting].flat()),
    ...(meeting === null ? [] : [', recorded by ', ...doerText(by, composing)]),
    `. ${reason}`,
  ]
}

function shortened(reason: string): string {
  return reason.length > REASON_LENGTH ? `${reason.slice(0, REASON_LENGTH - 1)}…` : reason
}

/** Whether it is on record since when it is on its level: not where it is back on one that it was always on. */
export function isStartKnown({ decisions }: Pick<Provider, 'decisions'>): boolean {
  return placementOf({ decisions }) !== undefined || decisions.every(({ from, to }) => from === to)
}

/** When the level began: for an enhanced one, when the provider came to enhanced from outside. */
export function levelStart({ level, levelSince, decisions }: Provider, policy: Policy): Instant {
  if (!isEnhanced(policy, level)) return levelSince
  const entry = decisions.findLast(
    ({ from, to }) => isEnhanced(policy, to) && !isEnhanced(policy, from),
  )
  return entry?.at ?? levelSince
}
