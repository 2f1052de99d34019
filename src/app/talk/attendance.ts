import type { OptionSources } from '../../core/form/asked.ts'
import type { Context } from '../../core/kind.ts'
import { isKeptOut } from '../../core/meeting/conflict/conflict.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { seatName } from '../../core/meeting/minutes/attendance.ts'
import {
  attendanceField,
  mayHaveBeenThere,
  saidToCome,
} from '../../core/meeting/minutes/present.ts'
import { convenersOf } from '../../core/meeting/seats.ts'
import { howCalled, saidOf } from '../../core/meeting/words.ts'
import type { Answers, OptionView } from '../../core/message/form.ts'
import { nameOf } from '../../core/people/find.ts'
import type { FormRule } from '../../core/policy/form.ts'
import type { AnyRecord } from '../../core/record.ts'

/** Everybody who may have been at a meeting, with their seat and what they answered. */
export function attendanceOptions(record: AnyRecord | null, context: Context): OptionSources {
  if (record?.kind !== 'meeting') return {}
  const { policy, directory } = context
  const attendees = mayHaveBeenThere(record, policy).map((person): OptionView => {
    const { seats, said } = calledFor(record, person)
    const of = seats.length === 0 ? '' : ` (${seats.join('; ')})`
    return { value: person, label: `${nameOf(directory, person)}${of}`, description: said }
  })
  return { attendees }
}

/** Whoever said that they were coming, stands in or chairs it is ticked when it is recorded. */
export function attendanceStarts(
  rule: FormRule,
  record: AnyRecord | null,
  { policy }: Context,
): Answers {
  const field = record?.kind === 'meeting' ? attendanceField(rule.id, policy) : undefined
  return field && record?.kind === 'meeting' ? { [field]: [...saidToCome(record)] } : {}
}

/** Somebody of two seats answered once for both. */
function calledFor(meeting: Meeting, person: string): { seats: string[]; said: string } {
  const found = meeting.lines.flatMap((line) =>
    line.seats.flatMap((seat) =>
      seat.calls.flatMap((call) =>
        call.person === person ? [{ seat: seatName(seat, line), call }] : [],
      ),
    ),
  )
  const [first] = found
  const seats = found.map(({ seat }) => seat)
  const out = isKeptOut(meeting, person) ? 'kept out: conflict of interest' : null
  if (!first) return { seats, said: out ?? unseated(meeting, person) }
  const as = howCalled(first.call)
  return {
    seats,
    said: [...(as === null ? [] : [as]), out ?? saidOf(first.call, 'closed')].join(', '),
  }
}

function unseated(meeting: Meeting, person: string): string {
  if (meeting.chair?.person === person) return 'chairs it, without a seat'
  return convenersOf(meeting).includes(person) ? 'called it, without a seat' : 'without a seat'
}
