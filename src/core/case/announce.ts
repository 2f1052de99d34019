import { type Effect, type Place, placeKey, type Slot } from '../effect.ts'
import { lateEffects } from '../late.ts'
import { promptName } from '../prompt.ts'
import type { Case } from './case.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { isQuiet } from './notices.ts'

/** Which messages a fact makes out of date. The case is as it stands right after that fact. */
export function announceCase(kase: Case, event: CaseEvent): readonly Effect[] {
  const gone = event.type === 'undelivered' || event.type === 'dropped'
  const failed = gone || event.type === 'notAccepted' ? event.place : null
  const places = kase.places.filter((place) => placeKey(place) !== failed)
  return [
    ...places.flatMap((place) => slotsOf(kase, event).map((slot) => message(place, slot))),
    ...personal(kase, event),
    ...(event.type === 'notAccepted' ? lateEffects(event.told) : []),
  ]
}

function slotsOf(kase: Case, event: CaseEvent): readonly Slot[] {
  const notice = `notice:${kase.notices.length}`
  switch (event.type) {
    case 'raised':
    case 'clockStarted':
    case 'clockReferenced':
    case 'clockCancelled':
    case 'triaged':
      return ['root']
    case 'clockNudged':
      return ['root', ...superseded(event), `nudge:${event.clock}:${event.nudge.n}`]
    case 'clockTaken':
      return ['root', ...lastNudge(kase, event.clock)]
    case 'clockMet':
    case 'clockMissed':
    case 'clockSnoozed':
    case 'lateReasonGiven':
      return ['root', ...lastNudge(kase, event.clock), notice]
    case 'promptOpened':
      return [`prompt:${promptName(event.prompt)}`]
    case 'promptAnswered':
    case 'promptWithdrawn':
      return [`prompt:${nameOf(kase, event.prompt)}`]
    case 'promptClimbed':
      // The message before loses its buttons to the new one.
      return (event.n > 2 ? [event.n - 1, event.n] : [event.n]).map(
        (n): Slot => `nudge:prompt.${nameOf(kase, event.prompt)}:${n}`,
      )
    case 'levelChosen':
    case 'becameIncident':
    case 'meetingCalled':
    case 'meetingClosed':
    case 'panelDecided':
    case 'closed':
      return ['root', notice]
    case 'noted':
    case 'followUpRefused':
    case 'dropped':
      return [notice]
    case 'notAccepted':
      return ['root', notice]
    case 'undelivered':
      return isQuiet(event.slot) ? [] : [notice]
    case 'climbEnded':
    case 'meetingAsked':
    case 'raiserTold':
      return []
  }
}

function nameOf(kase: Case, id: string): string {
  const prompt = kase.prompts.find((one) => one.id === id)
  return prompt ? promptName(prompt) : id
}

/** The nudge before loses its buttons to the new one. */
function superseded({ clock, nudge: { n } }: CaseEventOf<'clockNudged'>): readonly Slot[] {
  return n === 1 ? [] : [`nudge:${clock}:${n - 1}`]
}

/** The newest nudge of a clock carries its live buttons. */
function lastNudge(kase: Case, clock: string): readonly Slot[] {
  const n = kase.clocks.find(({ rule }) => rule === clock)?.nudges.length ?? 0
  return n === 0 ? [] : [`nudge:${clock}:${n}`]
}

function personal(kase: Case, event: CaseEvent): readonly Effect[] {
  const { place } = kase.raiser
  if (place === null) return []
  if (event.type === 'raised') return [message(place, 'receipt')]
  return event.type === 'raiserTold' ? [message(place, `outcome:${kase.told.length}`)] : []
}

/** Prompts and nudges go before notices where a service lets only so many through. */
function message(place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent: !slot.startsWith('notice:') }
}
