import { type Effect, type Place, placeKey, type Slot } from '../effect.ts'
import { lateEffects } from '../late.ts'
import { lastAsk, promptName } from '../prompt.ts'
import { announceConfidential } from './announce-confidential.ts'
import type { Case } from './case.ts'
import { lastSent } from './clock-run.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { isAboutAccess } from './evolve-confidential.ts'
import { isQuiet } from './notices.ts'
import { announceRoute, isOfRoute, type RouteEvent } from './safeguarding/route.ts'
import { slotsOfTelling } from './telling.ts'

/** Which messages a fact makes out of date. The case is as it stands right after that fact. */
export function announceCase(kase: Case, event: CaseEvent): readonly Effect[] {
  if (event.type === 'repaired') {
    const { place, slot, urgent } = event
    return [{ type: 'message', place, slot, urgent }]
  }
  if (isOfRoute(event)) return announceRoute(kase, event)
  const gone = event.type === 'undelivered' || event.type === 'dropped'
  const failed = gone || event.type === 'notAccepted' ? event.place : null
  const places = kase.places.filter((place) => placeKey(place) !== failed)
  return [
    ...announceConfidential(kase, event),
    ...places.flatMap((place) =>
      [...slotsOf(kase, event), ...asksAnew(kase, event)].map((slot) => message(place, slot)),
    ),
    ...personal(kase, event),
    ...(event.type === 'placeAdded' ? [message(event.place, 'root')] : []),
    ...(event.type === 'notAccepted' ? lateEffects(event.told) : []),
  ]
}

/** A hold, years later, stirs no room: whoever looks the case up sees it. */
function slotsOf(kase: Case, event: Exclude<CaseEvent, RouteEvent>): readonly Slot[] {
  const notice = `notice:${kase.notices.length}`
  if (isAboutAccess(event)) return isListChanged(event) ? ['root', notice] : []
  if ('clock' in event) return ofClock(kase, event, notice)
  switch (event.type) {
    case 'raised':
    case 'triaged':
    case 'providerLevelNoted':
      return ['root']
    case 'promptOpened':
      return [`prompt:${promptName(event.prompt)}`]
    case 'promptAnswered':
    case 'promptWithdrawn':
      return [`prompt:${nameOf(kase, event.prompt)}`]
    case 'promptClimbed':
      return askedAgain(kase, event)
    case 'levelChosen':
    case 'becameIncident':
    case 'meetingCalled':
    case 'meetingClosed':
    case 'meetingCalledOff':
    case 'panelDecided':
    case 'recordedUpdated':
    case 'closed':
    case 'notAccepted':
      return ['root', notice]
    case 'tellingNoted':
      return slotsOfTelling(kase, event)
    case 'recordSealed':
    case 'levelLeft':
    case 'noted':
    case 'followUpRefused':
    case 'dropped':
      return [notice]
    case 'undelivered':
      return isQuiet(event.slot) ? [] : [notice]
    case 'meetingAsked':
    case 'gateNoted':
    case 'actionNoted':
    case 'placeAdded':
    case 'raiserTold':
    case 'newsSwitched':
    case 'quietSet':
    case 'caughtUp':
    case 'repaired':
    case 'messageEdited':
    case 'held':
    case 'released':
    case 'removed':
      return []
  }
}

function ofClock(
  kase: Case,
  event: Extract<CaseEvent, { clock: unknown }>,
  notice: Slot,
): readonly Slot[] {
  switch (event.type) {
    case 'clockStarted':
    case 'clockReferenced':
    case 'clockStartCorrected':
    case 'clockCancelled':
      return ['root']
    case 'clockNudged':
      return ['root', ...nudged(kase, event)]
    case 'clockTaken':
      return ['root', ...lastNudge(kase, event.clock)]
    case 'clockMissed':
      return ['root', ...lastNudge(kase, event.clock), ...(event.folded ? [] : [notice])]
    case 'clockMet':
    case 'clockSnoozed':
    case 'clockLapsed':
    case 'cadenceChosen':
    case 'updateGiven':
    case 'lateReasonGiven':
      return ['root', ...lastNudge(kase, event.clock), notice]
    case 'climbEnded':
      return []
  }
}

/** Of all else about access those who see the case are told where it stands from then on. */
function isListChanged({ type }: CaseEvent): boolean {
  return type === 'accessGiven' || type === 'accessRemoved'
}

function nameOf(kase: Case, id: string): string {
  const prompt = kase.prompts.find((one) => one.id === id)
  return prompt ? promptName(prompt) : id
}

/** An open question about the level says where the provider is, and each meeting that speaks against it. */
function asksAnew({ prompts }: Case, { type }: CaseEvent): Slot[] {
  if (type !== 'providerLevelNoted' && type !== 'levelLeft') return []
  const question = type === 'levelLeft' ? type : 'level'
  const prompt = prompts.find(({ asks, state }) => asks === question && state === 'open')
  if (!prompt) return []
  const last = lastAsk(prompt, prompt.climbed + 1)
  const name = promptName(prompt)
  return last > 1 ? [`prompt:${name}`, `nudge:prompt.${name}:${last}`] : [`prompt:${name}`]
}

/** The message before loses its buttons to the new one. */
function askedAgain(kase: Case, event: CaseEventOf<'promptClimbed'>): readonly Slot[] {
  if (event.folded) return []
  const prompt = kase.prompts.find((one) => one.id === event.prompt)
  const before = prompt ? lastAsk(prompt, event.n - 1) : 1
  return [...(before > 1 ? [before] : []), event.n].map(
    (n): Slot => `nudge:prompt.${nameOf(kase, event.prompt)}:${n}`,
  )
}

function nudged(kase: Case, event: CaseEventOf<'clockNudged'>): readonly Slot[] {
  const { clock, nudge } = event
  if (nudge.folded) return lastNudge(kase, clock)
  return [...superseded(kase, event), `nudge:${clock}:${nudge.n}`]
}

/** The nudge before loses its buttons to the new one. */
function superseded(
  kase: Case,
  { clock, nudge: { n } }: CaseEventOf<'clockNudged'>,
): readonly Slot[] {
  const before = runOf(kase, clock)?.nudges.filter((one) => one.n < n) ?? []
  const last = lastSent({ nudges: before })
  return last === 0 ? [] : [`nudge:${clock}:${last}`]
}

/** The newest nudge of a clock carries its live buttons. */
function lastNudge(kase: Case, clock: string): readonly Slot[] {
  const run = runOf(kase, clock)
  const n = run ? lastSent(run) : 0
  return n === 0 ? [] : [`nudge:${clock}:${n}`]
}

function runOf(kase: Case, clock: string) {
  return kase.clocks.find(({ rule }) => rule === clock)
}

function personal(kase: Case, event: CaseEvent): readonly Effect[] {
  const { place } = kase.raiser
  if (place === null) return []
  if (event.type === 'raised') return [message(place, 'receipt')]
  // What was sent before shows whether more comes.
  if (event.type === 'newsSwitched')
    return [message(place, 'receipt'), ...sentOf(kase).map((slot) => message(place, slot))]
  const isSent = event.type === 'raiserTold' && event.quiet !== true
  return isSent ? [message(place, `outcome:${kase.told.length}`)] : []
}

function sentOf({ told }: Case): Slot[] {
  return told.flatMap(({ n, quiet }): Slot[] => (quiet ? [] : [`outcome:${n}`]))
}

/** Prompts and nudges go before notices where a service lets only so many through. */
function message(place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent: !slot.startsWith('notice:') }
}
