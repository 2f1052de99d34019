import type { Context } from '../../kind.ts'
import type { Answers } from '../../message/form.ts'
import type { Doer } from '../../people/actor.ts'
import type { CycleRule, MetBy } from '../../policy/instrument.ts'
import type { Policy } from '../../policy/policy.ts'
import type { RecordId } from '../../record-id.ts'
import type { Instant } from '../../time/instant.ts'
import { localDay } from '../../time/local.ts'
import { counted, ownerOf, recounted } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import type { Filed, Matter } from '../matter/matter.ts'
import type { Cycle, Provider } from '../provider.ts'
import { isToExplain, runningCycle } from './duty.ts'
import { missedBefore, missedRoundAt, takenBack } from './missed.ts'
import { ofRun, withoutIt } from './missed-again.ts'
import { isThrough, type Through } from './through.ts'

interface Held {
  readonly through: Through
  readonly by: Doer
  readonly doneAt: Instant
}

/** The rounds that a meeting about the provider itself is; of a case, which may become confidential, none is. */
export function settledByMeeting(
  provider: Provider,
  meeting: string,
  held: Held,
  context: Context,
): ProviderEvent[] {
  return duties(provider, context.policy, (one) => 'meeting' in one && one.meeting === meeting)
    .filter(({ rule, cycle }) => !isToExplain(rule, cycle, held.doneAt))
    .flatMap(({ rule, cycle }) => settled(provider, rule, cycle, held, context))
}

/** Of rounds that were done since: what was on record as missed, and was held by the corrected time. */
export function takenBackByMeeting(
  provider: Provider,
  meeting: string,
  held: Held,
  context: Context,
): ProviderEvent[] {
  const { policy } = context
  const isOne = (one: MetBy) => 'meeting' in one && one.meeting === meeting
  return duties(provider, policy, isOne).flatMap(({ cycle }) => {
    const missed = missedRoundAt(provider, cycle, held.doneAt, policy.zone)
    return missed ? takenBack(cycle, missed, held, context) : []
  })
}

/** The rounds that a meeting settled by the time recorded first; the next ones are counted from the corrected one. */
export function settledOtherwise(
  { cycles, notices }: Pick<Provider, 'cycles' | 'notices'>,
  held: Held & { readonly through: { readonly meeting: RecordId } },
  was: Instant,
  context: Context,
): ProviderEvent[] {
  const { policy, now: at } = context
  const { through, by, doneAt } = held
  return cycles.flatMap((cycle): ProviderEvent[] => {
    if (!isThrough(cycle.through, through.meeting) || cycle.lastDoneAt !== was) return []
    const earlier = ofRoundBefore({ notices }, cycle, held, was, context)
    if (earlier.length > 0) return earlier
    const told = notices.findLast(
      ({ said }) =>
        (said.say === 'cycleDone' || said.say === 'roundHeld') &&
        said.cycle === cycle.rule &&
        isThrough(said.through, through.meeting),
    )?.said
    const wasDueAt = told && 'wasDueAt' in told ? told.wasDueAt : null
    const late = wasDueAt !== null && doneAt > wasDueAt
    const next = recounted({ ...cycle, lastDoneAt: doneAt }, at, policy)
    const done = { cycle: cycle.rule, by, doneAt, summary: '', wasDueAt, late, through, was }
    return [
      { type: 'cycleSet', at, cycle: next },
      { type: 'cycleDone', at, ...done },
    ]
  })
}

/** By the corrected time it was the round before, which is on record as missed: that is taken back, and the one that it settled is open. */
function ofRoundBefore(
  provider: Pick<Provider, 'notices'>,
  cycle: Cycle,
  held: Held & { readonly through: { readonly meeting: RecordId } },
  was: Instant,
  context: Context,
): ProviderEvent[] {
  const { policy, now } = context
  const missed = missedRoundAt(provider, cycle, held.doneAt, policy.zone)
  const last = missedBefore(provider, cycle, was)
  if (!missed || last === undefined || cycle.roundFrom !== undefined) return []
  const said = ofRun(provider.notices, cycle)
  const open = recounted(withoutIt(cycle, said, last, held.through.meeting), now, policy)
  return takenBack(open, missed, held, context)
}

