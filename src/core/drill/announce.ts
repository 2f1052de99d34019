import type { Effect, Place, Slot } from '../effect.ts'
import { lettersOf } from './cast.ts'
import type { Drill } from './drill.ts'
import type { DrillEvent } from './event.ts'
import { lineAt } from './evolve.ts'
import { announceInner } from './inner.ts'

/** What a fact makes out of date: all of it goes to the rehearsal's own places, and never before a live message. */
export function announceDrill(drill: Drill, event: DrillEvent): readonly Effect[] {
  switch (event.type) {
    case 'started':
      return [roomFor(drill)]
    case 'placed':
      return everywhere(drill, allSlots(drill))
    case 'happened':
      return everywhere(drill, [...linesOf(drill, event), ...latestMoves(drill).slice(-1)])
    case 'moved':
      return everywhere(drill, ['root', ...latestMoves(drill)])
    case 'ended':
      return everywhere(drill, [
        'root',
        ...latestMoves(drill),
        ...pressable(drill),
        'outcome:score',
      ])
    case 'joined':
    case 'removed':
      return []
  }
}

function roomFor({ id, channel, script, people }: Drill): Effect {
  return {
    type: 'room',
    channel,
    name: `rehearsal-${lettersOf(id)}`,
    topic: `Rehearsal: ${script.label}. Nothing here is real.`,
    people,
  }
}

function allSlots({ lines, moves, status }: Drill): Slot[] {
  return [
    'root',
    ...lines.map((_, n): Slot => `line:${n}`),
    ...moves.map((_, n): Slot => `notice:${n + 1}`),
    ...(status === 'over' ? ['outcome:score'] : []),
  ]
}

function linesOf(drill: Drill, event: Extract<DrillEvent, { type: 'happened' }>): Slot[] {
  const record = drill.records.find(({ id }) => id === event.record)
  if (!record) return []
  return announceInner(record, event.event).flatMap((effect): Slot[] => {
    if (effect.type !== 'message') return []
    const n = lineAt(drill.lines, { record: record.id, place: effect.place, slot: effect.slot })
    return n < 0 ? [] : [`line:${n}`]
  })
}

/** The move before loses its buttons to the new one. */
function latestMoves({ moves }: Drill): Slot[] {
  const n = moves.length
  return [n - 1, n].filter((one) => one > 0).map((one): Slot => `notice:${one}`)
}

/** Those that may have buttons, which are taken away at the end. */
function pressable({ lines }: Drill): Slot[] {
  return lines.flatMap(({ slot, record }, n): Slot[] => {
    const isNewest = !lines
      .slice(n + 1)
      .some((one) => one.record === record && isAfter(slot, one.slot))
    return /^(root|roll|receipt|outcome:|notice:|prompt:|nudge:)/.test(slot) && isNewest
      ? [`line:${n}`]
      : []
  })
}

/** A later reminder of the same thing. */
function isAfter(slot: Slot, later: Slot): boolean {
  return slot.startsWith('nudge:') && nameOf(slot) === nameOf(later)
}

function nameOf(slot: Slot): string {
  return slot.slice(0, slot.lastIndexOf(':'))
}

function everywhere({ places }: Drill, slots: readonly Slot[]): Effect[] {
  return slots.flatMap((slot) => places.map((place) => message(place, slot)))
}

function message(place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent: false }
}
