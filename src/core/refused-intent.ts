import type { Refusal } from './decision.ts'
import type { Intent } from './intent.ts'

/** What was asked and refused, as whoever asked hears of it: of a call also which meeting it was of. */
export function refusedIntent(asked: Intent): { readonly asked: string; readonly rule?: string } {
  return { asked: asked.type, ...(asked.type === 'call' && { rule: asked.rule }) }
}

interface Refused {
  readonly asked: string
  readonly rule?: string
  readonly refusal: Refusal
}

/** The same, without a key for what is not said. */
export function refusedOf({ asked, rule, refusal }: Refused): Refused {
  return { asked, ...(rule !== undefined && { rule }), refusal }
}
