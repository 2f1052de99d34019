import { accept, type Decision } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Offer } from '../../prompt.ts'
import type { Case } from '../case.ts'
import type { CaseEvent } from '../event.ts'
import type { CaseIntentOf } from '../intent.ts'
import { newsOf } from '../news.ts'
import type { LevelNow } from './now.ts'
import { LEVEL_OFFERS, offersAt } from './offers.ts'
import { asksForLevel } from './ways.ts'

export interface ProviderLevelNoted {
  readonly type: 'providerLevelNoted'
  readonly now: LevelNow
  /** What is offered from then on with the question for the level. */
  readonly offers: Offer[]
}

/** From its provider: where that stands now. What was decided there on this case is not asked here any more. */
export function noteProviderLevel(
  kase: Case,
  { level, since, until, decided }: CaseIntentOf<'noteProviderLevel'>,
  context: Context,
): Decision<CaseEvent> {
  if (kase.confidential || kase.removed || kase.status === 'closed') return accept()
  const now = { level, since, ...(until !== undefined && { until }) }
  const { now: at, policy } = context
  const noted = {
    type: 'providerLevelNoted',
    at,
    now,
    offers: offersAt(now, kase, policy),
  } as const
  const before = kase.providerLevel
  const isKnown = before?.level === level && before.since === since && before.until === until
  return accept(
    ...(isKnown ? [] : [noted]),
    ...(decided && asksForLevel(kase) ? decidedThere(kase, decided, context) : []),
  )
}

function decidedThere(
  kase: Case,
  { by, found, reason }: NonNullable<CaseIntentOf<'noteProviderLevel'>['decided']>,
  context: Context,
): CaseEvent[] {
  const at = context.now
  const asRecommended = kase.triage?.enhanced === true
  const choice = { at, by, level: 'enhanced', asRecommended, reason, found } as const
  return [
    { type: 'promptAnswered', at, prompt: 'level', by, answer: 'decided with the provider' },
    { type: 'levelChosen', at, choice, transition: null },
    ...newsOf(kase, 'enhanced', context),
  ]
}

/** Applies one fact. */
export function withProviderLevel(kase: Case, { now, offers }: ProviderLevelNoted): Case {
  return { ...kase, providerLevel: now, prompts: offering(kase, offers) }
}

/** Of a confidential case the provider says no more where it stands. */
export function withoutProviderLevel(kase: Case): Case {
  const { providerLevel, ...rest } = kase
  return providerLevel ? { ...rest, prompts: offering(kase, [...LEVEL_OFFERS]) } : kase
}

function offering({ prompts }: Case, offers: Offer[]): Case['prompts'] {
  return prompts.map((one) =>
    one.asks === 'level' && one.state === 'open' ? { ...one, offers } : one,
  )
}
