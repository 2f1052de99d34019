import type { Context } from '../kind.ts'
import type { Short } from '../meeting/level/short.ts'
import type { Need, Policy, Transition } from '../policy/policy.ts'
import { type RecordId, recordKind, referenceOf } from '../record-id.ts'
import { type Day, showDate } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import { atLocal, localDay, showLocal } from '../time/local.ts'
import type { ProviderIntentOf } from './intent.ts'
import { latestFiled } from './matter/needs.ts'
import type { Provider } from './provider.ts'
import { tooFew } from './too-few.ts'

type Recorded = Extract<Need, { need: 'recorded' }>

/** A meeting about it, or about one of its cases, that is recorded. */
export interface Held {
  readonly meeting: RecordId
  readonly rule: string
  /** When it was held; of before that was told, when it was recorded. */
  readonly at: Instant
  readonly leadsTo?: string | null
  readonly short?: Short | null
}

/** What a way between levels misses in the meetings that were held, with what would open it; null where nothing does. */
export function unmetByMeetings(
  provider: Provider,
  way: Transition,
  need: Recorded,
  { because: asking, by }: Pick<ProviderIntentOf<'changeLevel'>, 'because' | 'by'>,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): string | null {
  const { id } = way
  const { policy } = context
  // The meeting itself decides, of which the provider has not heard yet: its record is why it asks.
  if (asking !== null && recordKind(asking) === 'meeting' && !isAmong(provider, asking)) return null
  const from = notBefore(provider, need, policy)
  const held = heldFor(provider, need)
  const latest = latestOf(held, from, policy)
  const how = `Call it with “Convene…” or “/muster convene ${provider.slug}”, and record what it decides.`
  const which = meetingWords(need.meetings, policy)
  if (latest === null) {
    const when =
      from === null || held.length === 0
        ? 'is recorded that was held since it came to this level'
        : `is recorded that was held on ${showDate(from)} or later`
    return `${id} is decided by the ${which}, and none about ${provider.name} ${when}. ${how}`
  }
  const { decidedOn } = need
  // What a confidential one decided is not told here: whoever decides has read its record, and answers for it.
  if (!decidedOn || latest.leadsTo === undefined) return null
  if (latest.leadsTo !== null && decidedOn.includes(latest.leadsTo))
    return tooFew(
      provider,
      way,
      { held: latest, said: saidBy(provider, latest, policy), by },
      context,
    )
  const wanted = decidedOn.flatMap((way) => answersFor(way, need.meetings, policy))
  return `${id} is decided by the ${which}, and the latest about ${provider.name} did not decide it: ${saidBy(provider, latest, policy)}. It opens once the record of the latest says “${[...new Set(wanted)].join('” or “')}”. ${how}`
}

/** The meeting whose record opens a way between levels; null where none need be recorded for it, or none counts. */
export function decidingMeeting(
  provider: Provider,
  way: Pick<Transition, 'needs'>,
  policy: Policy,
): Held | null {
  const need = recordedNeed(way)
  return need ? latestOf(heldFor(provider, need), notBefore(provider, need, policy), policy) : null
}

export function recordedNeed({ needs = [] }: Pick<Transition, 'needs'>): Recorded | undefined {
  return needs.find((one) => one.need === 'recorded')
}

/** From when on a meeting counts for a way: since the level began, or from a later day that the way waits for. */
export function countsSince(provider: Provider, need: Recorded, policy: Policy): Instant {
  const from = notBefore(provider, need, policy)
  const day = from && atLocal(from, '00:00', policy.zone)
  return day && day > provider.levelSince ? day : provider.levelSince
}

function heldFor(provider: Provider, { meetings }: Recorded): Held[] {
  return heldSince(provider, provider.levelSince).filter(({ rule }) => meetings.includes(rule))
}

/** Of those that were held at one time the last that was recorded counts. */
function latestOf(held: readonly Held[], from: Day | null, { zone }: Policy): Held | null {
  return held
    .filter(({ at }) => from === null || localDay(at, zone) >= from)
    .reduce<Held | null>((one, other) => (one && one.at > other.at ? one : other), null)
}

