import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import { doerOf, nameOfDoer } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import type { Within } from '../../policy/clock.ts'
import type { CycleRule } from '../../policy/instrument.ts'
import { plusMonths, showDate } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { localDay, showLocal } from '../../time/local.ts'
import { adjusted, blankCycle, counted, countedOn, ownerOf } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import { decideStage } from '../procedure/decide.ts'
import type { Cycle, Provider } from '../provider.ts'
import { inSentence } from './compose.ts'
import { cycleName, dutiesOf, isLeadProvider, isToExplain, runningCycle } from './duty.ts'
import type { DutyIntent, DutyIntentOf } from './intent.ts'
import { chosenInterval, inForce, intervalSet } from './interval.ts'
import { isAsked, isSame } from './question.ts'
import { cancelled } from './reminded.ts'

type Decided = Decision<ProviderEvent>

export function decideDuty(provider: Provider, intent: DutyIntent, context: Allowed): Decided {
  if (intent.type === 'decideStage') return decideStage(provider, intent, context)
  const rule = context.policy.cycles.find(({ id }) => id === intent.cycle)
  if (!rule) throw new Error(`Pack ${context.policy.id} has no cycle ${intent.cycle}`)
  if (intent.type === 'beginDuty') return begin(provider, rule, intent, context)
  const { reason } = intent
  if (reason.trim() === '')
    return refuse('missing', 'Say why: it is kept with what you decide.', { reason: 'Say why.' })
  switch (intent.type) {
    case 'stopDuty':
      return stop(provider, rule, { ...intent, reason: reason.trim() }, context)
    case 'chooseInterval':
      return choose(provider, rule, { ...intent, reason: reason.trim() }, context)
    case 'leaveDuty':
      return leave(provider, rule, { ...intent, reason: reason.trim() }, context)
    case 'explainMissed':
      return explain(provider, rule, { ...intent, reason: reason.trim() }, context)
  }
}

function begin(
  provider: Provider,
  rule: CycleRule,
  { by, startAt, amount }: DutyIntentOf<'beginDuty'>,
  context: Allowed,
): Decided {
  const { policy, directory, acting, now: at } = context
  const wrong = notToBegin(provider, rule, context) ?? outOfBounds(startAt, context)
  if (wrong) return wrong
  const every = firstInterval(rule, amount)
  if ('ok' in every) return every
  const blank = blankCycle(provider, rule, every, startAt, context)
  const cycle = counted(blank, startAt, at, policy)
  const { words } = cycle
  const doer = doerOf(directory, by, acting)
  return accept<ProviderEvent>(
    { type: 'cycleSet', at, cycle },
    { type: 'dutyBegun', at, cycle: rule.id, by: doer, startAt, words },
  )
}

/** What held before packs said it. */
const START_WITHIN_MONTHS = 12

function outOfBounds(startAt: Instant, { policy, now }: Allowed): Refused | undefined {
  const { zone, beginnings } = policy
  const months = beginnings?.withinMonths ?? START_WITHIN_MONTHS
  const [day, today] = [localDay(startAt, zone), localDay(now, zone)]
  const earliest = plusMonths(today, -months)
  const latest = plusMonths(today, months)
  if (day >= earliest && day <= latest) return undefined
  return refuse(
    'invalid',
    `A duty begins at most ${months} months before or after today. What is accepted is a day from ${showDate(earliest)} to ${showDate(latest)}.`,
    { from: `Give a day from ${showDate(earliest)} to ${showDate(latest)}.` },
  )
}

function notToBegin(provider: Provider, rule: CycleRule, { policy }: Allowed): Refused | undefined {
  const { id, startsOn } = rule
  const name = cycleName(rule)
  if (startsOn.on !== 'asked') {
    const start = startsOn.on === 'level' ? 'level' : 'rating'
    return refuse('invalid', `${name} begins by itself, with the ${start} of the provider.`, {
      duty: 'Nobody begins this one: choose another.',
    })
  }
  if (!dutiesOf(provider, policy).some((one) => one.id === id)) {
    const whose = isLeadProvider(provider)
      ? 'is owed for one provider. Begin it there: “/muster duties” with its short name.'
      : `is owed for the Lead Provider itself. Begin it there: “/muster duties ${provider.leadProvider}”.`
    return refuse('invalid', `${name} ${whose}`, { duty: 'Not for this one.' })
  }
  const running = runningCycle(provider, id)
  return running
    ? refuse(
        'alreadyOpen',
        `${name} runs already for ${provider.name}: ${running.words}. Change how often it comes, or stop it first.`,
        { duty: 'It runs already.' },
      )
    : undefined
}

/** Chosen where the pack lets it be; otherwise as the pack has it. */
function firstInterval(rule: CycleRule, amount: number | null): Within | Refused {
  const { every, chosen } = rule
  const { unit } = chosen ?? { unit: 'months' }
  if (chosen && amount !== null) return chosenInterval(rule, every, { amount, unit }, unit)
  if (every) return every
  return chosenInterval(rule, every, { amount: 0, unit }, unit)
}

function stop(
  provider: Provider,
  rule: CycleRule,
  { by, reason }: DutyIntentOf<'stopDuty'>,
  { directory, acting, now: at }: Allowed,
): Decided {
  const { id, startsOn } = rule
  const cycle = runningCycle(provider, id)
  if (!cycle) return notRunning(provider, rule)
  if (startsOn.on !== 'asked')
    return refuse(
      'invalid',
      `${cycleName(rule)} cannot be stopped: it comes with the ${startsOn.on === 'level' ? 'level' : 'rating'} of ${provider.name}, and goes with it.`,
    )
  const { missed } = cycle
  const doer = doerOf(directory, by, acting)
  return accept<ProviderEvent>(cancelled(provider, id, at), {
    type: 'dutyStopped',
    at,
    cycle: id,
    by: doer,
    reason,
    ...(missed === undefined ? {} : { missed }),
  })
}

