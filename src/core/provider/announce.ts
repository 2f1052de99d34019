import { type Effect, type Place, placeKey, type Slot } from '../effect.ts'
import { lateEffects } from '../late.ts'
import type { RecordId } from '../record-id.ts'
import type { Standing } from '../standing.ts'
import { standingTellings } from '../telling/arrival.ts'
import { openOffers } from './compose-offer.ts'
import { announceDuty, standingQuestions } from './cycle/announce.ts'
import { type DutyEvent, isOfDuty } from './cycle/event.ts'
import type { ProviderEvent } from './event.ts'
import { isOfAny, isSecret } from './forgotten.ts'
import { hasSomethingForRooms, isForRooms, isSlotForRooms } from './matter/kept-back.ts'
import { isOwnMeeting } from './meetings.ts'
import type { Nudge, Provider } from './provider.ts'
import { announceReview, announceShort, decidedAnew, standingReviews } from './review/decide.ts'
import { isOfReview, type ReviewEvent } from './review/review.ts'
import { announceTakenBack } from './taken-back/announce.ts'
import { announceTelling, wordsOfTellings } from './telling.ts'
import { isOfTellings, type TellingsEvent } from './tellings.ts'

/** Which messages a fact makes out of date. A provider has nothing to say before something happens to it. */
export function announceProvider(provider: Provider, event: ProviderEvent): readonly Effect[] {
  if (isOfReview(event))
    return [...messages(provider.places, ['root']), ...announceReview(provider, event)]
  if (isOfDuty(event)) return announceDuty(provider, event)
  if (isOfTellings(event)) return announceTelling(provider, event)
  // The card shows what waits for a decision.
  if (event.type === 'signsNoted')
    return event.levelAsked === undefined ? [] : messages(provider.places, ['root'])
  return [...announceFact(provider, event), ...decidedAnew(provider, event)]
}

type Fact = Exclude<
  ProviderEvent,
  { type: (ReviewEvent | DutyEvent | TellingsEvent)['type'] | 'signsNoted' }
>

function announceFact(provider: Provider, event: Fact): readonly Effect[] {
  const { places, notices } = provider
  const notice: Slot = `notice:${notices.length}`
  switch (event.type) {
    case 'registered':
    case 'caughtUp':
    case 'briefed':
    case 'messageEdited':
    case 'meetingAsked':
    case 'gateNoted':
      return []
    case 'meetingHeld':
      return announceShort(provider, event.meeting)
    case 'repaired':
      return [{ type: 'message', place: event.place, slot: event.slot, urgent: event.urgent }]
    case 'renamed':
    case 'placesMoved':
      return hasCard(provider) ? messages(places, ['root']) : []
    case 'levelDecided':
      return decidedOnLevel(provider, event)
    case 'undelivered':
    case 'dropped':
      return isSlotForRooms(provider, event.slot) ? messages(places, ['root', notice]) : []
    case 'noted':
    case 'followUpRefused':
    case 'rated':
    case 'cycleDone':
    case 'meetingCalled':
    case 'meetingClosed':
      return messages(places, ['root', notice])
    case 'meetingCalledOff':
      return isOwnMeeting(provider, event) ? messages(places, ['root', notice]) : []
    case 'filed':
      return event.keptBack ? [] : messages(places, ['root', notice])
    case 'actionNoted':
      return messages(places, ['root'])
    case 'cycleSet':
      return ofDuty(provider, event.cycle.rule)
    case 'cycleCancelled':
      return ofDuty(provider, event.cycle)
    case 'withheld':
      return [...ofWords(provider, [event.record]), ...announceShort(provider, event.record)]
    case 'forgotten':
      return ofWords(provider, event.records)
    case 'cycleNudged':
      return [...ofDuty(provider, event.cycle), ...reminder(provider, event)]
    case 'notAccepted':
      return [...late(provider, event, notice), ...lateEffects(event.told)]
  }
}

