import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import type { Doer } from '../../people/actor.ts'
import { actorOf } from '../../people/doer.ts'
import { providerId } from '../../record-id.ts'
import type { Instant } from '../../time/instant.ts'
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
    case 'corrected': {
      const { by, fields, otherwise } = event
      const was = fields.includes('heldAt') ? meeting.minutes?.before.at(-1)?.heldAt : undefined
      return [
        ...(was === undefined ? [] : tellCaseOfTime(meeting, { by, was })),
        ...tellOfFinding(meeting, { ...event, ...(was !== undefined && { was }) }),
        ...(otherwise ? tellProvider(meeting, 'corrected', by) : []),
      ]
    }
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

/** A clock of its case that was judged by the time of holding that was recorded first. */
function tellCaseOfTime(
  { id: meeting, case: to, record, meets }: Meeting,
  { by, was }: { readonly by: Doer; readonly was: Instant },
): FollowUp<Intent>[] {
  if (!record || to === null || meets === null) return []
  const corrected = { meeting, by: actorOf(by), heldAt: record.heldAt, was, meets } as const
  return [{ to, intent: { kind: 'case', type: 'noteMeetingClosed', ...corrected } }]
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
