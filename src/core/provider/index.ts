import { alarmNotices } from '../alarm.ts'
import { tellOfGate, tellOfGates } from '../gate/gate.ts'
import type { Intent } from '../intent.ts'
import type { FollowUp, Index, Kind } from '../kind.ts'
import { outageNotices } from '../outage.ts'
import { NO_LEAD } from '../people/lead.ts'
import { earliest } from '../time/instant.ts'
import { announceProvider, standingProvider } from './announce.ts'
import { briefs } from './brief.ts'
import { composeProvider } from './compose.ts'
import { isLeadProvider } from './cycle/duty.ts'
import { waitedFor } from './cycle/question.ts'
import { owersOf } from './cycles.ts'
import { decideProvider } from './decide.ts'
import type { ProviderEvent } from './event.ts'
import { evolveProvider } from './evolve.ts'
import type { ProviderIntent } from './intent.ts'
import { isForRooms } from './matter/kept-back.ts'
import { callOf } from './meetings.ts'
import type { Provider } from './provider.ts'
import { reviewers } from './review/waiting.ts'
import { tellMeetings } from './taken-back/telling.ts'
import { tellLevel } from './tell-level.ts'
import { tellCase } from './telling.ts'
import { isOfTellings } from './tellings.ts'

export { guardedProvider } from './guarded.ts'

export const providerKind: Kind<Provider, ProviderIntent, ProviderEvent, Intent> = {
  decide: decideProvider,
  evolve: evolveProvider,
  announce: announceProvider,
  compose: composeProvider,
  follow,
  index,
  standing: standingProvider,
}

function follow(provider: Provider, event: ProviderEvent): readonly FollowUp<Intent>[] {
  const { id, briefed = [] } = provider
  if (event.type === 'meetingAsked') return [{ intent: callOf(provider, event) }]
  if (event.type === 'gateNoted') return tellOfGate(event.gate, provider.meetings ?? [])
  if (event.type === 'meetingCalled') return tellOfGates(provider, event.meeting)
  if (event.type === 'notAccepted') return alarmNotices(id, event)
  if (event.type === 'cycleDone') return tellNext(provider, event)
  if (['signsNoted', 'levelDecided', 'cycleSet'].includes(event.type))
    return tellLevel(provider, event)
  if (event.type === 'briefed') return briefs(provider, [event.meeting], event.at)
  // What they were told before may have its words.
  if (event.type === 'withheld' || event.type === 'forgotten')
    return briefs(provider, briefed, event.at)
  if (isOfTellings(event)) return [...tellCase(provider, event), ...tellMeetings(provider, event)]
  return event.type === 'caughtUp' ? outageNotices(event) : []
}

/** When it is due first of what the provider itself reads of; empty where there is nothing. */
function ownDueAt(provider: Provider): string[] {
  const own = provider.cycles.filter(({ rule }) => isForRooms(provider, rule))
  const dueAt = earliest(own.map((cycle) => cycle.dueAt))
  return dueAt === null ? [] : [dueAt]
}

/** To the meeting that was the round: by when the next one is due. */
function tellNext(
  provider: Provider,
  { at, through }: Extract<ProviderEvent, { type: 'cycleDone' }>,
): FollowUp<Intent>[] {
  if (!through || !('meeting' in through)) return []
  const { meeting } = through
  return provider.briefed?.includes(meeting) ? briefs(provider, [meeting], at) : []
}

function index(provider: Provider): Index {
  const { kind, status, timeline, slug, leadProvider, level, cycles, matters = [] } = provider
  const back = cycles.some(({ rule }) => !isForRooms(provider, rule))
  const open = matters.filter(({ closedAt, keptBack }) => closedAt === null && !keptBack)
  return {
    timeline,
    wakeAt: earliest([...cycles.map(({ nudgeAt }) => nudgeAt), provider.quiet?.lookAt]),
    dueAt: earliest(cycles.map(({ dueAt }) => dueAt)),
    facets: {
      kind: [kind],
      status: [status],
      provider: [slug],
      ...(leadProvider === NO_LEAD ? {} : { leadProvider: [leadProvider] }),
      // A Lead Provider has none here.
      level: isLeadProvider(provider) ? [] : [level],
      ...(matters.length > 0 && { filed: [...new Set(matters.map(({ rule }) => rule))] }),
      ...(back && { ownDueAt: ownDueAt(provider) }),
      ...(open.length > 0 && { matter: [...new Set(open.map(({ rule }) => rule))] }),
      person: [
        ...new Set([
          ...cycles.flatMap(owersOf),
          ...reviewers(provider),
          ...waitedFor(provider.questions ?? []),
        ]),
      ],
    },
  }
}
