import type { Composing } from '../../kind.ts'
import { plainText } from '../../message/plain.ts'
import { nameOf } from '../../people/find.ts'
import type { Call, Line as CalledLine, Meeting, Seat } from '../meeting.ts'
import { quorumOf, quorumPart } from '../quorum.ts'
import { isLeftOut, isWithdrawn, seatsCalledFor } from '../seats.ts'
import { emptyWords, howCalled, putDown, saidOf, seatText, VIA, whyEmpty } from '../words.ts'
import { presentAt } from './present.ts'
import { type Line, linesOf } from './section.ts'

/** Each seat of the roll: who was there where the record says so, and else what was answered to the call. */
export function attendanceLines(meeting: Meeting, composing: Composing): Line[] {
  const present = presentAt(meeting, composing.policy)
  const rows = meeting.lines.flatMap((line) =>
    line.seats.map((seat) => [
      seatName(seat, line),
      ...(present ? taken(seat, present, meeting, composing) : answered(seat, meeting, composing)),
    ]),
  )
  if (!present)
    return rows.length === 0
      ? []
      : [{ kind: 'table', heads: ['Seat', 'Who was called, and what they answered'], rows }]
  const unseated = withoutSeat(meeting, present, composing)
  const heads = ['Seat', 'Attendance', 'Who']
  return [{ kind: 'table', heads, rows: [...rows, ...unseated] }, ...counted(meeting, composing)]
}

/** Most seats name their organisation themselves. */
export function seatName({ label }: Seat, line: Pick<CalledLine, 'label'>): string {
  const isWhole = label === line.label || label.includes(': ')
  return isWhole ? label : `${line.label}: ${label}`
}

function answered(seat: Seat, meeting: Meeting, { policy, directory }: Composing): string[] {
  const [, ...came] = seatText(seat, meeting, { policy, directory })
  return [plainText(came, directory)]
}

/** What came of a seat, and then everybody who was called for it. */
function taken(
  seat: Seat,
  present: readonly string[],
  meeting: Meeting,
  composing: Composing,
): string[] {
  const words = seat.calls.map((call) => callWords(call, present, meeting, composing))
  const isSaid = seat.calls.length > 0 || seat.empty === 'notChosen'
  const why = isSaid ? null : whyEmpty(seat)
  return [standing(seat, present), [...words, ...(why === null ? [] : [why])].join('; ')]
}

function standing(seat: Seat, present: readonly string[]): string {
  const { calls } = seat
  if (calls.some(({ person }) => present.includes(person))) return 'present'
  if (isLeftOut(seat)) return 'not called'
  if (isWithdrawn(seat)) return 'withdrawn'
  const said = calls.map(({ state }) => state)
  if (said.includes('coming')) return 'not there'
  // Whoever was called in their place did not answer either.
  if (said.includes('apologies')) return 'apologies'
  return said.includes('asked') || said.includes('deputy') ? 'not there' : emptyWords(seat)
}

function callWords(
  call: Call,
  present: readonly string[],
  meeting: Meeting,
  { directory }: Composing,
): string {
  const { person, via } = call
  const came = present.includes(person) ? `was there${keptOut(meeting, person)}` : notThere(call)
  const how = present.includes(person) ? VIA[via] : howCalled(call)
  const as = how === null ? '' : `, ${how}`
  return `${nameOf(directory, person)}${as}: ${came}`
}

/** What they had answered: it is over, and they were not there. */
function notThere(call: Call): string {
  const put = putDown(call)
  if (put !== null) return `was ${put}`
  if (call.state === 'coming') return 'had said that they were coming'
  return call.state === 'deputy' ? 'sent a deputy' : saidOf(call, 'closed')
}

/** Also of whoever was let in again, or may read the record by now. */
function keptOut({ room, conflicts = [] }: Meeting, person: string): string {
  const isOut = room === 'room' && conflicts.some(({ people }) => people.includes(person))
  return isOut ? ', but kept out of part of it (conflict of interest)' : ''
}

function withoutSeat(
  meeting: Meeting,
  present: readonly string[],
  { directory }: Composing,
): string[][] {
  const names = present
    .filter((person) => seatsCalledFor(meeting, person).length === 0)
    .map((person) => `${nameOf(directory, person)}: was there${keptOut(meeting, person)}`)
  return names.length === 0 ? [] : [['Without a seat', 'present', names.join('; ')]]
}

/** How many were there of those that the rules ask for, where they state it. */
function counted(meeting: Meeting, composing: Composing): Line[] {
  const { directory } = composing
  return quorumOf(meeting, composing) ? linesOf(quorumPart(meeting, composing), directory) : []
}
