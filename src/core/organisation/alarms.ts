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
/** Until then a mail that tells of it may still wait to be written. */
const KEPT_MINUTES = 48 * 60
const MOST_KEPT = 1000
const LISTED = 20

/** What one service refuses, or does not accept in time, within a day and without a quiet hour, for one administrator. */
export const AlarmNotice = z.object({
  service: z.string(),
  place: Place,
  /** Of its own: one room that is gone must not hide that the whole service is down. */
  refused: z.boolean().default(false),
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
  const { refused } = late
  const known = alarms.find(
    (one) =>
      one.service === service &&
      one.refused === refused &&
      placeKey(one.place) === placeKey(place) &&
      one.since >= plusMinutes(at, -DAY_MINUTES) &&
      latestOf(one) >= plusMinutes(at, -QUIET_MINUTES),
  )
  const { since, count, late: before } = known ?? { since: at, count: 0, late: [] }
  const all = [...before, late].slice(-LISTED)
  const alarm = { service, place, refused, since, count: count + 1, late: all }
  const oldest = plusMinutes(at, -KEPT_MINUTES)
  const others = alarms.filter((one) => one !== known && latestOf(one) >= oldest)
  return [...others, alarm].slice(-MOST_KEPT)
}

function latestOf({ since, late }: AlarmNotice): Instant {
  return late.at(-1)?.at ?? since
}

/** A later one brings the message up to date; a mail, which cannot be, is sent once for each slot. */
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
  const { title, whatToDo, howOften } = wordsOf(alarm)
  const more = count - late.length
  return {
    title,
    parts: [
      {
        kind: 'list',
        items: [
          ...(late.length === 0 ? ['Which ones is not shown any more'] : []),
          ...late.map((one) => line(one, policy.zone)),
          ...(more > 0 ? [`and ${more} before these`] : []),
        ],
      },
      { kind: 'text', text: whatToDo },
      { kind: 'text', text: howOften },
    ],
  }
}

function wordsOf({ service: channel, refused, count }: AlarmNotice) {
  const service = serviceName(channel)
  if (refused) {
    return {
      title: `${service} refuses reminders: ${count === 1 ? 'one' : count} will not arrive`,
      whatToDo: `What ${service} refuses is not tried again. Look whether the place still exists in ${service} and whether Muster may still post there. The clocks run on: see that whoever owes something is phoned.`,
      howOften: `While it goes on, you are told of what ${service} refuses by one message a day.`,
    }
  }
  return {
    title: `${service} does not accept reminders: ${count === 1 ? 'one is' : `${count} are`} late`,
    whatToDo: `Sending to ${service} is tried for 24 hours in all. Look whether ${service} works and whether Muster may still post there. The clocks run on: if it stays down, see that whoever owes something is phoned.`,
    howOften: `While it goes on, you are told of ${service} by one message a day, and by another when ten times as many are late.`,
  }
}

function line({ record, about, at, refused, mailed }: Unaccepted, zone: string): string {
  const when = `${refused ? 'not taken at' : 'not accepted by'} ${showLocal(at, zone)}`
  const people = mailed === 1 ? '1 person' : `${mailed || 'no'} people`
  return `${referenceOf(record)}: ${about}, ${when}; told by mail: ${people}`
}

/** A mail never changes: ten times as many late is another one. */
function slotOf({ service, since, refused, count }: AlarmNotice): Slot {
  const slot = `alarm:${service}:${since}`
  if (refused) return `${slot}:refused`
  return count < 10 ? slot : `${slot}:${10 ** (String(count).length - 1)}`
}
