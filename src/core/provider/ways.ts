import type { Policy } from '../policy/policy.ts'
import type { Provider } from './provider.ts'

/** The ways between levels that lead on from here, as a sentence. */
export function waysFrom({ level }: Provider, policy: Policy): string {
  const ways = policy.transitions.filter(
    ({ from, to }) => to !== level && (from.length === 0 || from.includes(level)),
  )
  return `From here: ${ways.map(({ id, label }) => `${id} (${label})`).join('; ')}.`
}
