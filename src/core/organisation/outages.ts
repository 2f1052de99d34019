import { type Effect, placeKey, type Slot } from '../effect.ts'
import type { HeldUp } from '../outage.ts'
import type { RecordId } from '../record-id.ts'
import type { Standing } from '../standing.ts'
import { announceAlarm } from './alarms.ts'
import { announceRules } from './approval/compose.ts'
import { announceDigests } from './digest/compose.ts'
import type { OrganisationEvent } from './event.ts'
import type { Organisation, OutageNotice } from './organisation.ts'
import { announceHead } from './printed-head.ts'

type Noted = Extract<OrganisationEvent, { type: 'outageNoted' }>

const KEPT = 10

/** Gathers what the records say of one outage. Known by its beginning: it may end later than was thought. */
export function withOutage(outages: readonly OutageNotice[], noted: Noted): OutageNotice[] {
  const { outage, place, late } = noted
  const known = outages.find((one) => one.outage.from === outage.from)
  const n = known?.n ?? (outages.at(-1)?.n ?? 0) + 1
  const before = known?.tells ?? []
  const told = before.find((one) => placeKey(one.place) === placeKey(place))
  const tell = { place, late: [...newer(told?.late ?? [], late), ...late] }
  const tells = told ? before.map((one) => (one === told ? tell : one)) : [...before, tell]
  const until = later(known?.outage.until ?? outage.until, outage.until)
  const notice = { n, outage: { from: outage.from, until }, tells }
  return [...outages.filter((one) => one !== known), notice]
    .sort((one, other) => one.n - other.n)
    .slice(-KEPT)
}

/** A record that was woken twice in one outage says what is true by now. */
function newer(before: readonly HeldUp[], late: readonly HeldUp[]): readonly HeldUp[] {
  return before.filter(
    (one) => !late.some(({ record, about }) => record === one.record && about === one.about),
  )
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

export function announceOrganisation(
  organisation: Organisation,
  event: OrganisationEvent,
): readonly Effect[] {
  switch (event.type) {
    case 'outageNoted': {
      const notice = organisation.outages.find(({ outage }) => outage.from === event.outage.from)
      return notice ? standing(notice).map((one) => ({ type: 'message', ...one })) : []
    }
    case 'leftOut':
      return organisation.outages
        .flatMap(standing)
        .map((one): Effect => ({ type: 'message', ...one }))
        .concat((organisation.alarms ?? []).flatMap((one) => announceAlarm([one])))
        .concat(announceDigests(organisation.digests?.sent ?? []))
    case 'repaired':
      return [{ type: 'message', place: event.place, slot: event.slot, urgent: event.urgent }]
    case 'alarmNoted':
      return announceAlarm(organisation.alarms ?? [])
    case 'rulesApproved':
    case 'rulesNoted':
      return announceRules(organisation, event)
    case 'digestDue':
      return event.places.length > 0
        ? announceDigests((organisation.digests?.sent ?? []).slice(-1))
        : []
    case 'headPrinted':
      return [announceHead(event.printed)]
    case 'imported':
    case 'digestOrdered':
    case 'leaveSet':
    case 'appointed':
    case 'personAdded':
    case 'personRemoved':
    case 'contactsForgotten':
    case 'installationChanged':
    case 'followUpRefused':
    case 'undelivered':
    case 'dropped':
      return []
  }
}

/** The newest notice, in each of its places. */
export function standingOrganisation({ outages }: Organisation): readonly Standing[] {
  const notice = outages.at(-1)
  return notice ? standing(notice) : []
}

/** Whether a notice or an alarm names a record. What a digest names is not kept: it may have. */
export function tellsOf(
  { outages, alarms = [], digests }: Organisation,
  record: RecordId,
): boolean {
  if (digests && digests.sent.length > 0) return true
  const lists = [...outages.flatMap(({ tells }) => tells), ...alarms]
  return lists.some(({ late }) => late.some((one) => one.record === record))
}

/** Nothing of a record stands in a notice or an alarm any more. */
export function without(organisation: Organisation, record: RecordId): Organisation {
  const others = <Late extends { readonly record: RecordId }>(late: readonly Late[]) =>
    late.filter((one) => one.record !== record)
  const outages = organisation.outages.map((notice) => ({
    ...notice,
    tells: notice.tells.map((tell) => ({ ...tell, late: others(tell.late) })),
  }))
  const alarms = organisation.alarms?.map((alarm) => ({ ...alarm, late: others(alarm.late) }))
  return { ...organisation, outages, ...(alarms && { alarms }) }
}

function standing({ n, tells }: OutageNotice): Standing[] {
  const slot: Slot = `notice:${n}`
  return tells.map(({ place }) => ({ place, slot, urgent: true }))
}