/** The rounds that are done with what was put on file; nothing tells of what is kept back. */
export function settledByFiling(
  provider: Provider,
  matter: Pick<Matter, 'n' | 'rule' | 'filed' | 'keptBack'>,
  context: Context,
): ProviderEvent[] {
  const last = matter.filed.at(-1)
  if (!last || matter.keptBack) return []
  const answers = Object.assign({}, ...matter.filed.map((one) => one.answers))
  return duties(provider, context.policy, (one) => isFiled(one, matter, last, answers)).flatMap(
    ({ rule, cycle, met }) => {
      const doneAt = dayIn(met, last) ?? context.now
      const held = { through: { matter: matter.n }, by: last.by, doneAt }
      return isToExplain(rule, cycle, doneAt) ? [] : settled(provider, rule, cycle, held, context)
    },
  )
}

/** Held after its time, which must be documented: only a person can say why. */
export function unsettledBy(
  { cycles }: Pick<Provider, 'cycles'>,
  meeting: string,
  heldAt: Instant,
  policy: Pick<Policy, 'cycles'>,
): Pick<Duty, 'rule' | 'cycle'>[] {
  return duties({ cycles }, policy, (one) => 'meeting' in one && one.meeting === meeting).filter(
    ({ rule, cycle }) => isToExplain(rule, cycle, heldAt),
  )
}

interface Duty {
  readonly rule: CycleRule
  readonly cycle: Cycle
  readonly met: MetBy
}

function duties(
  provider: Pick<Provider, 'cycles'>,
  { cycles }: Pick<Policy, 'cycles'>,
  isMet: (met: MetBy) => boolean,
): Duty[] {
  return cycles.flatMap((rule) => {
    const met = rule.metBy?.find(isMet)
    const cycle = runningCycle(provider, rule.id)
    return met && cycle ? [{ rule, cycle, met }] : []
  })
}

function isFiled(
  met: MetBy,
  { rule }: Pick<Matter, 'rule'>,
  { step }: Filed,
  answers: Answers,
): boolean {
  if (!('filed' in met) || met.filed !== rule || !met.steps.includes(step)) return false
  const { when } = met
  return !when || [answers[when.field] ?? []].flat().some((one) => when.is.includes(one))
}

function dayIn(met: MetBy, { answers }: Filed): Instant | undefined {
  const day = 'filed' in met && met.on !== undefined ? answers[met.on] : undefined
  return typeof day === 'string' && day !== '' ? day : undefined
}

/** A day on which it was done already has no second round; nor has one before the round began. */
function settled(
  provider: Provider,
  rule: CycleRule,
  cycle: Cycle,
  { through, by, doneAt }: Held,
  context: Context,
): ProviderEvent[] {
  const { policy, now: at } = context
  const { lastDoneAt, startAt, dueAt: wasDueAt, roundFrom, anchor, ...rest } = cycle
  const missed = missedRoundAt(provider, cycle, doneAt, policy.zone)
  if (missed) return takenBack(cycle, missed, { through, by, doneAt }, context)
  const isCounted =
    lastDoneAt !== null && localDay(doneAt, policy.zone) <= localDay(lastDoneAt, policy.zone)
  // One on record as missed had its own day: what was held by then is no round of this one.
  const isOfMissed = roundFrom !== undefined && doneAt <= roundFrom
  if (isCounted || isOfMissed || doneAt < startAt) return []
  const owner = ownerOf(rule, provider, context)
  const begun = { ...rest, startAt, owner, lastDoneAt: doneAt, nudges: [], through }
  const late = wasDueAt !== null && doneAt > wasDueAt
  const done = { cycle: rule.id, by, doneAt, summary: '', wasDueAt, late, through }
  return [
    { type: 'cycleSet', at, cycle: counted(begun, doneAt, at, policy) },
    { type: 'cycleDone', at, ...done },
  ]
}
