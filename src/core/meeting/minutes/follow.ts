import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import type { Doer } from '../../people/actor.ts'
import { actorOf } from '../../people/doer.ts'
import { providerId } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'
import { tellOfFinding } from '../told-record.ts'
import type { MinutesEvent } from './event.ts'

/** What became of the record is told where it matters. */
export function followMinutes(meeting: Meeting, event: MinutesEvent): FollowUp<Intent>[] {
  switch (event.type) {
    case 'drafted':
      return []
    case 'sealed':
      return tellCaseOfSeal(meeting, event.by)
    case 'corrected':
      return [
        ...(event.fields.includes('heldAt') ? tellOfTime(meeting, event.by) : []),
        ...tellOfFinding(meeting, event),
        ...(event.otherwise ? tellProvider(meeting, 'corrected', event.by) : []),
      ]
    case 'addendumAdded':
      // Whether its words say otherwise only somebody who reads them can tell.
      return meeting.record?.leadsTo ? tellProvider(meeting, 'added', event.by) : []
  }
}

/** What is held in the thread of the case is sealed there before everybody’s eyes. */
function tellCaseOfSeal(
  { id: meeting, case: to, room }: Meeting,
  sealedBy: Doer,
): FollowUp<Intent>[] {
  if (to === null || room === 'thread') return []
  return [{ to, intent: { kind: 'case', type: 'noteRecordSealed', meeting, sealedBy } }]
}

/** Whatever was judged by the time of holding that was recorded first: a clock of its case, or a duty of its provider. */
function tellOfTime(
  { id: meeting, case: kase, provider, record, minutes, meets }: Meeting,
  by: Doer,
): FollowUp<Intent>[] {
  const was = minutes?.before.at(-1)?.heldAt
  if (!record || was === undefined) return []
  const corrected = { meeting, by: actorOf(by), heldAt: record.heldAt, was } as const
  if (kase !== null)
    return meets === null
      ? []
      : [{ to: kase, intent: { kind: 'case', type: 'noteMeetingClosed', ...corrected, meets } }]
  if (provider.slug === null) return []
  const intent = { kind: 'provider', type: 'noteOwnMeetingClosed', ...corrected } as const
  return [{ to: providerId(provider.slug), intent }]
}

/** That the record which decided on its level says something else; not what. Of what is confidential it is not told. */
function tellProvider(
  { id: meeting, label, provider, confidential }: Meeting,
  how: 'corrected' | 'added',
  correctedBy: Doer,
): FollowUp<Intent>[] {
  if (confidential || provider.slug === null) return []
  const changed = { meeting, label, how, correctedBy } as const
  const intent = { kind: 'provider', type: 'noteRecordChanged', ...changed } as const
  return [{ to: providerId(provider.slug), intent }]
}
