import { withoutCalling } from '../meeting/convening.ts'
import type { RecordId } from '../record-id.ts'
import { withNotice } from '../with-notice.ts'
import { type DutyEvent, isOfDuty, saidOfDuty } from './cycle/event.ts'
import { withDuty } from './cycle/evolve.ts'
import { withoutCycle } from './cycle/reminded.ts'
import type { ProviderEvent } from './event.ts'
import { isTold, toldBy, withoutRecords, withoutTold } from './evolve-told.ts'
import { withoutTellings, withoutWords } from './forgotten.ts'
import { withFiled } from './matter/matter.ts'
import { evolveMeetings, isOwnMeeting } from './meetings.ts'
import type { Cycle, MaybeProvider, Provider, Said } from './provider.ts'
import { decidedBy, isOfReview, withReview } from './review/review.ts'
import { sinceBefore, withoutPlacement } from './taken-back/evolve.ts'
import { isOfTellings, saidOfTelling, withTellings } from './tellings.ts'

/** Applies one fact. Never refuses. */
export function evolveProvider(provider: MaybeProvider, event: ProviderEvent): Provider {
  if (event.type === 'registered') {
    const { at, timeline, slug, leadProvider, name, level, places } = event
    return {
      kind: 'provider',
      status: 'listed',
      id: provider.id,
      timeline,
      slug,
      leadProvider,
      name,
      places: [...places],
      level,
      levelSince: at,
      decisions: [],
      ratings: [],
      cycles: [],
      notices: [],
      late: [],
    }
  }
  if (provider.status === 'none')
    throw new Error(`${provider.id} has "${event.type}" before "registered"`)
  const evolved = isOfDuty(event) ? withDuty(provider, event) : evolveListed(provider, event)
  return withSaid(evolved, event)
}

function evolveListed(
  provider: Provider,
  event: Exclude<ProviderEvent, { type: 'registered' | DutyEvent['type'] }>,
): Provider {
  if (isTold(event)) return toldBy(provider, event)
  if (isOfTellings(event)) return { ...provider, tellings: withTellings(provider, event) }
  if (isOfReview(event)) return { ...provider, reviews: withReview(provider.reviews ?? [], event) }
  switch (event.type) {
    case 'renamed':
      return { ...provider, leadProvider: event.leadProvider, name: event.name }
    case 'placesMoved':
      return { ...provider, places: [...event.places] }
    case 'levelDecided':
      return levelDecided(provider, event)
    case 'rated': {
      const { type, ...rated } = event
      const n = provider.ratings.length + 1
      return { ...provider, ratings: [...provider.ratings, { n, ...rated }] }
    }
    case 'cycleSet':
      return { ...provider, cycles: withCycle(provider.cycles, event.cycle) }
    case 'cycleCancelled':
      return { ...provider, ...withoutCycle(provider, event) }
    case 'cycleNudged':
      return { ...provider, cycles: nudged(provider.cycles, event) }
    case 'notAccepted': {
      const { type, ...late } = event
      return { ...provider, late: [...provider.late, late] }
    }
    case 'meetingAsked':
    case 'meetingCalled':
    case 'meetingClosed':
    case 'meetingCalledOff':
    case 'meetingHeld':
      return evolveMeetings(provider, event)
    case 'filed':
      return { ...provider, matters: withFiled(provider.matters ?? [], event) }
    case 'followUpRefused':
      return event.rule === undefined ? provider : withoutCalling(provider, event.rule)
    case 'cycleDone':
    case 'noted':
    case 'undelivered':
    case 'dropped':
    case 'caughtUp':
    case 'repaired':
    case 'messageEdited':
      return provider
    case 'withheld': {
      const { confidential = [] } = provider
      const withheld = { ...provider, confidential: [...confidential, event.record] }
      return withoutRecords(withheld, [event.record])
    }
    case 'forgotten':
      return forgotten(provider, event.records)
  }
}

function forgotten(provider: Provider, records: readonly RecordId[]): Provider {
  const decisions = provider.decisions.map((one) => withoutWords(one, records))
  return withoutTold({ ...provider, decisions, ...withoutTellings(provider, records) }, records)
}

