import type { Directory } from '../../core/people/directory.ts'
import { findPerson } from '../../core/people/find.ts'
import { isToldBack } from '../../core/provider/matter/kept-back.ts'
import { dutyIdOf } from '../../core/provider/matter/matter.ts'
import { isOfTellings } from '../../core/provider/tellings.ts'
import type { AnyEvent } from '../../core/record.ts'
import { slotOf } from '../../core/telling/telling.ts'
import { type Inquiry, isOfCase } from './inquiry.ts'

/** The history of a provider for one of its own people: what is kept back from it is not in it. */
export function withoutKeptBack(
  inquiry: Inquiry,
  person: string | null,
  directory: Directory,
): Inquiry {
  const { subject } = inquiry
  if (isOfCase(subject)) return inquiry
  const { slug, matters = [], tellings = [] } = subject.record
  const home = person === null ? undefined : findPerson(directory, person)?.organisation.slug
  const back = matters.filter(({ keptBack }) => keptBack)
  if ((home !== undefined && home !== slug) || back.length === 0) return inquiry
  const numbers = back.map(({ n }) => n)
  const duties = back.map(dutyIdOf)
  const proofs = tellings.filter((one) => isToldBack(subject.record, one)).map(({ n }) => n)
  const told = subject.told.map((one) =>
    one.event && isOf(one.event, { numbers, duties, proofs })
      ? { ...one, event: null, hidden: true as const }
      : one,
  )
  const messages = inquiry.messages.filter(
    ({ slot }) =>
      !duties.some((duty) => slot.startsWith(`nudge:${duty}:`)) &&
      !proofs.some((n) => slot === slotOf({ n })),
  )
  return { ...inquiry, subject: { ...subject, told }, messages }
}

interface Back {
  readonly numbers: readonly number[]
  readonly duties: readonly string[]
  readonly proofs: readonly number[]
}

function isOf(event: AnyEvent, { numbers, duties, proofs }: Back): boolean {
  if (event.type === 'tellingBegun') return numbers.includes(event.telling.matter ?? 0)
  if (isOfTellings(event)) return proofs.includes(event.telling)
  if (event.type === 'filed') return numbers.includes(event.matter)
  // It does not say of which it tells: none of them is shown while anything is kept back.
  if (event.type === 'caughtUp') return true
  if (event.type === 'cycleSet') return duties.includes(event.cycle.rule)
  const isOfDuty = event.type === 'cycleCancelled' || event.type === 'cycleNudged'
  return isOfDuty && duties.includes(event.cycle)
}
