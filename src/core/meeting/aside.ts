import { accept, type Decision } from '../decision.ts'
import type { Effect } from '../effect.ts'
import type { Allowed } from '../permission/permitted.ts'
import { typeIn } from '../type-in.ts'
import { withNotice } from '../with-notice.ts'
import { itself } from './addressing.ts'
import type { CarriedEvent } from './carried/carried.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntent } from './intent.ts'
import { announceLevelLeft, announceTakenBack, type LevelEvent, noteLevel } from './level/level.ts'
import type { Meeting } from './meeting.ts'
import { announceNudge } from './nudge/announce.ts'
import { evolveNudge, type NudgeEvent } from './nudge/nudge.ts'
import { announceOff } from './off/announce.ts'
import { announceCallLeft } from './off/call-left.ts'
import { callOff } from './off/decide.ts'
import { evolveOff } from './off/evolve.ts'
import type { CallLeftEvent, OffEvent } from './off/off.ts'
import { endOfCall, ownCall } from './online-call.ts'
import { evolveOpened, isNewlyOpened, type OpenedEvent } from './opened/opened.ts'
import { announceReachedAnew, type ReachedAnewEvent, withReachedAnew } from './reached-anew.ts'
import { held, type KeepingEvent, keeping } from './retention.ts'
import { announceTime } from './time/announce.ts'
import { changeTime } from './time/decide.ts'
import type { TimeEvent } from './time/event.ts'
import { evolveTime } from './time/evolve.ts'
import { announceUntold } from './untold/announce.ts'
import type { UntoldEvent } from './untold/untold.ts'

/** What happens beside who is called and what is decided: its time, that it is called off, who has not heard of either, reminders of calls, who opened their call, what earlier meetings ask for, that the provider left enhanced all the same or its level was taken back, how long it is kept. */
export type AsideEvent =
  | TimeEvent
  | OffEvent
  | CallLeftEvent
  | UntoldEvent
  | NudgeEvent
  | OpenedEvent
  | CarriedEvent
  | LevelEvent
  | ReachedAnewEvent
  | KeepingEvent

export const isAside = typeIn<AsideEvent['type']>(
  'timeChanged',
  'calledOff',
  'callLeft',
  'untold',
  'callReminded',
  'opened',
  'actionsCarried',
  'levelLeft',
  'levelTakenBack',
  'reachedAnew',
  'keptLonger',
  'keptNoLonger',
)

const INTENTS = [
  'changeTime',
  'callOff',
  'noteOpened',
  'noteCarried',
  'noteLevel',
  'hold',
  'release',
  'remove',
] as const
type Asks = (typeof INTENTS)[number]
export type AsideIntent = Extract<MeetingIntent, { type: Asks }>

export const asksAside = typeIn(...INTENTS)

/** What is asked of it only until it is over. */
export function isWhileOpen({ type }: AsideIntent): boolean {
  return type === 'changeTime' || type === 'callOff'
}

export function decideAside(
  meeting: Meeting,
  intent: AsideIntent,
  context: Allowed,
): Decision<MeetingEvent> {
  switch (intent.type) {
    case 'changeTime':
      return changeTime(meeting, intent, context)
    case 'callOff':
      return callOff(meeting, intent, context)
    case 'noteOpened': {
      const { person, channel, slot } = intent
      const isNews = isNewlyOpened(meeting, intent)
      return isNews ? accept({ type: 'opened', at: context.now, person, channel, slot }) : accept()
    }
    case 'noteCarried': {
      const { actions } = intent
      const isKnown = JSON.stringify(meeting.carried ?? []) === JSON.stringify(actions)
      const isOver = meeting.status === 'closed'
      return isKnown || isOver
        ? accept()
        : accept({ type: 'actionsCarried', at: context.now, actions })
    }
    case 'noteLevel':
      return noteLevel(meeting, intent, context)
    case 'hold':
    case 'release':
    case 'remove':
      return keeping(meeting, intent, context)
  }
}

export function evolveAside(
  meeting: Meeting,
  event: AsideEvent & { readonly at: string },
): Meeting {
  switch (event.type) {
    case 'timeChanged':
      return evolveTime(meeting, event)
    case 'calledOff':
      return evolveOff(meeting, event)
    case 'callLeft': {
      const { type: say, at, channel, reason } = event
      return withNotice(meeting, at, { say, channel, reason })
    }
    case 'untold': {
      const { type: say, at, ...untold } = event
      return withNotice(meeting, at, { say, ...untold })
    }
    case 'reachedAnew':
      return withReachedAnew(meeting, event)
    case 'callReminded':
      return evolveNudge(meeting, event)
    case 'actionsCarried':
      return { ...meeting, carried: [...event.actions] }
    case 'levelLeft': {
      const { type: say, at, ...left } = event
      return withNotice(meeting, at, { say, ...left })
    }
    case 'levelTakenBack': {
      const { type: say, at, told, ...left } = event
      return withNotice(meeting, at, { say, ...left, told: [...told] })
    }
    case 'opened':
      return evolveOpened(meeting, event)
    case 'keptLonger':
    case 'keptNoLonger':
      return held(meeting, event)
  }
}

/** Who opened their call stands on the roll; a hold years later stirs no room. */
export function announceAside(meeting: Meeting, event: AsideEvent): readonly Effect[] {
  if (event.type === 'calledOff') return [...announceOff(meeting), ...endOfCall(meeting)]
  if (event.type === 'callLeft') return announceCallLeft(meeting)
  if (event.type === 'untold') return announceUntold(meeting, event)
  if (event.type === 'reachedAnew')
    return [...announceReachedAnew(meeting, event), ...itself(meeting)]
  if (event.type === 'levelLeft') return announceLevelLeft(meeting)
  if (event.type === 'levelTakenBack') return announceTakenBack(meeting)
  if (event.type === 'callReminded') return announceNudge(meeting, event)
  if (event.type === 'opened' || event.type === 'actionsCarried') return itself(meeting)
  return event.type === 'timeChanged' ? [...announceTime(meeting), ...ownCall(meeting)] : []
}
