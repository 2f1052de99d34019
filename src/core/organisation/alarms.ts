import { z } from 'zod'
import { Unaccepted } from '../alarm.ts'
import { type Effect, Place, placeKey, type Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { serviceName } from '../late.ts'
import type { Message } from '../message/message.ts'
import { referenceOf } from '../record-id.ts'
import { Instant, plusMinutes } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import type { OrganisationEvent } from './event.ts'

const DAY_MINUTES = 24 * 60
/** A failure after so long without one is news again. */
const QUIET_MINUTES = 60
const KEPT = 50
const LISTED = 20

/** What fails at one service within a day and without a quiet hour, for one administrator: one message, however much it is. */
export const AlarmNotice = z.object({
  service: z.string(),
  place: Place,
  since: Instant,
  count: z.int().positive(),
  /** The latest of them. */
  late: z.array(Unaccepted),
})
type AlarmNotice = z.infer<typeof AlarmNotice>
type Noted = Extract<OrganisationEvent, { type: 'alarmNoted' }>

/** The one that has changed is the last. */
export function withAlarm(
  alarms: readonly AlarmNotice[],
  { at, service, place, late }: Noted,
): AlarmNotice[] {
  const known = alarms.find(
    (one) =>
      one.service === service &&
      placeKey(one.place) === placeKey(place) &&
      one.since >= plusMinutes(at, -DAY_MINUTES) &&
      latestOf(one) >= plusMinutes(at, -QUIET_MINUTES),
  )
  const { since, count, late: before } = known ?? { since: at, count: 0, late: [] }
  const all = [...before, late].slice(-LISTED)
  const alarm = { service, place, since, count: count + 1, late: all }
  return [...alarms.filter((one) => one !== known), alarm].slice(-KEPT)
}

function latestOf({ since, late }: AlarmNotice): Instant {
  return late.at(-1)?.at ?? since
}

/** A later one brings the message up to date; a mail, which cannot be, is sent once. */
export function announceAlarm(alarms: readonly AlarmNotice[]): Effect[] {
  return alarms
    .slice(-1)
    .map((alarm) => ({ type: 'message', place: alarm.place, slot: slotOf(alarm), urgent: true }))
}

/** Undefined for another slot, and for a place that is told of another. */
export function composeAlarm(
  alarms: readonly AlarmNotice[],
  slot: Slot,
  { viewer, policy }: Composing,
): Message | undefined {
  const place = viewer.type === 'place' ? placeKey(viewer.place) : null
  const alarm = alarms.find(
    (one) => slotOf(one) === slot && (viewer.type === 'operator' || placeKey(one.place) === place),
  )
  if (!alarm) return undefined
  const { count, late } = alarm
  const service = serviceName(alarm.service)
  const more = count - late.length
  return {
    title: `${service} does not accept reminders: ${count === 1 ? 'one is' : `${count} are`} late`,
    parts: [
      {
        kind: 'list',
        items: [
          ...late.map((one) => line(one, policy.zone)),
          ...(more > 0 ? [`and ${more} before these`] : []),
        ],
      },
      {
        kind: 'text',
        text: `Sending to ${service} is tried for 24 hours in all. Look whether ${service} works and whether Muster may still post there. The clocks run on: if it stays down, see that whoever owes something is phoned.`,
      },
      { kind: 'text', text: `While it goes on, you are told of ${service} by one message a day.` },
    ],
  }
}

function line({ record, about, at, refused, mailed }: Unaccepted, zone: string): string {
  const when = `${refused ? 'not taken at' : 'not accepted by'} ${showLocal(at, zone)}`
  const people = mailed === 1 ? '1 person' : `${mailed || 'no'} people`
  return `${referenceOf(record)}: ${about}, ${when}; told by mail: ${people}`
}

function slotOf({ service, since }: Pick<AlarmNotice, 'service' | 'since'>): Slot {
  return `alarm:${service}:${since}`
}
