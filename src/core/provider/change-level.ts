import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Policy, Transition } from '../policy/policy.ts'
import { type RecordId, recordKind } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { opensInstead } from './compose-opens.ts'
import { cancelled } from './cycle/reminded.ts'
import { stepUps } from './cycle/step-up.ts'
import { blankCycle, counted, levelCycles } from './cycles.ts'
import type { ProviderEvent } from './event.ts'
import { caseInWords, shownBy, unshown } from './grounds.ts'
import { countsSince, decidingMeeting, recordedNeed } from './held.ts'
import type { ProviderIntentOf } from './intent.ts'
import { consideredBy } from './matter/considered.ts'
import { unmet } from './needs.ts'
import type { LevelDecision, Provider } from './provider.ts'
import { beganBefore, takenBackBy } from './taken-back/placement.ts'
import { toldOfTakingBack } from './taken-back/telling.ts'
import { toldOfLevel } from './telling.ts'
import { toldOfLeaving } from './told-leaving.ts'
import { waysFrom } from './ways.ts'

type ChangeLevel = ProviderIntentOf<'changeLevel'>

/** Moves the provider along one of the pack's ways between levels (facts 3.2). */
export function changeLevel(
  provider: Provider,
  intent: ChangeLevel,
  context: Allowed,
): Decision<ProviderEvent> {
  const { policy, policyHash, directory, acting, now } = context
  const way = policy.transitions.find(({ id }) => id === intent.transition)
  if (!way)
    return refuse(
      'unknown',
      `The rules know no way "${intent.transition}". ${waysFrom(provider, policy)}`,
    )
  if (way.opens) return refuse('invalid', opensInstead(provider, way, policy))
  const words = wordsOf(intent, way)
  if ('ok' in words) return words
  const shown = shownBy(provider, intent, policy)
  if ('ok' in shown) return shown
  const confirms = alreadyThere(provider, way, intent, policy)
  const { because, conflicts, chair } = intent
  const opened = confirms ? undefined : openedBy(provider, way, because, policy)
  const refused = confirms
    ? undefined
    : (unfit(provider, way, policy) ??
      unmet(provider, way, intent, context) ??
      unshown(provider, way, { ...shown, because }, policy))
  if (refused) return refused
  const [from, to] = [provider.level, confirms ? provider.level : way.to]
  const by = doerOf(directory, intent.by, acting)
  const entry = confirms ? undefined : takenBackBy(provider, way)
  return accept<ProviderEvent>(
    {
      type: 'levelDecided',
      at: now,
      by,
      from,
      to,
      transition: way.id,
      reason: words.reason,
      ...shown,
      because,
      ...(opened === undefined ? {} : { opened }),
      ...(chair === undefined ? {} : { chair }),
      ...(conflicts === undefined ? {} : { conflicts }),
      ...(from === to ? {} : waitingOn(to, policy)),
      ...(entry && { takesBack: entry.n }),
      policyHash,
    },
    ...cycleEvents(provider, from, to, startOf(provider, way, intent, context), context),
    ...consideredBy(provider, way.id, context),
    ...toldOfLevel(provider, from, to, by, context),
    ...(entry ? toldOfTakingBack(provider, entry, { by, reason: words.reason }, context) : []),
    ...(confirms ? [] : toldOfLeaving(provider, way, by, context)),
    ...stepUps(provider, from, to, context),
  )
}

/** Why, and on what evidence. What a case or a meeting leads to stands on its record, whatever these words say. */
function wordsOf(
  { reason, evidence, because, conflicts }: ChangeLevel,
  way: Transition,
): Pick<LevelDecision, 'reason'> | Refused {
  const why = reason.trim()
  const shown = evidence?.trim() ?? ''
  const isSaid = (words: string) => (because === null ? /[\p{L}\p{N}]/u.test(words) : words !== '')
  if (!isSaid(why))
    return refuse(
      'missing',
      'Give the reason for the level in words: it is kept with the decision.',
      { reason: 'Give the reason in words.' },
    )
  if (because === null && (evidence ?? '') !== '' && !isSaid(shown)) {
    const isNeeded = way.evidence?.asked === 'always'
    const otherwise = isNeeded ? '' : ', or leave the evidence out'
    return refuse(
      'missing',
      `That evidence says nothing; nothing was changed. Name the record, report, figure or visit that shows it${otherwise}.`,
      { evidence: `Name the record, report, figure or visit${otherwise}.` },
    )
  }
  const written = { reason: why, evidence: shown, conflicts: conflicts ?? '' }
  return (because === null ? caseInWords(written) : undefined) ?? { reason: why }
}

