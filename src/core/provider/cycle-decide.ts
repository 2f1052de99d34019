import { postLabel } from '../case/words.ts'
import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { caughtUp, type HeldUp, type Outage } from '../outage.ts'
import { doerOf } from '../people/doer.ts'
import { resolvePost } from '../people/posts.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { CycleRule } from '../policy/instrument.ts'
import { referenceOf } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { localDay, showLocal } from '../time/local.ts'
import { cycleName, onlyFiledIn } from './cycle/duty.ts'
import { missedRoundAt, takenBack } from './cycle/missed.ts'
import { cancelled } from './cycle/reminded.ts'
import { blankCycle, counted, nextCycleNudge, ownerOf } from './cycles.ts'
import { type Duty, dutyOf } from './duty.ts'
import type { ProviderEvent } from './event.ts'
import type { ProviderIntentOf } from './intent.ts'
import { owerOf } from './matter/due.ts'
import { isForRooms } from './matter/kept-back.ts'
import { matterOfDuty } from './matter/matter.ts'
import { matterRule } from './matter/rules.ts'
import { apart, privately } from './places.ts'
import type { Cycle, Nudge, Provider } from './provider.ts'
import { askQuiet } from './quiet/decide.ts'
import { toldLate } from './told-late.ts'

type Decided = Decision<ProviderEvent>

/** A round was done: the next is counted from it (K6). */
export function completeCycle(
  provider: Provider,
  intent: ProviderIntentOf<'completeCycle'>,
  context: Allowed,
): Decided {
  const { policy, directory, acting, now } = context
  const { by, doneAt, cycle: id } = intent
  const rule = policy.cycles.find((one) => one.id === id)
  if (!rule) throw new Error(`Pack ${policy.id} has no cycle ${id}`)
  const cycle = provider.cycles.find((one) => one.rule === id)
  const summary = intent.summary.trim()
  const missed =
    cycle && rule.metBy === undefined && missedRoundAt(provider, cycle, doneAt, policy.zone)
  const refused =
    notToRecord(provider, rule, cycle) ??
    (missed ? undefined : misdated(rule, cycle, intent, context)) ??
    settledAlready(rule, cycle, doneAt, context)
  if (refused) return refused
  if (summary === '')
    return refuse('missing', 'Say in a sentence what was done.', { summary: 'Say what was done.' })
  if (cycle && missed) {
    const held = { by: doerOf(directory, by, acting), doneAt, summary }
    return accept(...takenBack(cycle, missed, held, context))
  }
  const wasDueAt = cycle?.dueAt ?? null
  const late = wasDueAt !== null && doneAt > wasDueAt
  const lateReason = late ? intent.lateReason?.trim() : undefined
  if (late && rule.missed === 'documented' && !lateReason) return undocumented(rule)
  const owner = ownerOf(rule, provider, context)
  const before: Cycle =
    cycle ?? counted(blankCycle(provider, rule, rule.every, doneAt, context), doneAt, now, policy)
  const { roundFrom, anchor, through, ...begun } = before
  const next = counted({ ...begun, owner, lastDoneAt: doneAt, nudges: [] }, doneAt, now, policy)
  const done = { cycle: id, by: doerOf(directory, by, acting), doneAt, summary, wasDueAt, late }
  return accept<ProviderEvent>(
    { type: 'cycleSet', at: now, cycle: next },
    { type: 'cycleDone', at: now, ...done, ...(lateReason ? { lateReason } : {}) },
  )
}

function notToRecord(
  provider: Provider,
  rule: CycleRule,
  cycle: Cycle | undefined,
): Refused | undefined {
  const { label, startsOn, evidence } = rule
  if (!cycle && startsOn.on === 'level')
    return refuse(
      'notRunning',
      `${label} is not owed for ${provider.name} on its level now; nothing was changed.`,
    )
  if (!cycle && startsOn.on === 'asked')
    return refuse(
      'notRunning',
      `Nobody has begun ${cycleName(rule)} for ${provider.name}; nothing was changed. Begin it with “/muster duties ${provider.slug}”.`,
    )
  if (evidence !== null) return undefined
  const matter = onlyFiledIn(rule)
  if (matter !== undefined)
    return refuse(
      'invalid',
      `${cycleName(rule)} is recorded on file, and with that it is done. Put it there with “/muster file ${provider.slug} ${matter}”.`,
    )
  return refuse(
    'invalid',
    `${label} ends with a decision on the level. Decide on it with “/muster level ${provider.slug}”.`,
  )
}

function misdated(
  { startsOn }: CycleRule,
  cycle: Cycle | undefined,
  { doneAt }: ProviderIntentOf<'completeCycle'>,
  { policy, now }: Context,
): Refused | undefined {
  if (doneAt > now)
    return refuse(
      'tooEarly',
      `It is ${showLocal(now, policy.zone)} now: record it once it is done.`,
      { doneAt: 'This time is still to come.' },
    )
  // A rating may come after what it counts from.
  const began = cycle?.lastDoneAt ?? (startsOn.on === 'band' ? undefined : cycle?.startAt)
  const earliest = cycle?.roundFrom ?? began
  if (earliest === undefined || doneAt >= earliest) return undefined
  return refuse(
    'invalid',
    `The round that is open began ${showLocal(earliest, policy.zone)}. Give a time after that.`,
    { doneAt: 'This time is before the round that is open.' },
  )
}

