import { type Refused, refuse } from './decision.ts'
import type { Context } from './kind.ts'
import type { Actor, Doer } from './people/actor.ts'
import { doerOf } from './people/doer.ts'
import { nameOf } from './people/find.ts'
import type { RetentionRule } from './policy/retention.ts'
import { type RecordId, referenceOf } from './record-id.ts'
import type { Hold, Removal } from './retention.ts'
import { type Day, plusMonths, showDate } from './time/day.ts'
import type { Instant } from './time/instant.ts'
import { localDay, showLocal } from './time/local.ts'

/** How long a record is kept that is over, and the last day of it. */
export interface Kept {
  readonly rule: RetentionRule
  readonly until: Day
}

export function keptFrom(rule: RetentionRule, from: Instant, zone: string): Kept {
  return { rule, until: plusMonths(localDay(from, zone), rule.years * 12) }
}

/** What an administrator decides on how long a record is kept. */
export interface Keeping {
  readonly type: 'hold' | 'release' | 'remove'
  readonly by: Actor
  readonly because: string
}

/** A record that may be kept beyond its time: for an inquest, an inquiry, a claim. */
interface Keepable {
  readonly id: RecordId
  readonly hold?: Hold
}

interface Because {
  readonly by: Doer
  readonly because: string
}

export function saysNoReason({ because }: Keeping): Refused | null {
  return because.trim() === '' ? refuse('missing', 'Say why: --because "…"') : null
}

/** Who holds or releases it, and why; refused where it is so already. */
export function holding(
  { id, hold }: Keepable,
  intent: Keeping & { readonly type: 'hold' | 'release' },
  context: Context,
): Because | Refused {
  if (intent.type === 'hold' && hold) return refuse('stale', `${referenceOf(id)} is held already.`)
  if (intent.type === 'release' && !hold) return refuse('stale', `${referenceOf(id)} is not held.`)
  return becauseOf(intent, context)
}

/** The decision by which a record goes, once nothing keeps it any more. */
export function removing(
  { id, hold }: Keepable,
  kept: Kept | null,
  intent: Keeping,
  context: Context,
): Omit<Removal, 'at'> | Refused {
  const { directory, policy, now } = context
  if (hold) {
    const who = hold.by.type === 'person' ? nameOf(directory, hold.by.person) : 'somebody'
    return refuse(
      'invalid',
      `${referenceOf(id)} is held since ${showLocal(hold.at, policy.zone)} by ${who}: ${hold.because} Release it first.`,
    )
  }
  if (!kept)
    return refuse(
      'unknown',
      'The rules say nothing of how long this is kept: add “retention” to your pack.',
    )
  const { rule, until } = kept
  if (localDay(now, policy.zone) <= until)
    return refuse(
      'tooEarly',
      `${referenceOf(id)} is kept until ${showDate(until)}: ${rule.label} (${rule.id}). Nothing was changed.`,
    )
  return { ...becauseOf(intent, context), rule: rule.id, keptUntil: until }
}

function becauseOf({ by, because }: Keeping, { directory }: Context): Because {
  return { by: doerOf(directory, by), because: because.trim() }
}
