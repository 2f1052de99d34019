import type { Directory } from '../../core/people/directory.ts'
import { findPerson } from '../../core/people/find.ts'
import { dutyIdOf } from '../../core/provider/matter/matter.ts'
import type { AnyEvent } from '../../core/record.ts'
import { type Inquiry, isOfCase } from './inquiry.ts'

/** The history of a provider for one of its own people: what is kept back from it is not in it. */
export function withoutKeptBack(
  inquiry: Inquiry,
  person: string | null,
  directory: Directory,
): Inquiry {
  const { subject } = inquiry
  if (isOfCase(subject)) return inquiry
  const { slug, matters = [] } = subject.record
  const home = person === null ? undefined : findPerson(directory, person)?.organisation.slug
  const back = matters.filter(({ keptBack }) => keptBack)
  if ((home !== undefined && home !== slug) || back.length === 0) return inquiry
  const numbers = back.map(({ n }) => n)
  const duties = back.map(dutyIdOf)
  const told = subject.told.map((one) =>
    one.event && isOf(one.event, numbers, duties)
      ? { ...one, event: null, hidden: true as const }
      : one,
  )
  const messages = inquiry.messages.filter(
    ({ slot }) => !duties.some((duty) => slot.startsWith(`nudge:${duty}:`)),
  )
  return { ...inquiry, subject: { ...subject, told }, messages }
}

function isOf(event: AnyEvent, numbers: readonly number[], duties: readonly string[]): boolean {
  if (event.type === 'filed') return numbers.includes(event.matter)
  if (event.type === 'cycleSet') return duties.includes(event.cycle.rule)
  const isOfDuty = event.type === 'cycleCancelled' || event.type === 'cycleNudged'
  return isOfDuty && duties.includes(event.cycle)
}
