import { type Place, placeKey, type Slot } from '../effect.ts'
import { type RecordId, recordKind } from '../record-id.ts'
import {
  type Drill,
  EMPTY_DRILL,
  type Inner,
  type Line,
  type MaybeDrill,
  type MaybeInner,
} from './drill.ts'
import type { DrillEvent, DrillEventOf } from './event.ts'
import { announceInner, evolveInner } from './inner.ts'
import { tombstone } from './keeping.ts'

/** Applies one fact. Never refuses. */
export function evolveDrill(drill: MaybeDrill, event: DrillEvent): Drill {
  if (event.type === 'started') return started(drill.id, event)
  if (drill.status === 'none') throw new Error(`${drill.id} has "${event.type}" before "started"`)
  switch (event.type) {
    case 'happened':
      return happened(drill, event)
    case 'moved': {
      const { type: _, at: __, ahead, ...move } = event
      return { ...drill, ahead, moves: [...drill.moves, move] }
    }
    case 'joined':
      return { ...drill, people: [...drill.people, event.person] }
    case 'placed':
      return { ...drill, places: [...event.places] }
    case 'ended': {
      const { type: _, ...ended } = event
      return { ...drill, status: 'over', ended }
    }
    case 'removed': {
      const { type: _, ...removed } = event
      return tombstone(drill, removed)
    }
  }
}

function started(id: RecordId, event: DrillEventOf<'started'>): Drill {
  const { policy, script, people, channel, ahead } = event
  return {
    kind: 'drill',
    status: 'open',
    id,
    policy,
    script,
    startedAt: event.at,
    startedBy: event.by,
    people: [...people],
    channel,
    ahead,
    ...EMPTY_DRILL,
  }
}

function happened(drill: Drill, { record: id, event }: DrillEventOf<'happened'>): Drill {
  const found = drill.records.find((one) => one.id === id)
  const after = evolveInner(found ?? blank(id), event)
  const records = found
    ? drill.records.map((one) => (one.id === id ? after : one))
    : [...drill.records, after]
  return { ...drill, records, lines: withLines(drill.lines, after, event) }
}

/** Every message keeps the number of its first time. */
function withLines(
  lines: readonly Line[],
  record: Inner,
  event: DrillEventOf<'happened'>['event'],
): Line[] {
  const all = [...lines]
  for (const effect of announceInner(record, event)) {
    if (effect.type !== 'message') continue
    const { place, slot } = effect
    const line: Line = { record: record.id, place, slot, at: event.at }
    const known = lineAt(all, line)
    if (known < 0) all.push(line)
    else if (isKeptUpToDate(slot)) all[known] = line
  }
  return all
}

/** These say how things stand; all others are news of their moment, also when they are written anew. */
export function isKeptUpToDate(slot: Slot): boolean {
  return slot === 'root' || slot === 'roll'
}

/** The number of a message; -1 where there is none yet. */
export function lineAt(
  lines: readonly Line[],
  {
    record,
    place,
    slot,
  }: { readonly record: RecordId; readonly place: Place; readonly slot: string },
): number {
  const key = placeKey(place)
  return lines.findIndex(
    (one) => one.record === record && one.slot === slot && placeKey(one.place) === key,
  )
}

function blank(id: RecordId): MaybeInner {
  const kind = recordKind(id)
  if (kind !== 'case' && kind !== 'meeting' && kind !== 'provider')
    throw new Error(`${id} cannot be inside a rehearsal`)
  return { kind, status: 'none', id }
}
