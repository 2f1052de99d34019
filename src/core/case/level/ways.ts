import type { Policy, Transition } from '../../policy/policy.ts'
import type { Prompt } from '../../prompt.ts'
import { labelOf } from '../../provider/change-level.ts'
import type { Case } from '../case.ts'
import type { Found, LevelNow } from './now.ts'

type Rules = Pick<Policy, 'transitions' | 'prompting'>

/** Whether the usual way to enhanced leads on from there; so it is taken of a provider whose level is not known. */
export function isUsual(now: LevelNow | undefined, { transitions, prompting }: Rules): boolean {
  const usual = transitions.find(({ id }) => id === prompting.enhanced)
  if (!now || !usual) return true
  return usual.from.length === 0 || usual.from.includes(now.level)
}

/** The way that a further reason opens on that level. */
export function furtherWay({ level }: LevelNow, { transitions }: Rules): Transition | undefined {
  return transitions.find(
    ({ offered, from, to }) =>
      offered === 'onFurtherReason' && from.includes(level) && to !== level,
  )
}

/** What a decision finds and does, where the usual way to enhanced does not lead on from there. */
export function foundAt(
  { providerLevel: now }: Pick<Case, 'providerLevel'>,
  level: 'enhanced' | 'routine',
  policy: Rules,
): Found | undefined {
  if (!now || isUsual(now, policy)) return undefined
  const way = level === 'enhanced' ? furtherWay(now, policy)?.id : undefined
  return { level: now.level, way: way ?? null }
}

/** Whether it is asked what becomes of the level. */
export function asksForLevel({ prompts }: { readonly prompts: readonly Prompt[] }): boolean {
  return prompts.some(({ asks, state }) => asks === 'level' && state === 'open')
}

/** `Enhanced (G11)`: where a way leads. */
export function wayWords(id: string, policy: Policy): string {
  const way = policy.transitions.find((one) => one.id === id)
  return way ? `${labelOf(policy, way.to)} (${id})` : id
}
