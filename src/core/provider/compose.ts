import { partOf } from '../assess/rating-words.ts'
import { shown } from '../case/words.ts'
import { placeKey, type Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { isOnlyTold, isToldInstead, whyByMail } from '../late.ts'
import type { Message, Part } from '../message/message.ts'
import type { Instrument } from '../policy/instrument.ts'
import { composeTold } from '../telling/compose.ts'
import { type Telling, tellingOf } from '../telling/telling.ts'
import { labelOf } from './change-level.ts'
import { openActionsPart } from './compose-actions.ts'
import { actionButtons, meetingsPart, tellingsPart } from './compose-meetings.ts'
import { composeNotice, intelligenceParts, suggestions } from './compose-notice.ts'
import { askedPart } from './compose-offer.ts'
import { composeNudge, cyclesPart } from './cycle/compose.ts'
import { composeQuestion, questionAlerts } from './cycle/compose-question.ts'
import { isLeadProvider } from './cycle/duty.ts'
import { composeOwed, seesOnlyDuties } from './cycle/owing.ts'
import { unbegunPart } from './cycle/unbegun.ts'
import { isSecret, withoutSecret } from './forgotten.ts'
import { ownPlaces } from './guarded.ts'
import { historyPart, isStartKnown, levelStart } from './history.ts'
import { onFileAlerts, onFilePart } from './matter/on-file.ts'
import { stagesPart } from './matter/stages.ts'
import { notLive } from './not-live.ts'
import { opensPart } from './opens-card.ts'
import { proceduresPart } from './procedure/compose.ts'
import type { Provider } from './provider.ts'
import { composeReview, reviewAlerts } from './review/compose.ts'
import { servicesPart } from './services.ts'
import { namesOfOpen } from './taken-back/left-open.ts'
import { heading, type Latest, latestRatings } from './trend.ts'
import { untimedPart } from './untimed.ts'
import { wayTaken } from './ways.ts'

/** What a slot says now: written from the provider as it stands. */
export function composeProvider(
  provider: Provider,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const { viewer } = composing
  if (isOnlyTold(provider.late, ownPlaces(provider), viewer, slot)) return undefined
  if (seesOnlyDuties(provider, composing))
    return slot === 'root' ? composeOwed(provider, composing) : undefined
  if (slot === 'root') return root(provider, composing)
  const review =
    composeReview(provider, slot, composing) ?? composeQuestion(provider, slot, composing)
  if (review) return review
  const telling = tellingOf(provider.tellings ?? [], slot)
  if (telling) return told(provider, telling, composing)
  const [kind, id, n] = slot.split(':')
  if (kind === 'notice') {
    const notice = provider.notices.find((one) => `${one.n}` === id)
    return notice && composeNotice(provider, notice, composing)
  }
  const message = kind === 'nudge' && id ? composeNudge(provider, id, `${n}`, composing) : undefined
  if (!message) return undefined
  if (!isToldInstead(provider.late, viewer, slot)) return message
  const parts = message.parts.filter(({ kind: part }) => part !== 'buttons')
  return { ...message, parts: [...parts, whyByMail(provider.late, slot)] }
}

/** What became confidential, or was taken back, first reaches nobody any more; where it stands, it says so. */
function told(provider: Provider, telling: Telling, composing: Composing): Message | undefined {
  const { viewer } = composing
  const stands = telling.told.some(
    ({ place, acceptedAt }) =>
      acceptedAt !== null && viewer.type === 'place' && placeKey(place) === placeKey(viewer.place),
  )
  const isOver = isSecret(provider, telling) || telling.takenBack !== undefined
  if (isOver && !stands) return undefined
  const leftOpen = namesOfOpen(provider, telling.takesBack?.decision, composing)
  const about = { ...provider, leftOpen }
  return composeTold(withoutSecret(provider, telling), about, personOf(viewer), composing)
}

/** Whom a place is of; null where it is a room, or somebody looks it up. */
function personOf(viewer: Composing['viewer']): string | null {
  return viewer.type === 'place' && viewer.place.to.type === 'person'
    ? viewer.place.to.person
    : null
}

/** The one message that stands for a provider: its level, its ratings, what is due next. */
function root(provider: Provider, composing: Composing): Message {
  const { policy } = composing
  const { name, level, decisions } = provider
  const isLead = isLeadProvider(provider)
  const way = wayTaken(
    decisions.findLast(({ from, to }) => from !== to) ?? decisions.at(-1),
    policy,
  )
  return {
    title: isLead ? `${name}, Lead Provider` : `${name}: ${labelOf(policy, level)}`,
    parts: [
      ...reviewAlerts(provider),
      ...onFileAlerts(provider, composing),
      ...questionAlerts(provider, composing),
      ...askedPart(provider, composing),
      ...notLive(provider, composing),
      ...(isLead || !isStartKnown(provider) ? [] : [sincePart(provider, composing)]),
      ...historyPart(provider, composing),
      ...latestRatings(provider.ratings).flatMap((one) => ratingParts(provider, one, composing)),
      ...proceduresPart(provider, composing),
      ...cyclesPart(provider, composing),
      ...untimedPart(provider, composing),
      ...unbegunPart(provider, level, composing),
      ...stagesPart(provider, composing),
      ...opensPart(provider, composing),
      ...onFilePart(provider, composing),
      ...openActionsPart(provider.actions ?? [], composing),
      ...meetingsPart(provider, composing),
      ...tellingsPart(provider, composing),
      ...servicesPart(provider, composing),
      ...(way ? [{ kind: 'rule', id: way.id, citation: way.citation } as const] : []),
      actionButtons(provider, composing),
    ],
  }
}

function sincePart(provider: Provider, composing: Composing): Part {
  const since = shown(levelStart(provider, composing.policy), composing)
  return { kind: 'facts', facts: [['On this level since', since]] }
}

function shortOf({ blank }: Latest['rated']['rating'], instrument: Instrument | undefined): string {
  const part = instrument && partOf(instrument, blank)
  return part ? ` ${part}` : ''
}

function ratingParts(provider: Provider, { rated, before }: Latest, composing: Composing): Part[] {
  const { rating, ratedAt, prompts } = rated
  const instrument = composing.policy.instruments.find(({ id }) => id === rating.instrument)
  const text = `${instrument?.label ?? rating.instrument}: ${rating.total}, ${rating.bandLabel}${heading(before, rating.total)}, rated ${shown(ratedAt, composing)}.${shortOf(rating, instrument)}`
  return [
    { kind: 'text', text },
    ...intelligenceParts(provider, rated, composing),
    ...suggestions(prompts),
  ]
}
