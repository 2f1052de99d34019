import type { Directory } from '../../core/people/directory.ts'
import { findPerson } from '../../core/people/find.ts'
import { isSlotForRooms, isToldBack } from '../../core/provider/matter/kept-back.ts'
import { dutyIdOf, type Matter } from '../../core/provider/matter/matter.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { isOfTellings } from '../../core/provider/tellings.ts'
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
  const { slug, matters = [], tellings = [] } = subject.record
  const home = person === null ? undefined : findPerson(directory, person)?.organisation.slug
  const back = matters.filter(({ keptBack }) => keptBack)
  if ((home !== undefined && home !== slug) || back.length === 0) return inquiry
  const found: Back = {
    record: subject.record,
    back,
    duties: back.map(dutyIdOf),
    proofs: tellings.filter((one) => isToldBack(subject.record, one)).map(({ n }) => n),
  }
  const told = subject.told.filter(({ event }) => event === null || !isOf(event, found))
  const messages = inquiry.messages.filter(({ slot }) => isSlotForRooms(subject.record, slot))
  return { ...inquiry, subject: { ...subject, told }, messages }
}

interface Back {
  readonly record: Provider
  readonly back: readonly Matter[]
  readonly duties: readonly string[]
  readonly proofs: readonly number[]
}

function isOf(event: AnyEvent, { record, back, duties, proofs }: Back): boolean {
  if ('slot' in event) return !isSlotForRooms(record, event.slot)
  if (event.type === 'tellingBegun') return back.some(({ n }) => n === event.telling.matter)
  if (isOfTellings(event)) return proofs.includes(event.telling)
  if (event.type === 'filed') return back.some(({ n }) => n === event.matter)
  if (event.type === 'caughtUp')
    return event.late.some(({ about }) => back.some(({ name }) => about.includes(name)))
  if (event.type === 'cycleSet') return duties.includes(event.cycle.rule)
  const isOfDuty = event.type === 'cycleCancelled' || event.type === 'cycleNudged'
  return isOfDuty && duties.includes(event.cycle)
}
