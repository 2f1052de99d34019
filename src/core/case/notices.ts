import { serviceName } from '../late.ts'
import type { Case } from './case.ts'
import { droppedWords } from './dropped-words.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import type { ClockEvent } from './evolve-clock.ts'
import type { Said } from './notice.ts'
import { isOfRoute, type RouteEvent } from './safeguarding/route.ts'

/** What the thread is told of a fact; null where a prompt or a nudge already shows it. */
export function noticeOf(kase: Case, event: CaseEvent): Said | null {
  if ('clock' in event) return event.type === 'clockStarted' ? null : ofClock(event)
  if (event.type === 'placeAdded' || event.type === 'actionNoted') return null
  if (event.type === 'newsSwitched' || event.type === 'quietSet') return null
  if (event.type === 'recordedUpdated') return updated(kase, event)
  if (event.type === 'levelLeft') return leftLevel(event)
  if (event.type === 'providerLevelNoted') return null
  if (isOfRoute(event)) return event.type === 'tellingBegun' ? { say: 'route' } : null
  return event.type === 'tellingNoted' ? newTelling(kase, event) : ofWhole(kase, event)
}

type Whole = Exclude<
  CaseEvent,
  | { clock: unknown }
  | {
      type:
        | 'tellingNoted'
        | 'recordedUpdated'
        | 'newsSwitched'
        | 'actionNoted'
        | 'placeAdded'
        | 'quietSet'
        | 'levelLeft'
        | 'providerLevelNoted'
        | RouteEvent['type']
    }
>

function leftLevel({ type: say, at, ...left }: CaseEventOf<'levelLeft'>): Said {
  return { say, ...left }
}

function ofWhole(kase: Case, event: Whole): Said | null {
  switch (event.type) {
    case 'levelChosen':
    case 'closed':
      return { say: event.type }
    case 'becameIncident':
      return { say: 'becameIncident', by: event.by, reason: event.reason }
    case 'meetingCalled':
    case 'meetingClosed':
    case 'meetingCalledOff':
      return { say: event.type, meeting: event.meeting }
    case 'recordSealed':
      return { say: 'recordSealed', meeting: event.meeting, by: event.by }
    case 'panelDecided':
      return { say: 'panel', index: kase.panels.length - 1 }
    case 'noted':
      return { say: 'noted', by: event.by, text: event.text }
    case 'followUpRefused':
      return { say: 'notDone', words: event.refusal.message }
    case 'notAccepted':
      return { say: 'late', index: kase.late.length - 1 }
    case 'undelivered':
      return isQuiet(event.slot) ? null : undelivered(event.reason)
    case 'dropped':
      return { say: 'notDone', words: droppedWords(event) }
    case 'madeConfidential':
      return { say: 'confidential', by: event.by, reason: event.reason }
    case 'accessGiven':
    case 'accessRemoved':
      return ofAccess(event)
    case 'roomFailed':
      return { say: 'notDone', words: noRoom(event) }
    case 'accessAsked':
    case 'accessRefused':
    case 'roomMade':
    case 'raised':
    case 'promptOpened':
    case 'promptClimbed':
    case 'promptAnswered':
    case 'promptWithdrawn':
    case 'triaged':
    case 'meetingAsked':
    case 'gateNoted':
    case 'raiserTold':
    case 'caughtUp':
    case 'repaired':
    case 'messageEdited':
    case 'held':
    case 'released':
    case 'removed':
      return null
  }
}

/** With the panel’s own record it stands there. */
function updated(
  { panels }: Case,
  { at, doneAt, by }: CaseEventOf<'recordedUpdated'>,
): Said | null {
  return at === panels.at(-1)?.at ? null : { say: 'recordedUpdated', doneAt, by }
}

/** One notice of each, which is kept up to date. */
function newTelling({ notices }: Case, { telling: { n } }: CaseEventOf<'tellingNoted'>) {
  const isSaid = notices.some(({ said }) => said.say === 'telling' && said.telling === n)
  return isSaid ? null : ({ say: 'telling', telling: n } as const)
}

/** A notice that fails must not lead to another. */
export function isQuiet(slot: string): boolean {
  return slot.startsWith('notice:')
}

function ofAccess(event: CaseEventOf<'accessGiven' | 'accessRemoved'>): Said {
  if (event.type === 'accessGiven') {
    const { person, why, by } = event.access
    return { say: 'access', given: true, person, why, by }
  }
  const { person, reason: why, by } = event
  return { say: 'access', given: false, person, why, by }
}

function noRoom({ channel, reason }: { channel: string; reason: string }): string {
  return `There is no private room on ${serviceName(channel)}, so each person is told there alone. ${reason}`
}

function undelivered(reason: string): Said {
  return { say: 'notDone', words: `A message could not be delivered: ${reason}` }
}

function ofClock(event: ClockEvent): Said | null {
  const { clock } = event
  switch (event.type) {
    case 'clockMet': {
      const { metAt, late, by, form, answers, was } = event
      const corrected = was === undefined ? {} : { was }
      return { say: 'clockMet', clock, metAt, late, by, form, answers, ...corrected }
    }
    case 'clockMissed':
      return event.folded ? null : { say: 'clockMissed', clock }
    case 'clockSnoozed':
      return { say: 'snoozed', clock, until: event.until, reason: event.reason, by: event.by }
    case 'clockLapsed':
      return { say: 'lapsed', clock, reason: event.reason, by: event.by }
    case 'cadenceChosen':
      return { say: 'cadence', clock, every: event.every, by: event.by }
    case 'updateGiven': {
      const { doneAt, by, form, answers } = event
      return { say: 'updateGiven', clock, doneAt, by, form, answers }
    }
    case 'lateReasonGiven':
      return { say: 'lateReason', clock, reason: event.reason, by: event.by }
    case 'clockNudged':
    case 'climbEnded':
    case 'clockTaken':
    case 'clockReferenced':
    case 'clockStartCorrected':
    case 'clockCancelled':
      return null
  }
}
