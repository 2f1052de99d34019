import type { Slot } from '../effect.ts'
import type { Policy } from '../policy/policy.ts'
import { type Prompt, promptName } from '../prompt.ts'
import type { Standing } from '../standing.ts'
import { standingTellings } from '../telling/arrival.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { newestMessage } from './prompts.ts'
import { owed } from './rules.ts'
import { routesOf } from './safeguarding/route.ts'

/** What must stand in the thread of an open case: the case, its newest nudges, its open questions. */
export function standingCase(kase: Case, policy: Policy): readonly Standing[] {
  const told = standingTellings(routesOf(kase))
  if (kase.status === 'closed') return told
  const open = kase.prompts.filter(({ state }) => state === 'open')
  const slots: Slot[] = [
    'root',
    ...owed(kase).flatMap(newestNudge),
    ...open.flatMap((prompt) => asks(prompt, policy)),
  ]
  const own = kase.places.flatMap((place) => slots.map((slot) => ({ place, slot, urgent: true })))
  return [...own, ...told]
}

function newestNudge({ rule, nudges }: ClockRun): Slot[] {
  const nudge = nudges.at(-1)
  return nudge && !nudge.folded ? [`nudge:${rule}:${nudge.n}`] : []
}

function asks(prompt: Prompt, policy: Policy): Slot[] {
  const name = promptName(prompt)
  const n = newestMessage(prompt, { policy })
  const again = n > 1 && !prompt.folded.includes(n)
  return [`prompt:${name}`, ...(again ? [`nudge:prompt.${name}:${n}`] : [])]
}
