import { alarmNotices } from '../alarm.ts'
import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import { actorOf } from '../people/doer.ts'
import { providerId, referenceOf } from '../record-id.ts'
import { isActionEvent } from './action/event.ts'
import { carryToCase, followAction, followConflict } from './action/follow.ts'
import { isAside } from './aside.ts'
import { isOfDeciding } from './decision/event.ts'
import { followDeciding } from './decision/told-gates.ts'
import type { MeetingEvent } from './event.ts'
import { askCaseOfLevel } from './level/level.ts'
import type { Meeting } from './meeting.ts'
import { isOfMinutes } from './minutes/event.ts'
import { followMinutes } from './minutes/follow.ts'
import { tellOfCallOff } from './off/follow.ts'
import { forgetting } from './retention.ts'
import { isOfRooms } from './room/event.ts'
import { teamOf } from './team/team.ts'
import { tellOfFinding } from './told-record.ts'

export function followMeeting(meeting: Meeting, event: MeetingEvent): readonly FollowUp<Intent>[] {
  if (isOfMinutes(event)) return followMinutes(meeting, event)
  if (isActionEvent(event)) return followAction(meeting, event)
  if (event.type === 'conflictDeclared' || event.type === 'conflictReturned')
    return followConflict(meeting)
  if (isOfDeciding(event)) return followDeciding(meeting, event)
  if (isOfRooms(event)) return []
  if (event.type === 'levelLeft') return askCaseOfLevel(meeting, event)
  if (isAside(event)) return event.type === 'calledOff' ? tellOfCallOff(meeting) : []
  switch (event.type) {
    case 'called':
      return [...tellOfCall(meeting), ...changeLevel(meeting), ...tellProvider(meeting)]
    case 'recorded':
      return [...tellOfRecord(meeting), ...leadOn(meeting)]
    case 'wentPrivate':
      return [...withhold(meeting), ...carryToCase(meeting)]
    case 'notAccepted':
      return alarmNotices(meeting.id, event)
    case 'removed':
      return forgetting(meeting, event)
    case 'letGo':
    case 'letInAgain':
    case 'leftDirectory':
    case 'listedAgain':
    case 'successorLetIn':
    case 'roomMade':
    case 'roomFailed':
    case 'callMade':
    case 'seatCalled':
    case 'stoodIn':
    case 'seatAnswered':
    case 'stoodDown':
    case 'chairAsked':
    case 'chairConfirmed':
    case 'chairDeclined':
    case 'briefed':
    case 'seatAdded':
    case 'takenOut':
    case 'climbed':
    case 'repaired':
    case 'undelivered':
    case 'dropped':
    case 'noted':
    case 'followUpRefused':
    case 'messageEdited':
      return []
  }
}

/** Whatever it is about: a case, or else the provider itself. */
function tellOfCall({ id, case: kase, provider, rule, label }: Meeting): FollowUp<Intent>[] {
  const called = { meeting: id, rule, label } as const
  if (kase !== null) return [{ to: kase, intent: { kind: 'case', type: 'noteMeeting', ...called } }]
  if (provider.slug === null) return []
  const intent = { kind: 'provider', type: 'noteOwnMeeting', ...called } as const
  return [{ to: providerId(provider.slug), intent }]
}

/** The level changes at the call (G13); a provider that is not listed has none. Its own people read why. */
function changeLevel(meeting: Meeting): FollowUp<Intent>[] {
  const { id, provider, transition, by, why, confidential } = meeting
  if (confidential || transition === null || provider.slug === null) return []
  return [
    {
      to: providerId(provider.slug),
      intent: {
        kind: 'provider',
        type: 'changeLevel',
        by: actorOf(by),
        transition,
        reason: why,
        evidence: null,
        because: id,
      },
    },
  ]
}

/**
 * Why it was called stands with the decision on the level, what it asks for and decided on with the provider;
 * and of a case’s meeting the provider knows that it is called.
 */
function withhold(meeting: Meeting): FollowUp<Intent>[] {
  const { id, case: kase, provider, transition, actions, record } = meeting
  const isKnown = kase !== null || transition !== null || actions || record
  if (!isKnown || provider.slug === null) return []
  const to = providerId(provider.slug)
  return [{ to, intent: { kind: 'provider', type: 'noteConfidential', record: id } }]
}

/** What is known of the provider is for those who were called to read; of what is confidential it is not told. */
function tellProvider(called: Meeting): FollowUp<Intent>[] {
  const { id: meeting, case: kase, provider, rule, confidential } = called
  if (confidential || provider.slug === null) return []
  const ofCase = kase !== null && { rule }
  const intent = { kind: 'provider', type: 'noteMeeting', meeting, ...ofCase } as const
  return [{ to: providerId(provider.slug), intent }]
}

function tellOfRecord(meeting: Meeting): FollowUp<Intent>[] {
  const { id, case: kase, record, meets } = meeting
  if (!record) return []
  const toProvider = tellOfFinding(meeting, record)
  if (kase === null) return toProvider
  const { by, heldAt } = record
  const team = teamOf(meeting)
  const left = team.length > 0 && { team }
  const closed = { meeting: id, by: actorOf(by), heldAt, meets, ...left } as const
  return [
    { to: kase, intent: { kind: 'case', type: 'noteMeetingClosed', ...closed } },
    ...toProvider,
  ]
}

/**
 * What it decided about the level, if enough were there for that. Its record is for those who were called:
 * here stands only that it decided.
 */
function leadOn(meeting: Meeting): FollowUp<Intent>[] {
  const { id, label, provider, record, confidential } = meeting
  if (!record?.leadsTo || record.short || confidential || provider.slug === null) return []
  return [
    {
      to: providerId(provider.slug),
      intent: {
        kind: 'provider',
        type: 'changeLevel',
        by: actorOf(record.by),
        transition: record.leadsTo,
        reason: `Decided by the ${label.toLowerCase()} ${referenceOf(id)}; its record says why.`,
        evidence: null,
        because: id,
        decidedAt: record.heldAt,
        ...(record.chaired !== undefined && { chair: record.chaired }),
      },
    },
  ]
}
