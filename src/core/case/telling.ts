import { accept, type Decision, refuse } from '../decision.ts'
import type { Slot } from '../effect.ts'
import type { Context } from '../kind.ts'
import { maySee } from '../people/access.ts'
import { providerId, referenceOf } from '../record-id.ts'
import type { Telling } from '../telling/telling.ts'
import type { Case } from './case.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { guardedCase } from './guarded.ts'
import type { CaseIntentOf } from './intent.ts'

/** From its provider: who is told of this case in private, and how far that has come. */
export function noteTelling(
  kase: Case,
  { telling }: CaseIntentOf<'noteTelling'>,
  { directory, from, now: at }: Context,
): Decision<CaseEvent> {
  const { by, n } = telling
  const isKnown = tellingsOf(kase).some((one) => one.n === n)
  const isOfIts = kase.provider.slug !== null && from === providerId(kase.provider.slug)
  // Who may have people told says the provider; of a case that they cannot see they learn nothing.
  const actor = by.type === 'person' ? { type: by.type, person: by.person } : by
  const sees = maySee({ type: 'actor', actor }, guardedCase(kase), directory)
  if (!isOfIts || !(isKnown || sees))
    return refuse('notFound', `There is no case ${referenceOf(kase.id)}. Check the reference.`)
  return accept({ type: 'tellingNoted', at, telling })
}

export function withTold(kase: Case, { telling }: CaseEventOf<'tellingNoted'>): Case {
  const others = tellingsOf(kase).filter(({ n }) => n !== telling.n)
  return { ...kase, tellings: [...others, telling].sort((one, other) => one.n - other.n) }
}

/** The one notice of it is kept up to date, and the case counts who was told. */
export function slotsOfTelling(
  { notices }: Case,
  { telling }: CaseEventOf<'tellingNoted'>,
): readonly Slot[] {
  const proof = notices.find(({ said }) => said.say === 'telling' && said.telling === telling.n)
  return ['root', ...(proof ? [`notice:${proof.n}`] : [])]
}

export function tellingsOf({ tellings = [] }: Case): readonly Telling[] {
  return tellings
}
