import { z } from 'zod'
import type { Intent } from './intent.ts'
import type { Context, FollowUp } from './kind.ts'
import { type Alarm, channelOf, type Late, mailed, placeOf } from './late.ts'
import { findPerson } from './people/find.ts'
import { reachOf } from './people/reach.ts'
import { organisationId, RecordId } from './record-id.ts'
import { Instant } from './time/instant.ts'

/** What a service has not accepted, for administrators: which record and which clock, never what it is about. */
export const Unaccepted = z.object({
  record: RecordId,
  about: z.string(),
  at: Instant,
  refused: z.boolean(),
  /** How many people were told by mail instead. */
  mailed: z.int(),
})
export type Unaccepted = z.infer<typeof Unaccepted>

/** Administrators are told by mail, and on every other chat service. */
export function alarmOf(
  place: string,
  about: string,
  { administrators, channels, lastResort, directory }: Context,
): Alarm {
  const working = channels.filter((channel) => channel !== channelOf(place))
  const tell = administrators.flatMap((person) => {
    const organisation = findPerson(directory, person)?.organisation.slug
    if (organisation === undefined) return []
    return [...reachOf(directory, person, working), ...lastResort].map((channel) => ({
      organisation,
      place: placeOf(channel, person),
    }))
  })
  return { about, tell }
}

/** The organisation of each administrator gathers from all records what fails at one service: one follow-up for each. */
export function alarmNotices(record: RecordId, late: Late): FollowUp<Intent>[] {
  const { at, refused, alarm } = late
  if (!alarm) return []
  const one = { record, about: alarm.about, at, refused, mailed: mailed(late).length }
  const service = channelOf(late.place)
  const organisations = [...new Set(alarm.tell.map(({ organisation }) => organisation))]
  return organisations.map((slug) => {
    const told = alarm.tell.filter(({ organisation }) => organisation === slug)
    const places = told.map(({ place }) => place)
    return {
      to: organisationId(slug),
      intent: { kind: 'organisation', type: 'noteAlarm', service, places, late: one },
    }
  })
}