/** The same meeting or visit is no second round. */
function settledAlready(
  rule: CycleRule,
  cycle: Cycle | undefined,
  doneAt: Instant,
  { policy: { zone } }: Context,
): Refused | undefined {
  const { through, lastDoneAt = null, words = '' } = cycle ?? {}
  if (!through || lastDoneAt === null) return undefined
  if (localDay(doneAt, zone) > localDay(lastDoneAt, zone)) return undefined
  const by = 'meeting' in through ? referenceOf(through.meeting) : 'what is on file'
  return refuse(
    'closed',
    `${cycleName(rule)} was done ${showLocal(lastDoneAt, zone)}, by ${by}: nothing more is to be recorded. The next is ${words}.`,
    { doneAt: 'That round is done already.' },
  )
}

function undocumented(rule: CycleRule): Refused {
  const { citation } = rule
  return refuse(
    'missing',
    `${cycleName(rule)} was held after its time: why must be documented (${citation.document}, ${citation.section}). Say why.`,
    { late: 'Say why it was held after its time.' },
  )
}

/** Nudges whoever owes a cycle whose time has come; after an outage once, for all that was missed. */
export function wake(provider: Provider, outage: Outage | null, context: Context): Decided {
  const { now } = context
  const due = provider.cycles.filter(({ nudgeAt }) => nudgeAt !== null && nudgeAt <= now)
  const events = due.flatMap((cycle) => nudge(provider, cycle, context))
  const also = [...askQuiet(provider, context), ...toldLate(provider, context)]
  return accept(...(outage ? folded(provider, events, outage, context) : events), ...also)
}

/** What an outage held up, told in one notice for each place and in no message of its own. */
function folded(
  provider: Provider,
  events: readonly ProviderEvent[],
  outage: Outage,
  context: Context,
): ProviderEvent[] {
  const nudged = events.flatMap((event) => (event.type === 'cycleNudged' ? [event] : []))
  const open = nudged.filter(({ cycle }) => isForRooms(provider, cycle))
  const back = nudged.filter((one) => !open.includes(one))
  return [
    ...events.map((event) =>
      event.type === 'cycleNudged' ? { ...event, nudge: { ...event.nudge, folded: true } } : event,
    ),
    ...noticeOf(provider, open, provider.places, outage, context),
    // Each of those by itself: nobody reads of what another owes that is kept back.
    ...back.flatMap((one) => noticeOf(provider, [one], [], outage, context)),
  ]
}

type Nudged = Extract<ProviderEvent, { type: 'cycleNudged' }>

/** One notice of what was held up, in these rooms and to whoever was reminded in private. */
function noticeOf(
  provider: Provider,
  nudged: readonly Nudged[],
  rooms: Provider['places'],
  outage: Outage,
  context: Context,
): ProviderEvent[] {
  if (nudged.length === 0) return []
  const late = nudged.flatMap(({ cycle, nudge }) =>
    lateCycle(provider, cycle, nudge, outage, context),
  )
  const places = [...rooms, ...nudged.flatMap(({ nudge }) => nudge.places)]
  const { directory, now: at } = context
  return [{ type: 'caughtUp', at, ...caughtUp(outage, late, places, directory, provider) }]
}

function lateCycle(
  provider: Provider,
  id: string,
  { to }: Nudge,
  outage: Outage,
  context: Context,
): HeldUp[] {
  const rule = dutyOf(provider, id, context.policy)
  const at = provider.cycles.find((one) => one.rule === id)?.dueAt ?? null
  if (!rule || at === null) return []
  const what = at > context.now ? 'due' : at > outage.from ? 'missed' : 'overdue'
  const post = postLabel({ provider }, rule.owes, context)
  const about = `${rule.label} for ${provider.name}`
  return [{ record: provider.id, about, what, urgent: false, at, people: to, post }]
}

function nudge(provider: Provider, cycle: Cycle, context: Context): ProviderEvent[] {
  const { policy, now } = context
  const rule = dutyOf(provider, cycle.rule, policy)
  if (cycle.dueAt === null) return []
  // A pack that no longer has the rule cannot say who owes it: the cycle goes with it.
  if (!rule) return [cancelled(provider, cycle.rule, now)]
  const owed = owerNow(provider, cycle.rule, rule, context)
  const to = owed === null ? [] : [owed]
  const due = showLocal(cycle.dueAt, policy.zone)
  const why = now > cycle.dueAt ? `overdue since ${due}` : `due ${due}`
  const places = isForRooms(provider, cycle.rule)
    ? privately(provider, to, context)
    : apart(to, context)
  return [
    {
      type: 'cycleNudged',
      at: now,
      cycle: cycle.rule,
      nudge: { n: cycle.nudged + 1, at: now, why, to, places, folded: false },
      nudgeAt: nextCycleNudge(cycle.dueAt, now, policy),
    },
  ]
}

/** Whoever a matter names, otherwise who holds the post now. */
function owerNow(provider: Provider, id: string, { owes }: Duty, context: Context): string | null {
  const { policy, directory, now } = context
  const matter = matterOfDuty(provider.matters ?? [], id)
  const rule = matter && matterRule(policy, matter.rule)
  if (matter && rule) return owerOf(provider, rule, matter, context)
  return resolvePost(directory, provider, owes, now)?.person ?? null
}