/** Told where it is not the message itself that failed. */
function late(
  provider: Provider,
  { place, slot, refused }: Extract<ProviderEvent, { type: 'notAccepted' }>,
  notice: Slot,
): Effect[] {
  const elsewhere = provider.places.filter((one) => placeKey(one) !== place)
  return refused || !isSlotForRooms(provider, slot) ? [] : messages(elsewhere, [notice])
}

function hasCard({ decisions, ratings, cycles, matters = [] }: Provider): boolean {
  const seen = cycles.filter(({ rule }) => isForRooms({ matters }, rule))
  return decisions.length + ratings.length + seen.length > 0
}

function ofDuty(provider: Provider, duty: string): Effect[] {
  return isForRooms(provider, duty) ? messages(provider.places, ['root']) : []
}

function decidedOnLevel(
  provider: Provider,
  event: Extract<ProviderEvent, { type: 'levelDecided' }>,
): Effect[] {
  const { places, notices } = provider
  const own = messages(places, ['root', `notice:${notices.length}`, ...asking(provider, event)])
  return [...own, ...announceTakenBack(provider, event)]
}

/** Folded into a notice after an outage it has no message of its own. */
function reminder(
  provider: Provider,
  { cycle, nudge }: Extract<ProviderEvent, { type: 'cycleNudged' }>,
): Effect[] {
  if (nudge.folded) return []
  return messages(remindedIn(provider, cycle, nudge), [`nudge:${cycle}:${nudge.n}`])
}

/** Its rooms, unless it is of what they may not read, and where somebody is reminded in private. */
function remindedIn(provider: Provider, duty: string, nudge: Nudge): readonly Place[] {
  return isForRooms(provider, duty) ? [...provider.places, ...nudge.places] : nudge.places
}

/** What must stand: once something has happened the provider itself, each round's newest reminder, and what somebody is told. */
export function standingProvider(provider: Provider): readonly Standing[] {
  const { places, cycles, tellings = [] } = provider
  const root: Slot[] = hasSomethingForRooms(provider) ? ['root'] : []
  return [
    ...places.flatMap((place) => root.map((slot) => ({ place, slot, urgent: false }))),
    ...cycles.flatMap(({ rule, nudges }) => {
      const nudge = nudges.at(-1)
      if (!nudge || nudge.folded) return []
      const slot: Slot = `nudge:${rule}:${nudge.n}`
      return remindedIn(provider, rule, nudge).map((place) => ({ place, slot, urgent: false }))
    }),
    ...standingTellings(tellings.filter((one) => !isSecret(provider, one))),
    ...standingReviews(provider),
    ...standingQuestions(provider),
  ]
}

/** Notices of before that asked for this decision: they ask no more. */
function asking(
  { notices, decisions }: Provider,
  { from, to }: Extract<ProviderEvent, { type: 'levelDecided' }>,
): Slot[] {
  if (from === to) return []
  const open = openOffers({ decisions: decisions.slice(0, -1) })
  return notices.flatMap(({ n, said }): Slot[] =>
    said.say === 'level' && open.includes(said.decision) ? [`notice:${n}`] : [],
  )
}

function ofWords(provider: Provider, records: readonly RecordId[]): readonly Effect[] {
  return [...ofDecisions(provider, records), ...wordsOfTellings(provider, records)]
}

/** Wherever the words stand of what led to a level. */
function ofDecisions(
  { places, notices, decisions }: Provider,
  records: readonly RecordId[],
): readonly Effect[] {
  const led = decisions.filter((one) => isOfAny(one, records)).map(({ n }) => n)
  const told = notices.filter(({ said }) => said.say === 'level' && led.includes(said.decision))
  return led.length === 0
    ? []
    : messages(places, ['root', ...told.map(({ n }): Slot => `notice:${n}`)])
}

function messages(places: readonly Place[], slots: readonly Slot[]): Effect[] {
  return places.flatMap((place) =>
    slots.map((slot): Effect => ({ type: 'message', place, slot, urgent: false })),
  )
}
