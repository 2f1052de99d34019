import type { Context } from '../../kind.ts'
import type { RecordId } from '../../record-id.ts'
import type { Instant } from '../../time/instant.ts'
import { recounted } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import type { Cycle, Notice, Provider, Said } from '../provider.ts'
import { asking } from './asking.ts'
import { isAsked } from './question.ts'
import { isThrough } from './through.ts'

type Missed = Extract<Said, { say: 'roundMissed' }>
type Held = Extract<Said, { say: 'roundHeld' | 'cycleDone' }>

interface Corrected {
  readonly meeting: RecordId
  readonly heldAt: Instant
  readonly was: Instant
}

/**
 * The rounds that a meeting took back as held in time, and that were not by its corrected time: they are on record
 * as missed again, with the reason of before until whoever owes it says why anew.
 */
export function missedAgain(
  provider: Provider,
  { meeting, heldAt, was }: Corrected,
  context: Context,
): Extract<ProviderEvent, { type: 'cycleSet' | 'roundMissed' | 'questionAsked' }>[] {
  const { policy, now: at } = context
  const { cycles, notices } = provider
  return cycles.flatMap((cycle): ReturnType<typeof missedAgain> => {
    const own = ofRun(notices, cycle)
    const said = own.findLast((one): one is Missed => isTakenBackBy(one, own, meeting, was))
    if (!said || heldAt <= said.wasDueAt) return []
    const before = { ...cycle, missed: (cycle.missed ?? 0) + 1 }
    const isLast = cycle.lastDoneAt === was && isThrough(cycle.through, meeting)
    const next = isLast
      ? recounted(withoutIt(before, own, said.wasDueAt, meeting), at, policy)
      : before
    const { by, wasDueAt, reason } = said
    const told = { cycle: cycle.rule, by, wasDueAt, reason, missed: before.missed, heldAt }
    const rule = policy.cycles.find(({ id }) => id === cycle.rule)
    const about = {
      ask: 'missedAgain',
      of: cycle.rule,
      wasDueAt,
      heldAt,
      reason,
      saidBy: by,
    } as const
    return [
      { type: 'cycleSet', at, cycle: next },
      { type: 'roundMissed', at, ...told, words: next.words },
      ...(rule?.missed === 'documented' ? [asking(provider, about, rule.owes, context)] : []),
    ]
  })
}

/** Why a round was late is asked anew where the time that it is asked by is corrected itself, and is late still. */
export function askedOtherwise(
  provider: Provider,
  { meeting, heldAt, was }: Corrected,
  context: Context,
): Extract<ProviderEvent, { type: 'questionAsked' }>[] {
  const { notices, questions = [] } = provider
  return questions.filter(isAsked).flatMap(({ about }): ReturnType<typeof askedOtherwise> => {
    if (about.ask !== 'missedAgain' || about.heldAt !== was || heldAt <= about.wasDueAt) return []
    const rule = context.policy.cycles.find(({ id }) => id === about.of)
    const took = ofRun(notices, { rule: about.of }).findLast(
      (one) => isHeldWord(one) && one.wasDueAt === about.wasDueAt,
    )
    if (!rule || !took || !('through' in took) || !isThrough(took.through, meeting)) return []
    return [asking(provider, { ...about, heldAt }, rule.owes, context)]
  })
}

/** What was said last of a round that is, or was, on record as missed. */
export function lastWordOn(
  said: readonly Said[],
  { cycle, wasDueAt }: Pick<Missed, 'cycle' | 'wasDueAt'>,
): Missed | Held | undefined {
  return said.findLast(
    (one): one is Missed | Held =>
      (one.say === 'roundMissed' || isHeldWord(one)) &&
      one.cycle === cycle &&
      one.wasDueAt === wasDueAt,
  )
}

function isHeldWord(one: Said): one is Held {
  return one.say === 'roundHeld' || (one.say === 'cycleDone' && one.was !== undefined)
}

function isTakenBackBy(one: Said, own: readonly Said[], meeting: RecordId, was: Instant): boolean {
  if (one.say !== 'roundMissed') return false
  const last = lastWordOn(own, one)
  if (!last || last.say === 'roundMissed') return false
  return last.doneAt === was && isThrough(last.through, meeting)
}

/** The round that is open follows the day of the one that was missed, as before. */
export function withoutIt(
  { through, lastDoneAt, roundFrom, ...rest }: Cycle,
  own: readonly Said[],
  wasDueAt: Instant,
  meeting: RecordId,
): Cycle {
  const done = own.findLast(
    (one): one is Held =>
      (one.say === 'cycleDone' || one.say === 'roundHeld') && !isThrough(one.through, meeting),
  )
  return {
    ...rest,
    lastDoneAt: done?.doneAt ?? null,
    roundFrom: roundFrom ?? wasDueAt,
    ...(done?.through && { through: done.through }),
  }
}

/** What was said of the duty since it was begun last. */
export function ofRun(notices: readonly Notice[], { rule }: Pick<Cycle, 'rule'>): Said[] {
  const own = notices.flatMap(({ said }) => ('cycle' in said && said.cycle === rule ? [said] : []))
  return own.slice(own.findLastIndex(({ say }) => say === 'dutyBegun') + 1)
}