function levelDecided(
  provider: Provider,
  event: Extract<ProviderEvent, { type: 'levelDecided' }>,
): Provider {
  const { type, ...decision } = event
  const { levelSince: since, reviews } = provider
  const decisions = [...provider.decisions, { n: provider.decisions.length + 1, ...decision }]
  const levelSince =
    event.from === event.to ? since : (sinceBefore(provider, event.takesBack) ?? event.at)
  return {
    ...provider,
    level: event.to,
    levelSince,
    decisions,
    ...(reviews && { reviews: decidedBy(reviews, event) }),
    ...withoutPlacement(provider, event),
  }
}

function nudged(
  cycles: readonly Cycle[],
  { cycle: id, nudge, nudgeAt }: Extract<ProviderEvent, { type: 'cycleNudged' }>,
): Cycle[] {
  return cycles.map((cycle) =>
    cycle.rule === id
      ? { ...cycle, nudgeAt, nudges: [...cycle.nudges, nudge], nudged: nudge.n }
      : cycle,
  )
}

function withCycle(cycles: readonly Cycle[], cycle: Cycle): Cycle[] {
  const known = cycles.some(({ rule }) => rule === cycle.rule)
  if (!known) return [...cycles, cycle]
  return cycles.map((one) => (one.rule === cycle.rule ? cycle : one))
}

function withSaid(provider: Provider, event: ProviderEvent): Provider {
  const said = isOfDuty(event) ? saidOfWork(provider, event) : saidOf(provider, event)
  if (!said) return provider
  return withNotice(provider, event.at, said)
}

function saidOfWork(provider: Provider, event: DutyEvent): Said | null {
  if (event.type !== 'stageDecided') return saidOfDuty(event)
  return { say: event.type, stage: provider.stages?.length ?? 0 }
}

/** One of a case is told of there. */
function saidOfMeeting(
  provider: Provider,
  event: Extract<ProviderEvent, { type: 'meetingCalled' | 'meetingClosed' | 'meetingCalledOff' }>,
): Said | null {
  const { type: say, meeting } = event
  return isOwnMeeting(provider, event) ? { say, meeting } : null
}

/** What the thread is told of a fact; nothing where a nudge or the root already says it. */
function saidOf(
  provider: Provider,
  event: Exclude<ProviderEvent, { type: DutyEvent['type'] }>,
): Said | null {
  if (isOfTellings(event)) return saidOfTelling(provider, event)
  switch (event.type) {
    case 'levelDecided':
      return { say: 'level', decision: provider.decisions.length }
    case 'rated':
      return { say: 'rated', rating: provider.ratings.length }
    case 'cycleDone': {
      const { type, at, ...done } = event
      return { say: type, ...done }
    }
    case 'meetingCalled':
    case 'meetingClosed':
    case 'meetingCalledOff':
      return saidOfMeeting(provider, event)
    case 'filed': {
      const step = provider.matters?.find(({ n }) => n === event.matter)?.filed.length ?? 0
      return { say: 'filed', matter: event.matter, step }
    }
    case 'noted':
      return { say: 'noted', by: event.by, text: event.text }
    case 'followUpRefused':
      return { say: 'notDone', refusal: event.refusal }
    case 'notAccepted':
      // Why it cannot be delivered is said already.
      return event.refused ? null : { say: 'late', index: provider.late.length - 1 }
    case 'undelivered':
      return { say: 'undelivered', place: event.place, reason: event.reason }
    case 'dropped':
      return { say: 'dropped', place: event.place, reason: event.reason }
    case 'registered':
    case 'renamed':
    case 'placesMoved':
    case 'meetingAsked':
    case 'meetingHeld':
    case 'gateNoted':
    case 'levelQuestioned':
    case 'levelConfirmed':
    case 'cycleSet':
    case 'cycleCancelled':
    case 'cycleNudged':
    case 'caughtUp':
    case 'repaired':
    case 'messageEdited':
    case 'withheld':
    case 'forgotten':
    case 'actionNoted':
    case 'signsNoted':
    case 'briefed':
      return null
  }
}