/** The latest of all meetings that count for a way, with those that this provider is not told of. */
export function latestWith(
  provider: Provider,
  need: Recorded,
  confided: readonly Held[],
  policy: Policy,
): Held | null {
  const open = heldMeetings(provider).filter(
    (one) => !confided.some(({ meeting }) => meeting === one.meeting),
  )
  const held = [...open, ...confided].filter(
    ({ rule, at }) => need.meetings.includes(rule) && at >= provider.levelSince,
  )
  return latestOf(held, notBefore(provider, need, policy), policy)
}

/** The rules of the meetings about it and its cases that were held from that time on. */
export function recordedSince(provider: Provider, since: Instant): string[] {
  return heldSince(provider, since).map(({ rule }) => rule)
}

export function heldSince(provider: Provider, since: Instant): Held[] {
  return heldMeetings(provider).filter(({ at }) => at >= since)
}

/** All that are recorded, with when each was held. */
export function heldMeetings({ meetings = [], held = [] }: Provider): Held[] {
  const own = meetings.flatMap(({ closedAt, calledOff, heldAt, ...one }) =>
    closedAt === null || calledOff ? [] : [{ ...one, at: heldAt ?? closedAt }],
  )
  const ofCases = held.map(({ heldAt, ...one }) => ({ ...one, at: heldAt ?? one.at }))
  return [...own, ...ofCases]
}

function isAmong({ meetings = [], held = [] }: Provider, asking: RecordId): boolean {
  return [...meetings.filter(({ closedAt }) => closedAt !== null), ...held].some(
    ({ meeting }) => meeting === asking,
  )
}

/** The first day on which such a meeting counts; null where every day of the level does. */
function notBefore(provider: Provider, need: Recorded, { zone }: Policy): Day | null {
  const { notBefore: from } = need
  if (from === undefined) return null
  if (from.of === 'cycle') {
    const dueAt = provider.cycles.find(({ rule }) => rule === from.cycle)?.dueAt ?? null
    return dueAt === null ? null : localDay(dueAt, zone)
  }
  const day = latestFiled(provider, from.matter, from.step)?.answers[from.day]
  return typeof day === 'string' && day !== '' ? localDay(day, zone) : null
}

/** What the record of a meeting answers where it decides on that way. */
function answersFor(way: string, ids: readonly string[], policy: Policy): string[] {
  return policy.meetings
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ leadsTo = [], record }) =>
      leadsTo
        .filter(({ transition }) => transition === way)
        .map(({ field, is }) => optionLabel(policy, record, field, is)),
    )
}

function optionLabel({ forms }: Policy, form: string, field: string, value: string): string {
  const asked = forms.find(({ id }) => id === form)?.fields.find(({ id }) => id === field)
  const options = asked && 'options' in asked ? (asked.options ?? []) : []
  return options.find((one) => one.value === value)?.label ?? value
}

/** Which it was, and what it says; of one that has become confidential only that it was held. */
export function saidBy(
  { confidential = [] }: Pick<Provider, 'confidential'>,
  { meeting, rule, at, leadsTo }: Held,
  policy: Policy,
): string {
  const which = `the ${meetingWords([rule], policy)} ${referenceOf(meeting)}, held ${showLocal(at, policy.zone)}`
  if (confidential.includes(meeting)) return `${which}; its record is confidential`
  if (leadsTo === null || leadsTo === undefined)
    return `${which}, recorded nothing that leads to another level`
  const [said = leadsTo] = answersFor(leadsTo, [rule], policy)
  return `${which}, recorded “${said}” (${leadsTo})`
}

/** `risk summit (M1) or …`. */
export function meetingWords(ids: readonly string[], { meetings }: Policy): string {
  const labels = ids.map((id) => {
    const label = meetings.find((one) => one.id === id)?.label ?? id
    return `${label.toLowerCase()} (${id})`
  })
  const last = labels.at(-1) ?? ''
  return labels.length > 1 ? `${labels.slice(0, -1).join(', ')} or ${last}` : last
}
