import type { Directory } from '../people/directory.ts'
import { findPerson } from '../people/find.ts'
import type { Prompt } from '../prompt.ts'
import type { Call, Line, Meeting, Seat } from './meeting.ts'

export function seatsOf({ lines }: { readonly lines: readonly Line[] }): readonly Seat[] {
  return lines.flatMap(({ seats }) => seats)
}

export function seatsCalledFor(meeting: Meeting, person: string): readonly Seat[] {
  return seatsOf(meeting).filter(({ calls }) => calls.some((call) => call.person === person))
}

/** Where their answer counts: not where they were stood down or are no longer called, unless they have no other. */
export function seatsAnsweredBy(meeting: Meeting, person: string): readonly Seat[] {
  const all = seatsCalledFor(meeting, person)
  const isTheirs = (call: Call) => call.person === person && (isReplaced(call) || !isOut(call))
  const now = all.filter(({ calls }) => calls.some(isTheirs))
  return now.length > 0 ? now : all
}

function isOut({ state }: Call): boolean {
  return state === 'stoodDown' || state === 'gone'
}

/** Not called because the convener or the rule said so: no seat of this meeting. */
export function isLeftOut({ empty }: Seat): boolean {
  return empty === 'notChosen' || empty === 'conditionNotMet'
}

export function isFilled({ calls }: Seat): boolean {
  return calls.some(({ state }) => state === 'coming')
}

/** Somebody said that they were coming, and somebody else was given the seat in their place. */
export const STANDS_IN = 'somebody stands in'

export function isReplaced({ state, reason }: Call): boolean {
  return state === 'gone' && reason === STANDS_IN
}

/** Somebody else says that they stand in; they have not answered. */
export function isPutDown({ putBy, state }: Call): boolean {
  return putBy !== undefined && state === 'coming'
}

/** The seats by what people said themselves: whoever was only put down has not answered. */
export function byOwnWords(lines: readonly Line[]): Line[] {
  const own = (call: Call): Call => (isPutDown(call) ? { ...call, state: 'asked' } : call)
  return lines.map((line) => ({
    ...line,
    seats: line.seats.map((seat) => ({ ...seat, calls: seat.calls.map(own) })),
  }))
}

/** Whoever was brought in for it was withdrawn: a reason is kept of them, and none of whoever left the directory. */
export function isWithdrawn({ calls }: Seat): boolean {
  const isTaken = (call: Call) => call.state === 'gone' && call.reason !== null && !isReplaced(call)
  return calls.length > 0 && calls.every(isTaken)
}

/** Where somebody else sits in their place, though they had said that they were coming. */
export function seatsLostBy(meeting: Meeting, person: string): readonly Seat[] {
  return seatsOf(meeting).filter(({ calls }) =>
    calls.some((call) => call.person === person && isReplaced(call)),
  )
}

/** Where they were put down, or lost their seat, without having said anything to it. */
export function unheardOf(meeting: Meeting, person: string): readonly Seat[] {
  const isUnheard = (call: Call) => isReplaced(call) || isPutDown(call)
  return seatsOf(meeting).filter(({ calls }) =>
    calls.some((call) => call.person === person && isUnheard(call)),
  )
}

/** Nobody is coming and nobody is still asked. */
export function isEmpty({ calls }: Seat): boolean {
  return !calls.some(({ state }) => state === 'coming' || state === 'asked')
}

/** The last in line who is called; whoever was stood down waits for their turn again. */
export function lastCall({ calls }: Seat): Call | undefined {
  return calls.findLast(({ state }) => state !== 'stoodDown')
}

/** Whoever was stood down is not, nor whoever has gone: they may be called again. */
export function isCalledTo({ calls }: Seat, person: string): boolean {
  return calls.some((call) => call.person === person && !isOut(call))
}

/** The seat of the rule: several of its people have seats of their own. */
export function ruleOfSeat(id: string): string {
  return id.split('.', 1)[0] ?? id
}

export function seatPromptId(person: string): string {
  return `seat-${person}`
}

/** What asks somebody to their seats; undefined where they were never called to one. */
export function ownPrompt(
  { prompts }: Pick<Meeting, 'prompts'>,
  person: string,
): Prompt | undefined {
  return prompts.find(({ id }) => id === seatPromptId(person))
}

/** Whoever called it, and who followed them since they left the directory. */
export function convenersOf({ by, successors = [] }: Meeting): readonly string[] {
  return [...new Set([...(by.type === 'person' ? [by.person] : []), ...successors])]
}

/** Whom its letters name to reply to: the first of them who is listed. */
export function convenerIn(meeting: Meeting, directory: Directory): string | null {
  return convenersOf(meeting).find((person) => findPerson(directory, person)) ?? null
}

/** Who owes the record of a meeting that is not recorded yet: whoever called it, and whoever chairs it. */
export function recordersOf(meeting: Meeting): readonly string[] {
  const { status, chair, gone = [] } = meeting
  if (status === 'closed') return []
  const all = [...convenersOf(meeting), ...(chair?.person ? [chair.person] : [])]
  return [...new Set(all)].filter((person) => !gone.includes(person))
}