/** Another interval than now; the rules’ own again is chosen by no choice that is shorter. */
function choose(
  provider: Provider,
  rule: CycleRule,
  intent: DutyIntentOf<'chooseInterval'>,
  { policy, directory, acting, now: at }: Allowed,
): Decided {
  const cycle = runningCycle(provider, rule.id)
  if (!cycle) return notRunning(provider, rule)
  const leads = policy.cycles.find(({ id }) => id === rule.ahead?.cycle)
  if (leads)
    return refuse(
      'invalid',
      `${rule.label} follows the day of the ${inSentence(leads.label)}: change how often that comes.`,
    )
  if (rule.evidence === null)
    return refuse('invalid', `${cycleName(rule)} has a fixed time: nobody changes it.`)
  const set = intervalSet(provider, rule, policy)
  if (set === null && rule.startsOn.on === 'band')
    return refuse(
      'notRunning',
      `${cycleName(rule)}: no interval applies in the band that ${provider.name} is in, so there is none to change.`,
    )
  const chosen = chosenInterval(rule, set, intent, 'amount')
  if ('ok' in chosen) return chosen
  const every = rule.chosen ? chosen : inForce(set, chosen)
  const [changed = cycle] = adjusted(cycle, every, at, at, policy)
  const next: Cycle = { ...changed, every, ...(rule.startsOn.on === 'band' ? { chosen } : {}) }
  const doer = doerOf(directory, intent.by, acting)
  const { reason } = intent
  return accept<ProviderEvent>(
    { type: 'cycleSet', at, cycle: next },
    {
      type: 'intervalChosen',
      at,
      cycle: rule.id,
      by: doer,
      every: chosen,
      reason,
      words: next.words,
    },
  )
}

function leave(
  { questions = [] }: Provider,
  { id, label }: CycleRule,
  { by, reason }: DutyIntentOf<'leaveDuty'>,
  { policy, directory, acting, now: at }: Allowed,
): Decided {
  const last = questions.findLast(({ about }) => about.of === id && about.ask === 'stepUp')
  if (!last || last.closed !== null) {
    const { by: closer = null, at: when = at, words = '' } = last?.closed ?? {}
    const who = closer && `${nameOfDoer(closer)}, ${showLocal(when, policy.zone)}: “${words}” `
    return refuse(
      'stale',
      `Nothing is asked about ${id} ${label} any more. ${who ?? ''}Nothing of yours was saved.`,
    )
  }
  return accept({ type: 'dutyLeft', at, cycle: id, by: doerOf(directory, by, acting), reason })
}

/** The next round is counted from the day on which this one was due, so that the series stays. */
function explain(
  provider: Provider,
  rule: CycleRule,
  { by, reason, round }: DutyIntentOf<'explainMissed'>,
  context: Allowed,
): Decided {
  const { policy, directory, acting, now: at } = context
  const cycle = runningCycle(provider, rule.id)
  if (!cycle) return notRunning(provider, rule)
  if (round !== undefined) return explainAgain(provider, cycle, { by, reason, round }, context)
  const name = cycleName(rule)
  if (rule.missed !== 'documented')
    return refuse(
      'invalid',
      `${name} is not a meeting that is documented when it is missed: record it once it is done.`,
    )
  const { dueAt } = cycle
  if (dueAt === null || !isToExplain(rule, cycle, at))
    return refuse(
      'tooEarly',
      `${name} is not overdue${dueAt === null ? '' : `: it is due ${showLocal(dueAt, policy.zone)}`}. Why it was not held is said after that.`,
    )
  const missed = (cycle.missed ?? 0) + 1
  const owner = ownerOf(rule, provider, context)
  const begun = { ...cycle, owner, missed, roundFrom: dueAt, nudges: [] }
  const next = countedOn(begun, dueAt, at, policy)
  const doer = doerOf(directory, by, acting)
  const told = { cycle: rule.id, by: doer, wasDueAt: dueAt, reason, missed, words: next.words }
  return accept<ProviderEvent>(
    { type: 'cycleSet', at, cycle: next },
    { type: 'roundMissed', at, ...told },
  )
}

/** Of a round that is missed again: the first reason stays in the history, and this one stands. */
function explainAgain(
  { questions = [] }: Provider,
  cycle: Cycle,
  { by, reason, round }: Required<Pick<DutyIntentOf<'explainMissed'>, 'by' | 'reason' | 'round'>>,
  { directory, acting, now: at }: Allowed,
): Decided {
  const about = { ask: 'missedAgain', of: cycle.rule, wasDueAt: round } as const
  const asked = questions.find((one) => isAsked(one) && isSame(one.about, about))?.about
  if (asked?.ask !== 'missedAgain')
    return refuse(
      'stale',
      'Why that one was not in time is not asked any more: it was said meanwhile, or it was held in time after all. Nothing was changed.',
    )
  const { rule, missed = 1, words } = cycle
  const { heldAt, wasDueAt, reason: before } = asked
  const doer = doerOf(directory, by, acting)
  const told = { cycle: rule, by: doer, wasDueAt, reason, missed, words, heldAt, before }
  return accept<ProviderEvent>({ type: 'roundMissed', at, ...told })
}

function notRunning({ name, slug }: Provider, rule: CycleRule): Refused {
  return refuse(
    'notRunning',
    `${cycleName(rule)} does not run for ${name} now; nothing was changed. “/muster duties ${slug}” shows what does.`,
  )
}
