import { alarmNotices } from '../alarm.ts'
import { tellOfGate, tellOfGates } from '../gate/gate.ts'
import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import type { MeetingIntentOf } from '../meeting/intent.ts'
import { callWanted, type WantedCall } from '../meeting/wanted-call.ts'
import { outageNotices } from '../outage.ts'
import { organisationId, providerId, referenceOf } from '../record-id.ts'
import { carryActions } from './carried.ts'
import type { Case } from './case.ts'
import { ownPlacesOf } from './confidential.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { tellSigns } from './follow-signs.ts'
import { asksForLevel } from './level/ways.ts'

/** What a fact asks of other records. */
export function followCase(kase: Case, event: CaseEvent): readonly FollowUp<Intent>[] {
  if (event.type === 'madeConfidential')
    return [...leftOut(kase), ...goneInside(kase), ...withheld(kase)]
  if (event.type === 'gateNoted') return tellOfGate(event.gate, kase.meetings)
  if (event.type === 'actionNoted') {
    const open = kase.meetings.filter(
      ({ meeting, closedAt }) => closedAt === null && meeting !== event.meeting,
    )
    return carryActions(kase, open)
  }
  if (event.type === 'meetingCalled')
    return [
      // Called while the case still stood for all.
      ...(kase.confidential ? goneInside({ ...kase, meetings: kase.meetings.slice(-1) }) : []),
      ...tellOfGates(kase, event.meeting),
      ...((kase.actions ?? []).length > 0 ? carryActions(kase, [event]) : []),
    ]
  if (event.type === 'accessGiven') return ofAccess(kase, event.access.person, true)
  if (event.type === 'accessRemoved') return ofAccess(kase, event.person, false)
  if (event.type === 'caughtUp') return outageNotices(event)
  if (event.type === 'notAccepted') return alarmNotices(kase.id, event)
  if (event.type === 'removed') return forgetting(kase, event)
  if (event.type === 'meetingAsked') return [{ intent: callOf(kase, event) }]
  // The provider’s own people read why its level changed.
  if (kase.confidential) return []
  if (event.type === 'triaged' || event.type === 'closed') return tellSigns(kase, true)
  if (event.type === 'providerLevelNoted') return asksForLevel(kase) ? tellSigns(kase, true) : []
  if (event.type === 'levelChosen')
    return [...(kase.providerLevel ? tellSigns(kase, false) : []), ...moving(kase, event)]
  return []
}

function moving(kase: Case, event: CaseEventOf<'levelChosen'>): FollowUp<Intent>[] {
  if (event.transition !== null && kase.provider.slug !== null) {
    const { by, reason } = event.choice
    if (by.type !== 'person') return []
    const change = {
      kind: 'provider',
      type: 'changeLevel',
      by: { type: 'person', person: by.person },
      transition: event.transition,
      reason:
        reason ?? `Triage of ${referenceOf(kase.id)}: ${kase.triage?.reasons.join(' ') ?? ''}`,
      evidence:
        kase.triage?.triggers.map(({ id, evidence }) => `${id}: ${evidence}`).join('; ') ?? null,
      because: kase.id,
    } as const
    return [{ to: providerId(kase.provider.slug), intent: change }]
  }
  return []
}

/** Meetings in its thread get rooms of their own. */
function goneInside({ meetings, confidential }: Case): FollowUp<Intent>[] {
  return meetings.map(({ meeting: to }) => ({
    to,
    intent: { kind: 'meeting', type: 'noteConfidential', list: listOf(confidential) },
  }))
}

/** With the provider stands why a level was chosen, which triggers there are, and what people were told: more people read that. */
function withheld({ id: record, provider }: Case): FollowUp<Intent>[] {
  if (provider.slug === null) return []
  const to = providerId(provider.slug)
  return [{ to, intent: { kind: 'provider', type: 'noteConfidential', record } }]
}

/** Whoever is taken off its list leaves its meetings too. */
function ofAccess({ meetings }: Case, person: string, listed: boolean): FollowUp<Intent>[] {
  return meetings.map(({ meeting: to }) => ({
    to,
    intent: { kind: 'meeting', type: 'noteAccess', person, listed },
  }))
}

function listOf(confidential: Case['confidential']): string[] {
  return confidential?.access.map(({ person }) => person) ?? []
}

/** Notices after an outage, and alarms, stand with organisations. */
function leftOut({ id: record, confidential, late }: Case): FollowUp<Intent>[] {
  const readers = confidential?.readers?.organisations.map(({ slug }) => slug) ?? []
  const alarmed = late.flatMap(
    ({ alarm }) => alarm?.tell.map(({ organisation }) => organisation) ?? [],
  )
  return [...new Set([...readers, ...alarmed])].map((slug) => ({
    to: organisationId(slug),
    intent: { kind: 'organisation', type: 'noteConfidential', record },
  }))
}

/** What else holds words of it: its meetings, and the decisions on its provider's level. */
function forgetting(
  { id, provider }: Case,
  { meetings, at, by, because, rule, keptUntil }: CaseEventOf<'removed'>,
): FollowUp<Intent>[] {
  const removal = { at, by, because, rule, keptUntil }
  const own = meetings.map((to): FollowUp<Intent> => {
    return { to, intent: { kind: 'meeting', type: 'noteRemoval', case: id, removal } }
  })
  if (provider.slug === null) return own
  const records = [id, ...meetings]
  const to = providerId(provider.slug)
  return [...own, { to, intent: { kind: 'provider', type: 'noteRemoval', records, removal } }]
}

/** The call that a case asks for: held from its own places. */
export function callOf(
  { id, provider, places, confidential }: Case,
  wanted: WantedCall,
): MeetingIntentOf<'call'> {
  // Of a confidential case a meeting takes only the services: it has a room of its own.
  const where = confidential
    ? { places: confidential.access.flatMap(ownPlacesOf), confidential: true as const }
    : { places }
  return callWanted(wanted, { case: id, provider, ...where })
}