/** A case or a meeting that leads to enhanced finds the provider there already: it is kept as a further reason. */
function alreadyThere(
  { level }: Provider,
  { from, to }: Transition,
  { because }: ChangeLevel,
  policy: Policy,
): boolean {
  if (because === null) return false
  if (to === level) return true
  const fits = from.length === 0 || from.includes(level)
  return !fits && isEnhanced(policy, level) && isEnhanced(policy, to)
}

function unfit(
  provider: Provider,
  { id, from, to }: Transition,
  policy: Policy,
): Refused | undefined {
  const here = labelOf(policy, provider.level)
  if (to === provider.level)
    return refuse(
      'invalid',
      `${provider.name} is on “${here}” already. ${waysFrom(provider, policy)}`,
    )
  if (from.length === 0 || from.includes(provider.level)) return undefined
  const starts = from.map((level) => `“${labelOf(policy, level)}”`).join(' or ')
  return refuse(
    'invalid',
    `${provider.name} is on “${here}”; ${id} leads on from ${starts} only. ${waysFrom(provider, policy)}`,
  )
}

/** The meeting on which a decision rests: the one that asks for it, or the latest that counts. */
function openedBy(
  provider: Provider,
  way: Transition,
  because: RecordId | null,
  policy: Policy,
): LevelDecision['opened'] {
  const need = recordedNeed(way)
  const asks = because !== null && recordKind(because) === 'meeting' ? because : undefined
  const meeting = asks ?? decidingMeeting(provider, way, policy)?.meeting
  return need && meeting ? { meeting, since: countsSince(provider, need, policy) } : undefined
}

/**
 * What begins with a level that a meeting decided on is counted from when that was held, whoever records
 * the decision, and when; what goes on since a level was taken back, from when it began.
 */
function startOf(
  provider: Provider,
  way: Transition,
  { decidedAt }: Pick<ChangeLevel, 'decidedAt'>,
  { policy, now }: Context,
): Instant {
  const entry = takenBackBy(provider, way)
  const before = entry ? beganBefore(provider, entry) : null
  return decidedAt ?? before ?? decidingMeeting(provider, way, policy)?.at ?? now
}

/** The cycle that must be over before a way leads on from a level. */
function waitingOn(level: string, { transitions }: Policy): Pick<LevelDecision, 'waits'> {
  const needs = transitions
    .filter(({ from }) => from.includes(level))
    .flatMap(({ needs: all = [] }) => all)
  const over = needs.find((one) => one.need === 'over')
  return over ? { waits: over.cycle } : {}
}

function cycleEvents(
  provider: Provider,
  from: string,
  to: string,
  startAt: Instant,
  context: Context,
): ProviderEvent[] {
  const { policy, now } = context
  const { entered, left } = levelCycles(policy.cycles, from, to)
  return [
    ...entered.map((rule): ProviderEvent => {
      const blank = blankCycle(provider, rule, rule.every, startAt, context)
      const cycle = counted(blank, startAt, now, policy)
      return { type: 'cycleSet', at: now, cycle }
    }),
    ...left
      .filter(({ id }) => provider.cycles.some(({ rule }) => rule === id))
      .map(({ id }) => cancelled(provider, id, now)),
  ]
}

export function labelOf(policy: Policy, level: string): string {
  return policy.levels.find(({ id }) => id === level)?.label ?? level
}

export function isEnhanced(policy: Policy, level: string): boolean {
  return policy.levels.find(({ id }) => id === level)?.enhanced ?? false
}
