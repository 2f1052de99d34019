import type { Need, Policy, Transition } from '../../policy/policy.ts'
import { type RecordId, recordKind, referenceOf } from '../../record-id.ts'
import type { Instant } from '../../time/instant.ts'
import { showLocal } from '../../time/local.ts'
import { heldMeetings, meetingWords, saidBy } from '../held.ts'
import type { LevelDecision, Provider } from '../provider.ts'
import { placementOf, takenBackBy } from './placement.ts'

type TakesBack = Extract<Need, { need: 'cameBy' | 'nothingSince' }>

/** Why a level cannot be taken back, with what to do instead; null where nothing stands against it. */
export function unmetByTakingBack(
  provider: Provider,
  way: Transition,
  need: TakesBack,
  policy: Policy,
): string | null {
  if (need.need === 'cameBy') return notCameBy(provider, way, need.ways)
  const entry = placementOf(provider)
  if (!entry) return null
  return (
    stillCalled(provider, way, entry, need.meetings, policy) ??
    recordedSince(provider, way, entry, need.meetings, policy) ??
    ledBesides(provider, way, entry, policy)
  )
}

function notCameBy(provider: Provider, way: Transition, ways: readonly string[]): string | null {
  if (takenBackBy(provider, way)) return null
  return `${way.id} takes back ${ways.join(' or ')}, and ${provider.name} did not come to its level so.`
}

interface Standing {
  readonly meeting: RecordId
  readonly rule: string
  readonly calledAt: Instant
}

function stillCalled(
  { name, meetings = [], ofCases = [], confidential = [] }: Provider,
  { id }: Transition,
  entry: LevelDecision,
  rules: readonly string[],
  policy: Policy,
): string | null {
  const own = meetings.filter(({ closedAt }) => closedAt === null)
  const isOnLevel = ({ meeting, rule, calledAt }: Standing) =>
    rules.includes(rule) && (calledAt >= entry.at || meeting === entry.because)
  const standing = [...own, ...ofCases].find(isOnLevel)
  if (!standing) return null
  const which = meetingWords([standing.rule], policy)
  const reference = referenceOf(standing.meeting)
  const how = confidential.includes(standing.meeting)
    ? 'Whoever called it has to call it off first.'
    : `Call it off first, with “/muster calloff ${reference}”; then take the level back.`
  return `${id} takes back a level on which nothing goes on. For ${name} the ${which} is called and not over. ${how}`
}

function recordedSince(
  provider: Provider,
  { id }: Transition,
  entry: LevelDecision,
  rules: readonly string[],
  policy: Policy,
): string | null {
  const held = heldMeetings(provider).find(
    ({ rule, at, meeting }) =>
      rules.includes(rule) && (at >= entry.at || meeting === entry.because),
  )
  if (!held) return null
  return `${id} takes back a level on which nothing was decided yet. About ${provider.name} there is ${saidBy(provider, held, policy)}. What it found leads on.`
}

/** A further reason keeps the provider there, whatever put it there first. */
function ledBesides(
  { name, decisions, confidential = [] }: Provider,
  { id }: Transition,
  entry: LevelDecision,
  { zone }: Policy,
): string | null {
  const besides = decisions.find(
    ({ n, because }) =>
      n > entry.n &&
      because !== null &&
      because !== entry.because &&
      recordKind(because) === 'case',
  )
  if (!besides?.because) return null
  const reason = confidential.includes(besides.because)
    ? 'a further reason'
    : `the case ${referenceOf(besides.because)}`
  return `${id} takes back a level that rests on nothing else. ${reason.charAt(0).toUpperCase()}${reason.slice(1)} led to this level as well (${besides.transition}, ${showLocal(besides.at, zone)}), so ${name} stays on it.`
}
